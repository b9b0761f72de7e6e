import { proseSlips } from "#facts/prose-slips";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "document",
  summary: "Open sentences in different ways.",
  severity: "info",
  presets: ["editorial"],
  sources: [{ title: "Yoast SEO 3.6: three sentences in a row with the same first word", read: "2026-11-22" }],
  messages: {
    alike: "Three sentences in a row or more open with “{word}”; open one of them otherwise.",
  },
  facts: { proseSlips },

  *check(entry, _options, { proseSlips: slips }) {
    for (const { kind, span, text } of slips ?? []) {
      if (kind === "same-openings")
        yield { message: "alike", data: { word: text }, at: bodyPlace(entry, span), key: text };
    }
  },
});
