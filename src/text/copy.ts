import { fold } from "./terms.ts";
import { wordsOf } from "./words.ts";

/**
 * How many words a text has beyond a title that it repeats word for word; undefined where it does not contain the title.
 */
export function wordsBeyond(title: string, text: string): number | undefined {
  const titleWords = foldedWords(title);
  const textWords = foldedWords(text);
  if (titleWords.length === 0 || textWords.length < titleWords.length) return undefined;
  return ` ${textWords.join(" ")} `.includes(` ${titleWords.join(" ")} `)
    ? textWords.length - titleWords.length
    : undefined;
}

const foldedWords = (text: string) => wordsOf(fold(text)).map((word) => word.text);
