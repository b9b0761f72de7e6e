import type { LeadLabel } from "./lead-marker.ts";
import { isClosed, sentencesOf, type Stretch } from "./sentences.ts";
import { countWords, wordsOf } from "./words.ts";

/** A heading that ran into a summary when its generator took the tags away. */
export interface LeakedHeading extends Stretch {
  /** Whether its end is known: false where the text that follows it starts without a sign. */
  readonly isBounded: boolean;
}

/** Headings have at most this many words; a longer run without a full stop is something else. */
const mostHeadingWords = 14;
const lookBack = 300;
const numbered = /^\s*\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+(?=\p{Lu})/u;
const stockHeading = /^(?:introduction|overview|background|prerequisites|summary|table of contents)\b/iu;

/**
 * The heading that leaked before a lead, if that can be seen from the text alone: what runs into the label without a
 * full stop, and a question or a numbered heading in capitals at the start.
 *
 * @param label the lead's label, where the text has one
 */
export function findLeakedHeading(text: string, label: LeadLabel | undefined): LeakedHeading | undefined {
  if (label !== undefined) return headingBefore(text, label.start);
  return questionAtStart(text) ?? numberedAtStart(text);
}

function headingBefore(text: string, end: number): LeakedHeading | undefined {
  const from = Math.max(0, end - lookBack);
  const last = sentencesOf(text.slice(from, end)).at(-1);
  if (last === undefined || (from > 0 && last.start === 0)) return undefined;
  const candidate = last.text.replace(/[\s*_>#]+$/u, "");
  const isQuestion = candidate.endsWith("?");
  if (!isQuestion && (isClosed(candidate) || /[:,;—–-]$/.test(candidate))) return undefined;
  if (countWords(candidate) > mostHeadingWords || !/^["'“‘#*\s]*[\p{Lu}\p{N}]/u.test(candidate)) return undefined;
  if (isQuestion && last.start + from > 0 && !isTitleCase(candidate)) return undefined;
  return { text: candidate, start: from + last.start, end: from + last.start + candidate.length, isBounded: true };
}

/** "What Is X? X is …": a question in title case is a heading; in sentence case it may be prose. */
function questionAtStart(text: string): LeakedHeading | undefined {
  const [first, second] = sentencesOf(text.slice(0, lookBack), 2);
  if (first === undefined || second === undefined || !first.text.endsWith("?")) return undefined;
  if (countWords(first.text) > mostHeadingWords || !isTitleCase(first.text)) return undefined;
  return { ...first, isBounded: true };
}

/** "1. Introduction: Deconstructing the Core For decades …": a list item is not written in title case. */
function numberedAtStart(text: string): LeakedHeading | undefined {
  const number = numbered.exec(text.slice(0, 40));
  if (number === null) return undefined;
  const rest = text.slice(number[0].length, lookBack);
  const run = titleCaseRun(rest);
  const isHeading = run.words >= 5 || stockHeading.test(rest);
  if (!isHeading) return undefined;
  const end = number[0].length + Math.max(run.end, wordsOf(rest)[0]?.end ?? 0);
  const start = number[0].length - number[0].trimStart().length;
  return { text: text.slice(start, end), start, end, isBounded: false };
}

/**
 * The words at a text's start that are written in title case: how many, and where the heading ends. The last capital
 * belongs to the sentence that follows.
 */
function titleCaseRun(text: string): { words: number; end: number } {
  let words = 0;
  const ends: number[] = [];
  for (const word of wordsOf(text)) {
    if (!fitsTitleCase(word.text)) break;
    words++;
    if (isCapital(word.text)) ends.push(word.end);
  }
  return { words, end: ends.at(-2) ?? 0 };
}

/** Whether a text of several words is written as headings are: every word of weight starts with a capital. */
export function isTitleCase(text: string): boolean {
  const words = wordsOf(text).map((word) => word.text);
  return words.length > 2 && words.every(fitsTitleCase) && words.filter(isCapital).length > 1;
}

const lightWords =
  /^(?:a|an|and|as|at|but|by|for|from|in|into|nor|of|off|on|onto|or|out|over|per|so|the|to|up|via|vs|with|yet)$/u;
const isCapital = (word: string) => /\p{Lu}/u.test(word);
const fitsTitleCase = (word: string) => isCapital(word) || /^\p{N}/u.test(word) || lightWords.test(word);
