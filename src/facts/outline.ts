import type { Entry } from "#model/entry";
import type { Place } from "#model/problem";
import type { Span } from "#model/span";
import { blocksOf, type Block } from "./markdown-blocks.ts";
import { headingsOf, type Heading, type HeadingRow } from "./markdown-headings.ts";
import { proseOf, wordsOf } from "./markdown-prose.ts";

/** The headings of a body that are no part of a quote, a list or a component, in order. */
export function outlineOf(rows: readonly HeadingRow[] | null, blocks: string | null): Heading[] {
  const starts = new Set(blocksOf(blocks).flatMap(({ kind, span }) => (kind === "heading" ? span.start : [])));
  return headingsOf(rows, "github").filter(({ span }) => starts.has(span.start));
}

export const headingPlace = (entry: Entry, { span, anchor }: Heading): Place => ({
  path: entry.path,
  span,
  anchor: `heading:#${anchor}`,
  entry,
});

/** Whether only empty lines stand between a block and the one before; elsewhere a shortcode does. */
const follows = (block: Block, before: Block | undefined) => block.span.start - (before?.span.end ?? 0) <= widestGap;
/** Most units of empty lines: two, with a carriage return each, and some blanks. A shortcode is longer. */
const widestGap = 6;

/** Headings with nothing between them, in pairs. */
export function adjacentHeadings(
  rows: readonly HeadingRow[] | null,
  blocks: string | null,
): (readonly [Heading, Heading])[] {
  const all = blocksOf(blocks);
  const byStart = new Map(headingsOf(rows, "github").map((heading) => [heading.span.start, heading]));
  return all.flatMap((block, index) => {
    const before = all[index - 1];
    if (block.kind !== "heading" || before?.kind !== "heading" || !follows(block, before)) return [];
    const [first, second] = [byStart.get(before.span.start), byStart.get(block.span.start)];
    return first === undefined || second === undefined ? [] : [[first, second] as const];
  });
}

/** A stretch of text: paragraphs with nothing between them. */
export interface TextStretch {
  readonly span: Span;
  readonly words: number;
}

/** The stretches of text at the top level of a body, each with the span of its first paragraph. A paragraph without words shows a picture. */
export function textStretches(blocks: string | null, prose: string | null): TextStretch[] {
  const words = new Map(proseOf(prose).map((paragraph) => [paragraph.span.start, wordsOf(paragraph)]));
  const found: { span: Span; words: number }[] = [];
  let before: Block | undefined;
  let isOpen = false;
  for (const block of blocksOf(blocks)) {
    const own = block.kind === "paragraph" ? (words.get(block.span.start) ?? 0) : 0;
    const last = found.at(-1);
    if (own > 0 && isOpen && last !== undefined && follows(block, before)) last.words += own;
    else if (own > 0) found.push({ span: block.span, words: own });
    isOpen = own > 0;
    before = block;
  }
  return found;
}
