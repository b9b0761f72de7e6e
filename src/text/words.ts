/** A word of a text and its place in it. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const word = /[\p{L}\p{N}\p{M}]+(?:['’.+#&-][\p{L}\p{N}\p{M}]+)*[+#]*/gu;
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const cjkAll = new RegExp(cjk.source, "gu");

/** The words of a text in order. Names such as "C++", "don't", "co-op" and "v1.35" are one word each. */
export const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(word), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** How many words a text has, as white space separates them: the way that people and word processors count. */
export function countWords(text: string): number {
  const trimmed = text.trim();
  return trimmed === "" ? 0 : trimmed.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/** How many characters of a text are Han, Kana or Hangul. */
export const countCjk = (text: string): number => (cjk.test(text) ? (text.match(cjkAll)?.length ?? 0) : 0);

/** Whether a text is mostly written in a script without spaces between words, so that it is measured by characters. */
export function isCjk(text: string): boolean {
  const characters = countCjk(text);
  return characters > 0 && characters * 2 >= text.replace(/\s+/gu, "").length;
}
