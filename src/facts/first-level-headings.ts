import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { blockCodeOf } from "./markdown-blocks.ts";
import { headingRowsOf, type Heading } from "./markdown-headings.ts";
import { outlineOf } from "./outline.ts";

/**
 * The headings of the first level in a Markdown body that are no part of a quote, a list or a component; null for other
 * documents. Few bodies have one, as it is the title's level.
 */
export const firstLevelHeadings = defineFact<readonly Heading[] | null>({
  id: "first-level-headings",
  version: 1,
  from: { entry: () => null, markdown: (view) => read(view) },
});

const read = (view: MarkdownView): Heading[] =>
  outlineOf(headingRowsOf(view), blockCodeOf(view))
    .filter(({ depth }) => depth === 1)
    .map(({ depth, text, span, anchor }) => ({ depth, text, span, anchor }));
