import { contentSize } from "#facts/content-size";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { forgetsCjk, usualMinutes } from "#text/reading-models";

export default defineRule({
  on: "entry",
  summary: "Count Chinese, Japanese and Korean by characters.",
  severity: "warn",
  presets: ["recommended", "strict"],
  sources: [{ title: "Hugo: hasCJKLanguage, 501 characters a minute", read: "2026-11-22" }],
  messages: {
    miscount:
      "Reading time is {minutes} min, but with {characters|character} of Chinese, Japanese or Korean it is about {expected} min; count characters.",
  },
  facts: { contentSize },

  *check(entry, _options, { contentSize: size }) {
    const minutes = entry.readingTime?.value;
    if (minutes === undefined || minutes <= 0 || size === null || !forgetsCjk(size, minutes)) return;
    const data = { minutes, characters: size.cjk, expected: usualMinutes(size) };
    yield { message: "miscount", data, at: fieldPlace(entry, "readingTime"), key: "minutes" };
  },
});
