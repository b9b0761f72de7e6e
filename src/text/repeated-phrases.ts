import { compareStrings } from "./compare.ts";
import { fold } from "./terms.ts";
import { wordsOf, type Word } from "./words.ts";

/** A run of words that many texts share, and where each of them has it first. */
export interface RepeatedPhrase {
  /** The words, folded. */
  readonly phrase: string;
  /** The texts that have it, in order, with the offsets of its first place in each. */
  readonly places: readonly { readonly text: number; readonly start: number; readonly end: number }[];
}

const shortest = 4;
const longest = 6;
/** Texts that candidates are drawn from: a phrase of three texts in ten is in a good part of any such sample. */
const sampleSize = 200;
/** Most phrases that are told; more of them say nothing new. */
const mostPhrases = 20;

interface Run {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Phrases of four to six words that at least a share of the texts have, the most frequent first; of two that contain
 * each other, the longer one unless the shorter is in clearly more texts.
 *
 * Candidates are counted in a sample, and only they are looked for in all texts: linear in the length of the texts,
 * with memory for the sample's phrases only.
 *
 * @param share smallest share of the texts, from 0 to 1
 */
export function findRepeatedPhrases(texts: readonly string[], share: number): RepeatedPhrase[] {
  const least = Math.max(2, Math.ceil(share * texts.length));
  const candidates = candidatesOf(texts, share);
  if (candidates.size === 0) return [];
  const places = new Map<string, RepeatedPhrase["places"][number][]>();
  for (const [index, text] of texts.entries()) {
    const words = wordsOf(text);
    for (const [key, { from, to }] of firstRuns(words, candidates)) {
      const place = { text: index, start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
      const known = places.get(key);
      if (known === undefined) places.set(key, [place]);
      else known.push(place);
    }
  }
  const repeated = [...places].flatMap(([phrase, all]) => (all.length < least ? [] : [{ phrase, places: all }]));
  return withoutParts(repeated).slice(0, mostPhrases);
}

/** Runs of words that a sample of the texts has often enough to be worth looking for in all of them. */
function candidatesOf(texts: readonly string[], share: number): Set<string> {
  const step = Math.max(1, Math.floor(texts.length / sampleSize));
  const sample = texts.filter((_text, index) => index % step === 0);
  const counts = new Map<string, number>();
  for (const text of sample) {
    for (const key of firstRuns(wordsOf(text)).keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // A sample of a part may hold fewer than all texts do, so half of the share is enough there.
  const least = Math.max(2, Math.ceil(share * sample.length * (step === 1 ? 1 : 0.5)));
  return new Set([...counts].flatMap(([key, count]) => (count >= least ? [key] : [])));
}

/** Words that folding leaves as they are: nearly all words, and folding is the costly part. */
const isPlain = /^[a-z\d]+$/;

/** The first place of each run of words in a text: of all runs, or of the wanted ones. */
function firstRuns(words: readonly Word[], wanted?: ReadonlySet<string>): Map<string, Run> {
  const folded = words.map(({ text }) => (isPlain.test(text) ? text : fold(text)));
  const runs = new Map<string, Run>();
  for (let from = 0; from + shortest <= folded.length; from++) {
    for (let size = shortest; size <= longest && from + size <= folded.length; size++) {
      const key = folded.slice(from, from + size).join(" ");
      // A longer run is wanted only where its beginning is.
      if (wanted !== undefined && !wanted.has(key)) break;
      if (!runs.has(key)) runs.set(key, { key, from, to: from + size });
    }
  }
  return runs;
}

/** How many more texts a shorter phrase needs to be told beside a longer one that contains it. */
const clearlyMore = 1.5;

function withoutParts(phrases: readonly RepeatedPhrase[]): RepeatedPhrase[] {
  const kept: RepeatedPhrase[] = [];
  const bySize = phrases.toSorted((a, b) => b.phrase.split(" ").length - a.phrase.split(" ").length);
  for (const one of bySize) {
    const isPart = kept.some(
      (other) => overlaps(other.phrase, one.phrase) && one.places.length < other.places.length * clearlyMore,
    );
    if (!isPart) kept.push(one);
  }
  return kept.toSorted((a, b) => b.places.length - a.places.length || compareStrings(a.phrase, b.phrase));
}

/** Whether a phrase contains another, or goes on where at least three words of the other end. */
const overlaps = (a: string, b: string): boolean => a.includes(b) || goesOn(a, b) || goesOn(b, a);

function goesOn(first: string, second: string): boolean {
  const [left, right] = [first.split(" "), second.split(" ")];
  for (let size = shortest - 1; size <= Math.min(left.length, right.length); size++) {
    if (left.slice(-size).join(" ") === right.slice(0, size).join(" ")) return true;
  }
  return false;
}
