import { unmadeLinks } from "#facts/unmade-links";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Write the text of a link in square brackets, and its address in round ones.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  sources: [
    {
      title: "CommonMark 0.31.2: links",
      url: "https://spec.commonmark.org/0.31.2/#links",
      read: "2026-11-23",
    },
  ],
  facts: { unmadeLinks },
  messages: {
    reversed: "“({text})[{target}]” is no link, and readers see its brackets; write [{text}]({target}).",
  },

  *check(entry, _options, { unmadeLinks: unmade }) {
    for (const { kind, text, target, span } of unmade ?? []) {
      if (kind !== "reversed") continue;
      const edits = [{ span, text: `[${text}](${target})` }];
      const fix = { safety: "unsafe" as const, description: "Swap the brackets.", edits };
      const data = { text: excerpt(text), target: excerpt(target) };
      yield { message: "reversed", data, at: bodyPlace(entry, span), key: target, fix };
    }
  },
});
