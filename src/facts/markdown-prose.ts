import { spanWithin } from "#model/field";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { decodeNumbers, encodeNumbers, foldSign, unfoldSign } from "#text/number-code";
import { remembering } from "#text/remember";
import type { Container } from "./markdown-nodes.ts";
import { paragraphsOf } from "./markdown-paragraphs.ts";

const containers: readonly Container[] = ["body", "list", "quote", "footnote", "component"];

/** A sentence of a paragraph: where it is and how long. Its text is no part of the fact, as it would store the post. */
interface ProseSentence {
  readonly span: Span;
  readonly words: number;
}

export interface ProseParagraph {
  readonly container: Container;
  readonly span: Span;
  readonly sentences: readonly ProseSentence[];
}

/**
 * The prose of a Markdown document outside of code, as coded numbers, a point between paragraphs: index of the container,
 * distance from the end of the paragraph before, length; then for each sentence distance from the end of the sentence
 * before (from the paragraph's start for the first), folded by `foldSign`, as sentences whose places can't be told apart
 * overlap; length, words. Null for other documents. `proseOf` reads it.
 */
export const prose = defineFact<string | null>({
  id: "prose",
  version: 3,
  from: { entry: () => null, markdown: codeOf },
});

/** Stored prose. What is given is shared and must not be changed. */
export const proseOf = (code: string | null): readonly ProseParagraph[] =>
  code === null || code === "" ? [] : read(code);

const read = remembering(2, (code): readonly ProseParagraph[] => {
  let end = 0;
  return code.split(".").map((paragraph) => {
    const [container = 0, gap = 0, length = 0, ...rest] = decodeNumbers(paragraph);
    const start = end + gap;
    end = start + length;
    return { container: containers[container] ?? "body", span: { start, end }, sentences: sentencesIn(rest, start) };
  });
});

function sentencesIn(numbers: readonly number[], from: number): ProseSentence[] {
  const sentences: ProseSentence[] = [];
  let at = from;
  for (let index = 0; index < numbers.length; index += 3) {
    const start = at + unfoldSign(numbers[index] ?? 0);
    at = start + (numbers[index + 1] ?? 0);
    sentences.push({ span: { start, end: at }, words: numbers[index + 2] ?? 0 });
  }
  return sentences;
}

/** Words of a paragraph. */
export const wordsOf = ({ sentences }: ProseParagraph): number => sentences.reduce((sum, { words }) => sum + words, 0);

function codeOf(view: MarkdownView): string {
  let last = 0;
  const paragraphs = paragraphsOf(view).map(({ container, field, sentences }) => {
    const { start, end } = field.span;
    const row = [containers.indexOf(container), start - last, end - start];
    last = end;
    let at = start;
    for (const sentence of sentences) {
      const span = spanWithin(field, sentence.start, sentence.end);
      row.push(foldSign(span.start - at), span.end - span.start, sentence.words);
      at = span.end;
    }
    return encodeNumbers(row);
  });
  return paragraphs.join(".");
}
