import { blocks } from "#facts/markdown-blocks";
import { headings } from "#facts/markdown-headings";
import { adjacentHeadings, headingPlace } from "#facts/outline";
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
  facts: { blocks, headings },

  *check(entry, _options, facts) {
    for (const [heading, next] of adjacentHeadings(facts.headings, facts.blocks)) {
      if (next.depth !== heading.depth || heading.text === "") continue;
      const data = { next: excerpt(next.text) };
      yield { message: "nothing", data, at: headingPlace(entry, heading), key: heading.text };
    }
  },
});
