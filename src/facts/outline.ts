import type { Entry } from "#model/entry";
import type { Place } from "#model/problem";
import { blocksOf, type Block } from "./markdown-blocks.ts";
import { headingsOf, type Heading, type HeadingRow } from "./markdown-headings.ts";
import { proseOf } from "./markdown-prose.ts";

/** The headings of a body that are no part of a quote, a list or a component, in order. */
export function outlineOf(rows: readonly HeadingRow[] | null, blocks: readonly number[] | null): Heading[] {
  const starts = new Set(blocksOf(blocks).flatMap(({ kind, span }) => (kind === "heading" ? span.start : [])));
  return headingsOf(rows, "github").filter(({ span }) => starts.has(span.start));
}

export const headingPlace = (entry: Entry, { span, anchor }: Heading): Place => ({
  path: entry.path,
  span,
  anchor: `heading:#${anchor}`,
  entry,
});

/** A top-level block, with the heading that it is and the words that it has as a paragraph. */
export interface OutlineBlock extends Block {
  readonly heading?: Heading | undefined;
  readonly words: number;
  /** Whether only empty lines stand between it and the block before; elsewhere a shortcode does. */
  readonly follows: boolean;
}

/** Most units of empty lines: two, with a carriage return each, and some blanks. A shortcode is longer. */
const widestGap = 6;

/** The top-level blocks of a body with what their kind says of them. */
export function outlineBlocks(
  rows: readonly HeadingRow[] | null,
  blocks: readonly number[] | null,
  prose: readonly (readonly number[])[] | null,
): OutlineBlock[] {
  const byStart = new Map(headingsOf(rows, "github").map((heading) => [heading.span.start, heading]));
  const words = new Map(
    proseOf(prose).map(({ span, sentences }) => [span.start, sentences.reduce((sum, one) => sum + one.words, 0)]),
  );
  return blocksOf(blocks).map((block, index, all) => ({
    ...block,
    follows: block.span.start - (all[index - 1]?.span.end ?? 0) <= widestGap,
    heading: block.kind === "heading" ? byStart.get(block.span.start) : undefined,
    words: block.kind === "paragraph" ? (words.get(block.span.start) ?? 0) : 0,
  }));
}
