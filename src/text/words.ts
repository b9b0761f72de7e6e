import { hasPlainLetters } from "./plain-letters.ts";

/** A word of a text and its place in it. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const word = /[\p{L}\p{N}\p{M}]+(?:['’.+#&-][\p{L}\p{N}\p{M}]+)*[+#]*/gu;
// All of them lie here, and half pairs too: a pattern without scripts finds in a tenth of the time that there are none.
const mayBeCjk = /[\u1100-\u11ff\u2e80-\uffff]/;
const cjkAll = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** The words of a text in order. Names such as "C++", "don't", "co-op" and "v1.35" are one word each. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  eachWord(text, (start, end) => words.push({ text: text.slice(start, end), start, end }));
  return words;
}

/** Tells where the words of a text are, in order: what `wordsOf` gives, without a list of them. */
export function eachWord(text: string, found: (start: number, end: number) => void): void {
  if (hasPlainLetters(text)) return eachPlainWord(text, found);
  word.lastIndex = 0;
  for (let match = word.exec(text); match !== null; match = word.exec(text)) found(match.index, word.lastIndex);
}

/** The pattern `word` for texts with letters and digits of ASCII only, in a fraction of the time. */
function eachPlainWord(text: string, found: (start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    if (!isPlainLetter(text, at)) {
      at++;
      continue;
    }
    const start = at;
    at = behindLetters(text, at);
    while (isJoiner(text, at) && isPlainLetter(text, at + 1)) at = behindLetters(text, at + 1);
    while (isSharp(text, at)) at++;
    found(start, at);
  }
}

function behindLetters(text: string, from: number): number {
  let at = from + 1;
  while (isPlainLetter(text, at)) at++;
  return at;
}

const isPlainLetter = (text: string, at: number) => plainKinds[text.charCodeAt(at)] === letter;
const isJoiner = (text: string, at: number) => {
  const unit = text.charCodeAt(at);
  return unit === 0x2019 || joiners[unit] === 1;
};
const joiners = Uint8Array.from({ length: 0x80 }, (_, unit) => ("'.+#&-".includes(String.fromCharCode(unit)) ? 1 : 0));
const isSharp = (text: string, at: number) => text.charCodeAt(at) === 0x2b || text.charCodeAt(at) === 0x23;

// What a code unit is for the counting of words; a digit is a letter.
const [sign, space, letter] = [0, 1, 2];
const plainKinds = Uint8Array.from({ length: 0x80 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return /[A-Za-z\d]/.test(character) ? letter : /\s/.test(character) ? space : sign;
});

/** How many words a text has, as white space separates them: the way that people and word processors count. */
export function countWords(text: string): number {
  let count = 0;
  let isCounted = false;
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at);
    if (kind === space) isCounted = false;
    else if (kind === letter && !isCounted) {
      count++;
      isCounted = true;
    }
  }
  return count;
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return plainKinds[unit] ?? sign;
  const character = String.fromCodePoint(text.codePointAt(at) ?? unit);
  if (/[\p{L}\p{N}]/u.test(character)) return letter;
  return /\s/u.test(character) ? space : sign;
}

/** How many characters of a text are Han, Kana or Hangul. */
export const countCjk = (text: string): number => (mayBeCjk.test(text) ? (text.match(cjkAll)?.length ?? 0) : 0);

/**
 * The length of a text in words, whatever its script: two characters of Chinese, Japanese or Korean are a word, as
 * white space, which `words` go by, hardly separates them.
 */
export const lengthInWords = ({ words, cjk }: { readonly words: number; readonly cjk: number }): number =>
  Math.max(words, Math.round(cjk / 2));

/** Whether a text is mostly written in a script without spaces between words, so that it is measured by characters. */
export function isCjk(text: string): boolean {
  const characters = countCjk(text);
  return characters > 0 && characters * 2 >= text.replace(/\s+/gu, "").length;
}
