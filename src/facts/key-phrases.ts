import type { Span } from "#model/span";
import { spanWithin } from "#model/field";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { contentTerms, fold } from "#text/terms";
import { wordsOf } from "#text/words";
import { paragraphsOf } from "./markdown-paragraphs.ts";

/** The phrase of two words that a body has most often. */
export interface KeyPhrase {
  readonly phrase: string;
  readonly count: number;
  /** Words of the body. */
  readonly words: number;
  /** Where the phrase stands first. */
  readonly span: Span;
}

/** The most frequent phrase of two telling words in a Markdown body; null where there is none, and for other documents. */
export const keyPhrase = defineFact<KeyPhrase | null>({
  id: "key-phrase",
  version: 1,
  from: { entry: () => null, markdown: read },
});

function read(view: MarkdownView): KeyPhrase | null {
  const found = new Map<string, { count: number; span: Span }>();
  let words = 0;
  for (const { field } of paragraphsOf(view)) {
    const own = wordsOf(field.value);
    words += own.length;
    for (const [index, word] of own.entries()) {
      const next = own[index + 1];
      if (next === undefined || next.start !== word.end + 1) continue;
      const phrase = `${fold(word.text)} ${fold(next.text)}`;
      const known = found.get(phrase);
      if (known === undefined) found.set(phrase, { count: 1, span: spanWithin(field, word.start, next.end) });
      else known.count++;
    }
  }
  const frequent = [...found].filter(([, { count }]) => count >= fewest).toSorted((a, b) => b[1].count - a[1].count);
  const most = frequent.find(([phrase]) => phrase.split(" ").every((word) => contentTerms(word).length > 0));
  return most === undefined ? null : { phrase: most[0], words, ...most[1] };
}

/** Phrases that a body has less often are no habit. */
const fewest = 5;
