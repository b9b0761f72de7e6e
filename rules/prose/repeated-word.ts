import { proseSlips } from "#facts/prose-slips";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "document",
  summary: "Write each word once.",
  severity: "warn",
  presets: ["recommended", "strict", "editorial"],
  messages: {
    twice: "“{word}” stands twice in a row; take one out.",
  },
  facts: { proseSlips },

  *check(entry, _options, { proseSlips: slips }) {
    for (const { kind, span, text } of slips ?? []) {
      if (kind === "repeated-word")
        yield { message: "twice", data: { word: text }, at: bodyPlace(entry, span), key: text };
    }
  },
});
