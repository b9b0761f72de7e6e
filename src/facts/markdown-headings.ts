import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { anchorOf, numbered, type AnchorStyle } from "#text/anchors";
import { fold, textBelow, visitsOf } from "./markdown-nodes.ts";

/**
 * Headings as they are stored: depth, start, end, text; then, where they are not what the text gives, the id that is
 * written after the heading (`{#id}`) and the id that Hugo makes.
 */
export type HeadingRow = readonly [
  depth: number,
  start: number,
  end: number,
  text: string,
  ownId?: string | 0,
  hugoId?: string,
];

/** A heading of a document. */
export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly span: Span;
  /** The id by which links reach it, unique in the document. */
  readonly anchor: string;
}

/** The headings of a Markdown document, in order; null for other documents. `headingsOf` reads them. */
export const headings = defineFact<readonly HeadingRow[] | null>({
  id: "headings",
  version: 1,
  from: { entry: () => null, markdown: rowsOf },
});

/** Stored headings with the ids that a generator gives them. */
export function headingsOf(rows: readonly HeadingRow[] | null, style: AnchorStyle): Heading[] {
  const plain = (rows ?? []).map(([, , , text, ownId, hugoId]) => {
    if (typeof ownId === "string") return ownId;
    return style === "hugo" ? (hugoId ?? anchorOf(text, "hugo")) : anchorOf(text, "github");
  });
  const anchors = numbered(plain);
  return (rows ?? []).map(([depth, start, end, text], index) => ({
    depth,
    text,
    span: { start, end },
    anchor: anchors[index] ?? "",
  }));
}

const attributes = /\s*\{([^{}]*)\}\s*$/;

function rowsOf(view: MarkdownView): HeadingRow[] {
  const visits = visitsOf(view);
  return visits.flatMap(({ node, start, end }, index): HeadingRow[] => {
    if (node.type !== "heading") return [];
    const shown = textBelow(visits, index);
    const own = attributes.exec(shown);
    const ownId = own === null ? undefined : /#([^\s#.]+)/.exec(own[1] ?? "")?.[1];
    const text = ownId === undefined ? shown : shown.slice(0, own?.index);
    if (ownId !== undefined) return [[node.depth, start, end, text, ownId]];
    const hugoId = anchorOf(sourceOf(view.masked.slice(start, end)), "hugo");
    return [
      hugoId === anchorOf(text, "hugo") ? [node.depth, start, end, text] : [node.depth, start, end, text, 0, hugoId],
    ];
  });
}

/** The line that Hugo makes an id of: of a heading over several lines the last, without the marks of the heading. */
function sourceOf(heading: string): string {
  const lines = heading.split(/\r\n?|\n/);
  if (lines.length > 1) return fold(lines.at(-2) ?? "");
  const line = (lines[0] ?? "").replace(/^[\s#]+/, "").trimEnd();
  const closing = /\s#+$/.exec(line.slice(-80));
  return fold(closing === null ? line : line.slice(0, line.length - closing[0].length));
}
