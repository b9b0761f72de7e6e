import { fnv1a } from "./fnv.ts";
import { languagesWith } from "./function-words.ts";
import { fold } from "./terms.ts";
import { countCjk, eachWord } from "./words.ts";

/** A word, and what is worked out of it once for all places where it stands. */
export interface WordForm {
  readonly text: string;
  /** In small letters. */
  readonly lower: string;
  /** As `fold` has it. */
  readonly folded: string;
  /** Hash of the folded word. */
  readonly hash: number;
  /** Whether all of it is ASCII. */
  readonly isPlain: boolean;
  /** Whether the word may be a name or a number: it has a capital letter, or a digit. */
  readonly isNameOrNumber: boolean;
  /** Whether it is a number and nothing else. */
  readonly isNumber: boolean;
  /** The parts of the folded word: "kebab-case" has two. */
  readonly parts: readonly string[];
  /** Characters of Chinese, Japanese and Korean. */
  readonly cjk: number;
  /** The languages that have the word among their most frequent ones. */
  readonly languages: readonly string[];
}

/** The words of a text in order, and the offsets where they start. */
export interface WordRun {
  readonly forms: readonly WordForm[];
  readonly starts: readonly number[];
}

/** Splits a text into words, as `wordsOf` does. */
export function wordRunOf(text: string): WordRun {
  const forms: WordForm[] = [];
  const starts: number[] = [];
  eachWord(text, (start, end) => {
    forms.push(formOf(text.slice(start, end)));
    starts.push(start);
  });
  return { forms, starts };
}

/** Texts repeat their words: of a site of 300 posts, one word in twenty is new. */
const known = new Map<string, WordForm>();
/** Most words that are remembered; then all are forgotten. About 10 MB. */
const mostKnown = 50_000;

function formOf(text: string): WordForm {
  if (text.length > longestKnown) return describe(text);
  const remembered = known.get(text);
  if (remembered !== undefined) return remembered;
  if (known.size >= mostKnown) known.clear();
  const own = copyOf(text);
  const form = describe(own);
  known.set(own, form);
  return form;
}

/** No word is longer, and what is longer does not come again. */
const longestKnown = 60;

/** A part of a long text keeps all of it in memory; what comes out of a list of code units does not. */
const copyOf = (text: string): string =>
  text.length < shortestSlice ? text : String.fromCharCode(...Array.from(text, (_unit, at) => text.charCodeAt(at)));
/** V8 copies parts that are shorter than this anyway. */
const shortestSlice = 13;

/** Words of ASCII: nearly all words, and what is asked of others takes patterns that know all scripts. */
const isPlain = /^[!-~]+$/;

function describe(text: string): WordForm {
  const lower = text.toLowerCase();
  const plain = isPlain.test(text);
  const folded = plain ? lower : fold(text);
  return {
    text,
    lower,
    folded,
    hash: fnv1a(folded),
    isPlain: plain,
    isNameOrNumber: plain ? /[A-Z\d]/.test(text) : /\p{Lu}|\p{N}/u.test(text),
    isNumber: plain ? /^[\d.,]+$/.test(text) : /^[\p{N}.,]+$/u.test(folded),
    parts: /[-.&_]/.test(folded) ? folded.split(/[-.&_]/) : [folded],
    cjk: plain ? 0 : countCjk(text),
    languages: languagesWith(lower),
  };
}
