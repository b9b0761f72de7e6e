import { contentSize, sizeFor } from "#facts/content-size";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { forgetsCjk, usualMinutes } from "#text/reading-models";

export default defineRule({
  on: "post",
  summary: "Count Chinese, Japanese and Korean by characters.",
  severity: "warn",
  presets: ["recommended", "strict"],
  sources: [{ title: "Hugo: hasCJKLanguage, 501 characters a minute", read: "2026-11-22" }],
  messages: {
    miscount:
      "Reading time is {minutes} min, but with {characters|character} of Chinese, Japanese or Korean it is about {expected} min; count characters.",
  },
  facts: { contentSize },

  *check(post, _options, facts) {
    for (const entry of post.entries) {
      const minutes = entry.readingTime?.value;
      const size = sizeFor(post, entry, facts.contentSize);
      if (minutes === undefined || minutes <= 0 || size === null || !forgetsCjk(size, minutes)) continue;
      const data = { minutes, characters: size.cjk, expected: usualMinutes(size) };
      yield { message: "miscount", data, at: fieldPlace(entry, "readingTime"), key: "minutes" };
      return;
    }
  },
});
