import { spanWithin } from "#model/field";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { rememberingLast } from "#text/remember";
import type { Container } from "./markdown-nodes.ts";
import { paragraphsOf } from "./markdown-paragraphs.ts";

const containers: readonly Container[] = ["body", "list", "quote", "footnote", "component"];

/** A sentence of a paragraph: where it is and how long. Its text is no part of the fact, as it would store the post. */
export interface ProseSentence {
  readonly span: Span;
  readonly words: number;
}

export interface ProseParagraph {
  readonly container: Container;
  readonly span: Span;
  readonly sentences: readonly ProseSentence[];
}

/**
 * The prose of a Markdown document outside of code, a list of numbers for each paragraph: index of the container,
 * distance from the start of the paragraph before, length; then for each sentence distance from the start of the
 * sentence before (from the paragraph's for the first), length, words. Null for other documents. `proseOf` reads it.
 */
export const prose = defineFact<readonly ProseRow[] | null>({
  id: "prose",
  version: 1,
  from: { entry: () => null, markdown: rowsOf },
});

/** A paragraph as it is stored. */
export type ProseRow = readonly number[];

/** What a stored paragraph stands in. */
export const containerOf = (row: ProseRow): Container => containers[row[0] ?? 0] ?? "body";

/** Words of a stored paragraph. */
export function wordsInRow(row: ProseRow): number {
  let words = 0;
  for (let index = 5; index < row.length; index += 3) words += row[index] ?? 0;
  return words;
}

/** Stored prose. */
export const proseOf = (rows: readonly ProseRow[] | null): readonly ProseParagraph[] =>
  rows === null ? [] : read(rows);

const read = rememberingLast((rows: readonly ProseRow[]): readonly ProseParagraph[] => {
  let start = 0;
  return rows.map((row) => {
    start += row[1] ?? 0;
    const sentences: ProseSentence[] = [];
    let at = start;
    for (let index = 3; index < row.length; index += 3) {
      at += row[index] ?? 0;
      const span = { start: at, end: at + (row[index + 1] ?? 0) };
      sentences.push({ span, words: row[index + 2] ?? 0 });
    }
    return { container: containerOf(row), span: { start, end: start + (row[2] ?? 0) }, sentences };
  });
});

function rowsOf(view: MarkdownView): number[][] {
  let last = 0;
  return paragraphsOf(view).map(({ container, field, sentences }) => {
    const { start, end } = field.span;
    const row = [containers.indexOf(container), start - last, end - start];
    last = start;
    let at = start;
    for (const sentence of sentences) {
      const span = spanWithin(field, sentence.start, sentence.end);
      row.push(span.start - at, span.end - span.start, sentence.words);
      at = span.start;
    }
    return row;
  });
}
