import { leadNumbers } from "#facts/lead-numbers";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "document",
  summary: "Take up in the post the numbers that its lead names.",
  severity: "info",
  presets: ["editorial"],
  messages: {
    unsupported: "Lead says {number}, and the post does not name that number again; say where it comes from.",
  },
  facts: { leadNumbers },

  *check(entry, _options, { leadNumbers: numbers }) {
    for (const { text, span } of numbers ?? []) {
      yield { message: "unsupported", data: { number: text }, at: bodyPlace(entry, span), key: text };
    }
  },
});
