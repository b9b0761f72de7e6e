import type { Span } from "#model/span";
import { spanWithin } from "#model/field";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { contentTerms, fold } from "#text/terms";
import { wordsOf } from "#text/words";
import { mayBeEnglish } from "./body-language.ts";
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

/** The most frequent phrase of two telling words, which is no name, in the English prose of a Markdown body; null where there is none, and for other documents. */
export const keyPhrase = defineFact<KeyPhrase | null>({
  id: "key-phrase",
  version: 2,
  from: { entry: () => null, markdown: read },
});

function read(view: MarkdownView): KeyPhrase | null {
  // Which words say nothing is known of English alone.
  if (!mayBeEnglish(view)) return null;
  const found = new Map<string, Counted>();
  let words = 0;
  for (const { container, field } of paragraphsOf(view)) {
    // Lists of changes or of pages say the same in each line.
    if (container !== "body") continue;
    const own = wordsOf(field.value);
    words += own.length;
    for (const [index, word] of own.entries()) {
      const next = own[index + 1];
      if (next === undefined || next.start !== word.end + 1) continue;
      const phrase = `${fold(word.text)} ${fold(next.text)}`;
      const known = found.get(phrase);
      const names = Number(/^\p{Lu}\S* \p{Lu}/u.test(`${word.text} ${next.text}`));
      if (known === undefined) found.set(phrase, { count: 1, names, span: spanWithin(field, word.start, next.end) });
      else {
        known.count++;
        known.names += names;
      }
    }
  }
  return mostFrequent(found, words);
}

function mostFrequent(found: ReadonlyMap<string, Counted>, words: number): KeyPhrase | null {
  const frequent = [...found].filter(([, { count }]) => count >= fewest).toSorted((a, b) => b[1].count - a[1].count);
  // A name has no other word for it.
  const most = frequent.find(
    ([phrase, { count, names }]) =>
      names * 2 < count && phrase.split(" ").every((word) => contentTerms(word).length > 0),
  );
  if (most === undefined) return null;
  const [phrase, { count, span }] = most;
  return { phrase, words, count, span };
}

interface Counted {
  count: number;
  /** How often both words have a capital. */
  names: number;
  readonly span: Span;
}

/** Phrases that a body has less often are no habit. */
const fewest = 5;
