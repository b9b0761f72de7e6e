import { spanWithin } from "#model/field";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { countWords } from "#text/words";
import { mayBeEnglish } from "./body-language.ts";
import { paragraphsOf, type Paragraph } from "./markdown-paragraphs.ts";

/** The em dashes in the sentences of a body. */
export interface EmDashes {
  readonly words: number;
  readonly count: number;
  /** The first of them. */
  readonly examples: readonly Span[];
}

/** The em dashes in the prose of a Markdown body in English; null for all others, and where there is none. */
export const emDashes = defineFact<EmDashes | null>({
  id: "em-dashes",
  version: 1,
  from: { entry: () => null, markdown: read },
});

const mostExamples = 3;

function read(view: MarkdownView): EmDashes | null {
  if (!view.masked.includes("—") && !/&(?:mdash|#8212|#x2014);/i.test(view.masked)) return null;
  if (!mayBeEnglish(view)) return null;
  const own = paragraphsOf(view).filter(({ container }) => container !== "quote");
  const found = own.flatMap((paragraph) => dashesIn(paragraph).map((at) => ({ field: paragraph.field, at })));
  const words = own.reduce((sum, { field }) => sum + countWords(field.value), 0);
  const examples = found.slice(0, mostExamples).map(({ field, at }) => spanWithin(field, at, at + 1));
  return found.length === 0 ? null : { words, count: found.length, examples };
}

/**
 * Where the dashes of a paragraph are. One at its start is a bullet or stands before a name, one at its end is cut speech;
 * the first of a list item parts a term from what is said of it.
 */
function dashesIn({ container, field: { value } }: Paragraph): number[] {
  const inner = Array.from(value.matchAll(/(?<=[^\s—]\s{0,3})—(?=\s{0,3}[^\s—])/g), ({ index }) => index);
  return container === "list" ? inner.slice(1) : inner;
}
