import { blocks } from "#facts/markdown-blocks";
import { headings } from "#facts/markdown-headings";
import { prose } from "#facts/markdown-prose";
import { headingPlace, outlineBlocks } from "#facts/outline";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Put something between two headings of one level.",
  severity: "info",
  presets: ["recommended", "strict"],
  messages: {
    nothing: "Nothing stands between this heading and “{next}” of the same level; fill the section or take it out.",
  },
  facts: { blocks, headings, prose },

  *check(entry, _options, facts) {
    const all = outlineBlocks(facts.headings, facts.blocks, facts.prose);
    for (const [index, { heading }] of all.entries()) {
      const { heading: next, follows = false } = all[index + 1] ?? {};
      if (!follows || heading === undefined || next?.depth !== heading.depth || heading.text === "") continue;
      const data = { next: excerpt(next.text) };
      yield { message: "nothing", data, at: headingPlace(entry, heading), key: heading.text };
    }
  },
});
