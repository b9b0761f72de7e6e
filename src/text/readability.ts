import { daleChall } from "dale-chall";
import { spache } from "spache";
import { syllable } from "syllable";

/** What the formulas count in a sentence. */
export interface SentenceCounts {
  readonly words: number;
  readonly letters: number;
  readonly syllables: number;
  /** Words of three syllables and more; and those of them that do not start with a capital. */
  readonly longWords: number;
  readonly complexWords: number;
  /** Different words that a child of ten, or of eight, is taken to know. */
  readonly easyWords: number;
  readonly familiarWords: number;
}

interface WordMeasure {
  readonly folded: string;
  readonly syllables: number;
  readonly isCapital: boolean;
  readonly isEasy: boolean;
  readonly isFamiliar: boolean;
}

// Words come again and again, and to count their syllables is what readability costs.
const measures = new Map<string, WordMeasure>();
/** Most words that are remembered: a site's vocabulary, and no more of what is hostile. */
const mostRemembered = 50_000;
let lists: { readonly easy: ReadonlySet<string>; readonly familiar: ReadonlySet<string> } | undefined;

function measure(word: string): WordMeasure {
  const known = measures.get(word);
  if (known !== undefined) return known;
  lists ??= { easy: new Set(daleChall), familiar: new Set(spache) };
  // A slice of a text keeps all of the text alive, so the words that are remembered are copies.
  const own = Array.from(word).join("");
  const folded = own.toLowerCase();
  const found = {
    folded,
    syllables: syllable(own),
    isCapital: own.charCodeAt(0) !== folded.charCodeAt(0),
    isEasy: lists.easy.has(folded),
    isFamiliar: lists.familiar.has(folded),
  };
  if (measures.size >= mostRemembered) measures.clear();
  measures.set(own, found);
  return found;
}

/** Counts a sentence, given by its words as they are written. */
export function countSentence(words: readonly string[]): SentenceCounts {
  const easy = new Set<string>();
  const familiar = new Set<string>();
  let [letters, syllables, longWords, complexWords] = [0, 0, 0, 0];
  for (const word of words) {
    const one = measure(word);
    letters += word.length;
    syllables += one.syllables;
    if (one.syllables >= 3) longWords++;
    if (one.syllables >= 3 && !one.isCapital) complexWords++;
    if (one.isEasy) easy.add(one.folded);
    if (one.isFamiliar) familiar.add(one.folded);
  }
  const unique = { easyWords: easy.size, familiarWords: familiar.size };
  return { words: words.length, letters, syllables, longWords, complexWords, ...unique };
}

/** The formulas that judge a sentence; how many there are. */
export const formulaCount = 7;

/**
 * By how many of seven formulas a sentence is too hard for readers of an age, as retext-readability 8 has it: each formula
 * gives a school grade or a score, which is turned into an age.
 */
export function hardByFormulas(counts: SentenceCounts, age: number): number {
  const { words, letters, syllables, longWords, complexWords } = counts;
  const difficult = (words - counts.easyWords) / words;
  const ages = [
    gradeToAge(4.71 * (letters / words) + 0.5 * words - 21.43),
    gradeToAge(0.0588 * ((letters / words) * 100) - 0.296 * ((1 / words) * 100) - 15.8),
    gradeToAge(daleChallGrade(0.1579 * difficult * 100 + 0.0496 * words + (difficult > 0.05 ? 3.6365 : 0))),
    20 - Math.floor(readingEase({ words, syllables, sentences: 1 }) / 10),
    gradeToAge(0.4 * (words + 100 * (complexWords / words))),
    Math.ceil(Math.sqrt(3.1291 + 1.043 * Math.sqrt(longWords * 30)) + 2.5),
    gradeToAge(0.659 + 0.121 * words + ((0.082 * (words - counts.familiarWords)) / words) * 100),
  ];
  return ages.filter((one) => one > age).length;
}

/** The age at which readers are in a school grade. */
const gradeToAge = (grade: number) => Math.round(grade + 5);

/** The last grade of those that a score of Dale and Chall stands for; the highest has none. */
const daleChallGrade = (score: number) => [4, 6, 8, 10, 12, 15][Math.max(Math.floor(score), 4) - 4] ?? Infinity;

/** Flesch's reading ease: 100 is easy, 30 is for graduates. */
export const readingEase = ({
  words,
  syllables,
  sentences,
}: {
  words: number;
  syllables: number;
  sentences: number;
}) => (syllables === 0 ? 100 : 206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words));
