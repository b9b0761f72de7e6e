import { blocks } from "#facts/markdown-blocks";
import { headings, type Heading } from "#facts/markdown-headings";
import { headingPlace, outlineOf } from "#facts/outline";
import { defineRule } from "#rule-kit/define-rule";
import { fold } from "#text/terms";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Give the sections of one chapter different headings.",
  severity: "info",
  presets: ["recommended", "strict"],
  sources: [{ title: "markdownlint MD024, siblings only", read: "2026-11-22" }],
  messages: {
    twice: "The heading “{heading}” stands twice in one chapter; say what sets the second one apart.",
  },
  facts: { blocks, headings },

  *check(entry, _options, facts) {
    for (const [heading, first] of equalSiblings(outlineOf(facts.headings, facts.blocks))) {
      yield {
        message: "twice",
        data: { heading: excerpt(heading.text) },
        at: headingPlace(entry, heading),
        key: fold(heading.text),
        related: [{ place: headingPlace(entry, first), message: "the first one" }],
      };
    }
  },
});

/** Headings that equal one before them below the same heading, with that one. */
function* equalSiblings(outline: readonly Heading[]): Iterable<readonly [Heading, Heading]> {
  const levels: Map<string, Heading>[] = [];
  for (const heading of outline) {
    // What was below an earlier heading of this level is no sibling of what comes now.
    levels.length = Math.min(levels.length, heading.depth + 1);
    const known = (levels[heading.depth] ??= new Map());
    const key = fold(heading.text);
    const first = known.get(key);
    if (first !== undefined && key !== "") yield [heading, first];
    else known.set(key, heading);
  }
}
