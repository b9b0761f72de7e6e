import { lead, leadPlace } from "#facts/lead";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "post",
  summary: "Put the answer that a label announces at the start.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    late: "“{label}” comes after {words|word} of other text; start with the answer that it announces.",
  },
  facts: { lead },

  *check({ entries }, _options, facts) {
    const leads = entries.flatMap((entry) => ({ entry, found: facts.lead(entry) }));
    // What a list page shows late because the post has it late is the fault of the post (`lead/position`).
    if (leads.some(({ found }) => (found?.standing?.before ?? 0) > 0)) return;
    for (const { entry, found } of leads) {
      // Text without any label belongs to `lead/marker`.
      if (found?.label === undefined || found.wordsBefore === 0) continue;
      const { text, start } = found.label;
      yield {
        message: "late",
        data: { label: text, words: found.wordsBefore },
        at: leadPlace(entry, found, { start, end: start + text.length }),
        key: "label",
      };
    }
  },
});
