import { isWeekday, monthOf } from "./calendar-words.ts";
import { fold } from "./terms.ts";
import { wordsOf } from "./words.ts";

/** A title as far as its first colon, dash or bar, and what follows; undefined where it has no two parts. */
export function titleParts(title: string): { readonly head: string; readonly rest: string } | undefined {
  const match = /\s*(?::\s|\s[-–—|·»]\s)\s*/u.exec(title);
  if (match === null || match.index === 0) return undefined;
  return { head: title.slice(0, match.index), rest: title.slice(match.index + match[0].length) };
}

/** Whether a title is one word of signs that code is written in: a reference is named by an identifier. */
export const isIdentifier = (title: string): boolean => /^[!-~]+$/.test(title.trim());

const ordinals = new Set(
  `one two three four five six seven eight nine ten eleven twelve first second third fourth fifth sixth seventh
  eighth ninth tenth final last next previous spring summer autumn fall winter
  premier première premiers premières second seconde seconds secondes deuxième troisième quatrième cinquième suite fin
  erste ersten erster zweite zweiten zweiter dritte dritten dritter vierte letzte letzten letzter fortsetzung schluss
  primero primera primeros segundo segunda tercero tercera cuarto cuarta continuación primeiro primeira terceiro terceira
  primo prima seconda terzo terza quarto quarta seguito fine первый первая второй вторая третий третья четвёртый
  продолжение окончание`.split(/\s+/),
);
// "I" is a pronoun more often than a number, and "V" and "X" are names.
const roman = /^(?:II|III|IV|VI|VII|VIII|IX|XI|XII)$/;

/** These are numbers where a title ends with them behind a sign, or names them as a part. */
const lastRoman = /(?<=[-–—:|(,]\s?)[IVX](?=\)?$)|(?<=\b(?:part|parte|partie|teil|volume|vol\.?) )[IVX]\b/iu;

/** The number of a part in Chinese and Japanese: （上）, (中), 第三回, 前編, “四、” behind a bracket. */
const cjkPart =
  /[(（【]([上中下一二三四五六七八九十续續完终終前后後]{1,3}|最終回)[)）】]|第[一二三四五六七八九十百]{1,4}[篇章回部集节節弹弾話话]|[前中後后上下续續]\s?[編编篇]|(?<=[\s_–—-])[上中下](?=$|\s)/gu;

/**
 * What tells one issue of a series from the next, sorted, as one text: numbers, versions, years, months, ordinals.
 * Titles that differ in it are no rivals, however much they agree.
 */
export const seriesMark = (title: string): string =>
  [
    ...wordsOf(title)
      .map(({ text }) => text)
      .filter((word) => /\d/.test(word) || roman.test(word) || isSeriesWord(fold(word)))
      .map(fold),
    ...(title.match(cjkPart) ?? []),
    ...(lastRoman.exec(title.trim()) ?? []),
  ]
    .toSorted()
    .join(" ");

const isSeriesWord = (word: string) => ordinals.has(word) || monthOf(word) !== undefined || isWeekday(word);
