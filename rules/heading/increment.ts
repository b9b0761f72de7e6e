import { blocks, blocksOf } from "#facts/markdown-blocks";
import { headings } from "#facts/markdown-headings";
import { headingPlace, outlineOf } from "#facts/outline";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "document",
  summary: "Go down one level of headings at a time.",
  severity: "warn",
  presets: ["recommended", "strict"],
  sources: [{ title: "markdownlint MD001, html-validate heading-level", read: "2026-11-22" }],
  messages: {
    skipped: "Heading of level {depth} follows one of level {before}; use level {expected}.",
  },
  facts: { blocks, headings },

  *check(entry, _options, facts) {
    const outline = outlineOf(facts.headings, facts.blocks);
    const last = blocksOf(facts.blocks).at(-1);
    for (const [index, heading] of outline.entries()) {
      const before = outline[index - 1]?.depth ?? heading.depth;
      // With nothing below it, at the end of the text, it heads no section: generators of reference pages sign so.
      if (heading.depth <= before + 1 || heading.span.start === last?.span.start) continue;
      const data = { depth: heading.depth, before, expected: before + 1 };
      yield { message: "skipped", data, at: headingPlace(entry, heading), key: heading.text };
    }
  },
});
