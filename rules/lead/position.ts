import { lead, leadPlace } from "#facts/lead";
import type { LeadStanding } from "#facts/lead-text";
import type { ProblemFix } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "document",
  summary: "Let the answer that a label announces be the first block of the post.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    position: "“{label}” comes after {blocks|block} of other text; put the answer first.",
  },
  facts: { lead },

  *check(entry, _options, { lead: found }) {
    if (found?.label === undefined || found.standing === undefined || found.standing.before === 0) return;
    const { text, start } = found.label;
    yield {
      message: "position",
      data: { label: text, blocks: found.standing.before },
      at: leadPlace(entry, found, { start, end: start + text.length }),
      key: "label",
      ...fixOf(found.standing),
    };
  },
});

/** Moves the block as it is. What is said between may lead up to it, so the fix wants a look. */
function fixOf({ move }: LeadStanding): { fix?: ProblemFix } {
  if (move === undefined) return {};
  const edits = [
    { span: { start: move.to, end: move.to }, text: move.text },
    { span: move.from, text: "" },
  ];
  return { fix: { safety: "unsafe", description: "Move the labelled block to the front.", edits } };
}
