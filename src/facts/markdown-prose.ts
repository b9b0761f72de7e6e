import { spanWithin } from "#model/field";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { sentencesOf } from "#text/sentences";
import { countWords } from "#text/words";
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
export const prose = defineFact<readonly (readonly number[])[] | null>({
  id: "prose",
  version: 1,
  from: { entry: () => null, markdown: rowsOf },
});

/** Stored prose. */
export function proseOf(rows: readonly (readonly number[])[] | null): ProseParagraph[] {
  let start = 0;
  return (rows ?? []).map(([container = 0, gap = 0, length = 0, ...numbers]) => {
    start += gap;
    const sentences: ProseSentence[] = [];
    let at = start;
    for (let index = 0; index < numbers.length; index += 3) {
      const [distance = 0, size = 0, words = 0] = numbers.slice(index, index + 3);
      at += distance;
      sentences.push({ span: { start: at, end: at + size }, words });
    }
    return { container: containers[container] ?? "body", span: { start, end: start + length }, sentences };
  });
}

function rowsOf(view: MarkdownView): number[][] {
  let last = 0;
  return paragraphsOf(view).map(({ container, field }) => {
    const { start, end } = field.span;
    const row = [containers.indexOf(container), start - last, end - start];
    last = start;
    let at = start;
    for (const sentence of sentencesOf(field.value)) {
      const span = spanWithin(field, sentence.start, sentence.end);
      row.push(span.start - at, span.end - span.start, countWords(sentence.text));
      at = span.start;
    }
    return row;
  });
}
