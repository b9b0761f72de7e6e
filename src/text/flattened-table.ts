import type { Stretch } from "./sentences.ts";
import { wordsOf, type Word } from "./words.ts";

// English words that prose can't do without and the cells of a table can.
const functionWords = new Set(
  `a an the and or but of to in on at by for from with without as is are was were be been it its this that these those
  you your we our they their he she his her i me my not no if when while which who what how why than then so can will
  would should could may might must has have had do does did into over under between about after before more most`.split(
    /\s+/,
  ),
);
/** Words in a row that are judged together, and how many of them may be function words. Prose has one in three. */
const windowSize = 30;
const mostFunctionWords = 2;
/** In a list ("Go, Rust, Zig") every other word may be followed by a separator; in a flattened table few are. */
const mostSeparators = 9;
/** Cells start with a capital. */
const leastCapitals = 6;
/** Signs of program code and formulas, which run in like tables do; more than one in ten words is code. */
const codeSigns = /[={}[\]\\<>$_]/g;
/** The rest of the text must look like English prose, or nothing can be said of it. */
const leastProseShare = 0.2;
const leastProseWords = 12;

/**
 * The cells of a table, or of a list, that ran into a text when its markup was taken away: thirty words or more without a full stop,
 * almost without function words, and not a list with commas. Silent on text that is not English.
 */
export function findFlattenedTable(text: string): Stretch | undefined {
  const words = wordsOf(text);
  if (words.length < windowSize + leastProseWords) return undefined;
  const marks = words.map((word, index) => markOf(text, word, words[index + 1]));
  const found = denseRun(marks);
  if (found === undefined) return undefined;
  const rest = [...marks.slice(0, found.from), ...marks.slice(found.to)];
  const prose = rest.filter(({ isFunction }) => isFunction).length;
  if (rest.length < leastProseWords || prose < leastProseShare * rest.length) return undefined;
  const start = words[found.from]?.start ?? 0;
  const end = words[found.to - 1]?.end ?? text.length;
  const cells = text.slice(start, end);
  if ((cells.match(codeSigns)?.length ?? 0) * 10 > found.to - found.from) return undefined;
  return { text: cells, start, end };
}

interface Mark {
  readonly isFunction: boolean;
  readonly isSeparated: boolean;
  readonly isCapital: boolean;
  readonly isColon: boolean;
  readonly endsSentence: boolean;
}

function markOf(text: string, word: Word, next: Word | undefined): Mark {
  const between = text.slice(word.end, Math.min(next?.start ?? text.length, word.end + 8));
  return {
    isFunction: functionWords.has(word.text.toLowerCase()),
    isSeparated: /[,·•–—]|\s-\s/.test(between),
    isCapital: /^\p{Lu}/u.test(word.text),
    isColon: /^\s*:/.test(between),
    // A semicolon joins the clauses of prose, an arrow the steps of a process; cells have neither.
    endsSentence: /[.!?…]["'”’)\]]*\s|[;→]/.test(between),
  };
}

/** The first window of words that reads like cells, made as long as it goes: indexes into the words, end exclusive. */
function denseRun(marks: readonly Mark[]): { from: number; to: number } | undefined {
  for (let from = 0; from + windowSize <= marks.length; from++) {
    if (readsLikeCells(marks.slice(from, from + windowSize))) {
      return { from: trimmedStart(marks, from), to: runEnd(marks, from + windowSize - 1) };
    }
  }
  return undefined;
}

const readsLikeCells = (window: readonly Mark[]) =>
  window.filter(({ isFunction }) => isFunction).length <= mostFunctionWords &&
  window.filter(({ isSeparated }) => isSeparated).length <= mostSeparators &&
  window.filter(({ isCapital }) => isCapital).length >= leastCapitals &&
  !window.slice(0, -1).some(({ endsSentence }) => endsSentence);

/** Where the cells start: behind "The key advantages:", which belongs to the prose before them. */
function trimmedStart(marks: readonly Mark[], from: number): number {
  const colon = marks.slice(from, from + 8).findIndex(({ isColon }) => isColon);
  let start = from + colon + 1;
  while (marks[start]?.isFunction === true) start++;
  return start;
}

/** Where a run of cells ends: two function words within four words are prose again. */
function runEnd(marks: readonly Mark[], from: number): number {
  let end = from;
  while (end < marks.length) {
    if (marks[end]?.endsSentence === true) return end + 1;
    if (marks.slice(end, end + 4).filter(({ isFunction }) => isFunction).length > 1) return end;
    end++;
  }
  return end;
}
