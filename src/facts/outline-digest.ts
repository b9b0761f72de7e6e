import { defineFact } from "#rule-kit/define-fact";
import { digest } from "#text/digest";
import { skeletonOf } from "#text/skeleton";
import { headingRowsOf, headingsOf, type HeadingRow } from "./markdown-headings.ts";

/** What a document's headings of the second level say, without the words of its title. */
export interface OutlineDigest {
  readonly digest: string;
  readonly headings: number;
  /** Words that are left, over all of them. */
  readonly words: number;
  /** Where the first of them starts and ends. */
  readonly first: readonly [start: number, end: number];
  readonly anchor: string;
}

/**
 * The outline of a Markdown document as a digest, to find those that several posts share. Null for other documents, and
 * without headings of the second level.
 */
export const outlineDigest = defineFact<OutlineDigest | null>({
  id: "outline-digest",
  version: 1,
  from: {
    entry: () => null,
    markdown: (view, { title }) => read(headingRowsOf(view), title?.value ?? ""),
  },
});

function read(rows: readonly HeadingRow[], title: string): OutlineDigest | null {
  const second = headingsOf(rows, "github").filter(({ depth }) => depth === 2);
  const [first] = second;
  if (first === undefined) return null;
  const parts = second.map(({ text }) => skeletonOf(text, { title, maskNames: false }));
  return {
    digest: digest(parts.map(({ text }) => text).join("\n")),
    headings: second.length,
    words: parts.reduce((sum, part) => sum + part.words, 0),
    first: [first.span.start, first.span.end],
    anchor: first.anchor,
  };
}
