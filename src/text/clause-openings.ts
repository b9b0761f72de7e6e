import { isStopWord } from "./terms.ts";
import type { WordForm, WordRun } from "./vocabulary.ts";

/** The first words of a sentence or of a clause, as many as it takes to say something. */
export interface ClauseOpening {
  /** Position of the first word among those of the text. */
  readonly first: number;
  readonly count: number;
  /** Of the folded words. */
  readonly hash: number;
  /** Letters of the longest word. */
  readonly longest: number;
  readonly start: number;
  readonly end: number;
}

const fewestWords = 4;
const mostWords = 6;
/** Words that are no function words: with fewer, a phrase ("one of the most", "at the end of the") is in every text. */
const fewestTelling = 2;
/** Longer words belong to a subject, and a phrase about one subject is not in the posts of a whole site. */
const longestWord = 12;

const betweenClauses = /[.!?…:;,—–("“]/;

/**
 * How the sentences and clauses of a text open: of each the first four words, or up to six where it takes so many to have
 * two that are no function words. What has numbers, very long words or signs among these words is left out.
 *
 * @param run the words of the text
 */
export function clauseOpenings(text: string, run: WordRun): ClauseOpening[] {
  const openings: ClauseOpening[] = [];
  let before = 0;
  for (let at = 0; at < run.forms.length; at++) {
    const start = run.starts[at] ?? 0;
    const opening = isOpening(text, before, start) ? openingAt(text, run, at) : undefined;
    if (opening !== undefined) openings.push(opening);
    before = start + (run.forms[at]?.text.length ?? 0);
  }
  return openings;
}

/** Whether what stands before a word starts the text or parts two clauses; nearly always it is a space. */
function isOpening(text: string, from: number, to: number): boolean {
  if (from > 0 && to <= from + 1) return false;
  const gap = text.slice(from, to);
  // What stands for code is a word too.
  return from === 0 ? !gap.includes("\ufffc") : betweenClauses.test(gap) && !/\ufffc\s*$/.test(gap);
}

function openingAt(text: string, { forms, starts }: WordRun, first: number): ClauseOpening | undefined {
  const from = starts[first] ?? 0;
  let [telling, longest, hash, before] = [0, 0, 0x2545f491, from - 1];
  for (let at = first; at < first + mostWords; at++) {
    const [form, start] = [forms[at], starts[at]];
    if (form === undefined || start !== before + 1 || !isCandidate(form)) return undefined;
    if (at > first && !isSpace(text, before)) return undefined;
    before = start + form.text.length;
    hash = Math.imul(((hash << 13) | (hash >>> 19)) ^ form.hash, 0x85ebca6b);
    longest = Math.max(longest, form.text.length);
    if (!isStopWord(form.folded)) telling++;
    const count = at - first + 1;
    if (count >= fewestWords && telling >= fewestTelling) {
      return { first, count, hash: mixed(hash), longest, start: from, end: before };
    }
  }
  return undefined;
}

const isCandidate = ({ text, isNameOrNumber }: WordForm) =>
  text.length <= longestWord && !(isNameOrNumber && /\p{N}/u.test(text));

const isSpace = (text: string, at: number) => text.charAt(at) === " " || text.charAt(at) === "\n";

/** Spreads what differs in some bits of a hash over all of them (the end of MurmurHash3). */
function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return (whole ^ (whole >>> 16)) >>> 0;
}
