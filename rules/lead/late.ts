import { lead, leadPlace } from "#facts/lead";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "entry",
  summary: "Put the answer that a label announces at the start.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    late: "“{label}” comes after {words|word} of other text; start with the answer that it announces.",
  },
  facts: { lead },

  *check(entry, _options, { lead: found }) {
    // Text without any label belongs to `lead/marker`.
    if (found?.label === undefined || found.wordsBefore === 0) return;
    const { text, start } = found.label;
    yield {
      message: "late",
      data: { label: text, words: found.wordsBefore },
      at: leadPlace(entry, { start, end: start + text.length }),
      key: "label",
    };
  },
});
