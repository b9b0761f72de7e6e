import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { anchorOf, numbered, type AnchorStyle } from "#text/anchors";
import { rememberingFor, rememberingLast } from "#text/remember";
import { filler, fold, visitsOf, wordsBelow } from "./markdown-nodes.ts";

/**
 * A heading as it is stored, with the id that is written behind it (`{#id}`), where there is one. Ids are made of the text
 * before white space is folded, which is kept where it differs.
 */
export type HeadingRow = readonly [
  depth: number,
  start: number,
  end: number,
  text: string,
  ownId?: string | null,
  spaced?: string,
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
  version: 4,
  from: { entry: () => null, markdown: (view) => headingRowsOf(view) },
});

/** Stored headings with the ids that a generator gives them. */
export const headingsOf = (rows: readonly HeadingRow[] | null, style: AnchorStyle): readonly Heading[] =>
  rows === null ? [] : inStyle[style](rows);

const inStyle: Readonly<Record<AnchorStyle, (rows: readonly HeadingRow[]) => readonly Heading[]>> = {
  github: rememberingLast((rows) => withAnchors(rows, "github")),
  hugo: rememberingLast((rows) => withAnchors(rows, "hugo")),
  blackfriday: rememberingLast((rows) => withAnchors(rows, "blackfriday")),
};

/** Headings whose ids are made when the first of them is asked for: few who look at headings follow links. */
function withAnchors(rows: readonly HeadingRow[], style: AnchorStyle): readonly Heading[] {
  let anchors: readonly string[] | undefined;
  const anchorAt = (index: number) => {
    anchors ??= numbered(rows.map(([, , , text, ownId, spaced]) => ownId ?? anchorOf(spaced ?? text, style)));
    return anchors[index] ?? "";
  };
  return rows.map(([depth, start, end, text], index) => ({
    depth,
    text,
    span: { start, end },
    get anchor() {
      return anchorAt(index);
    },
  }));
}

const attributes = / ?\{([^{}]{0,200})\}$/;

const idIn = (written = ""): string | undefined => /#([^\s#]+)/.exec(written)?.[1];

function lineAt(text: string, place: number): string {
  const end = text.indexOf("\n", place);
  return text.slice(text.lastIndexOf("\n", place - 1) + 1, end < 0 ? text.length : end).trimEnd();
}

/** The headings of a document as they are stored. */
export const headingRowsOf: (view: MarkdownView) => readonly HeadingRow[] = rememberingFor((view) => {
  const visits = visitsOf(view);
  return visits.flatMap(({ node, start, end }, index): HeadingRow[] => {
    if (node.type !== "heading") return [];
    const words = wordsBelow(visits, index);
    const shown = fold(words);
    const text = shown.replace(attributes, "");
    // In MDX they are no text.
    const ownId = idIn(attributes.exec(text === shown ? lineAt(view.masked, end) : shown)?.[1]);
    const row = [node.depth, start, end] as const;
    if (ownId !== undefined) return [[...row, text, ownId]];
    const isSpaced = words.trim().includes("  ") && !words.includes(filler);
    return [isSpaced ? [...row, shown, null, words.trim()] : [...row, shown]];
  });
});
