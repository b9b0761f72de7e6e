import { defineFact } from "#rule-kit/define-fact";
import { anchorOf } from "#text/anchors";
import { digest } from "#text/digest";
import { skeletonOf } from "#text/skeleton";
import { headingRowsOf, type HeadingRow } from "./markdown-headings.ts";

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
  const second = rows.filter(([depth]) => depth === 2);
  const [first] = second;
  if (first === undefined) return null;
  const parts = second.map(([, , , text]) => skeletonOf(text, { title, maskNames: false }));
  const [, start, end, text, ownId] = first;
  return {
    digest: digest(parts.map((part) => part.text).join("\n")),
    headings: second.length,
    words: parts.reduce((sum, part) => sum + part.words, 0),
    first: [start, end],
    // It only names the place, so it need not be told from another heading with the same text.
    anchor: ownId ?? anchorOf(text, "github"),
  };
}
