import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { localeOf } from "#text/locale";
import { clustersOf } from "#text/similar-sets";
import { candidatePairs, sketchSimilarity } from "#text/sketch";
import type { Fingerprint } from "./fingerprint.ts";
import { sourcesOf } from "./posts-by-source.ts";

/** A post's body as it is compared with others. */
export interface Body extends Fingerprint {
  readonly entry: Entry;
  readonly locale: string;
  /** Words that are the custom of a folder: they stand in most bodies, and say nothing of any. 0 where not asked for. */
  readonly custom: number;
}

/** Fewest words of a body that is compared with others: shorter ones are notes and stubs, which are alike. */
export const fewestBodyWords = 120;

/** Bands of eight rows find 99 % of what is that similar. */
const bandRows = 8;
export const nearSimilarity = 0.85;

/** The bodies of posts with at least some words, in order. */
export const bodiesOf = (corpus: Corpus, factOf: (entry: Entry) => Fingerprint | null, words: number): Body[] =>
  sourcesOf(corpus).flatMap((entry) => {
    const print = factOf(entry);
    return print === null || print.words < words ? [] : [{ ...print, entry, locale: localeOf(entry), custom: 0 }];
  });

/** For each body the lowest position of those that it is a copy of, word for word or nearly; its own where it is none. */
export function copyClusters(bodies: readonly Body[], least: number): number[] {
  const first = new Map<string, number>();
  const exact = bodies.flatMap(({ digest, locale }, index): [number, number][] => {
    const known = first.get(`${locale} ${digest}`);
    if (known === undefined) first.set(`${locale} ${digest}`, index);
    return known === undefined ? [] : [[known, index]];
  });
  const near = candidatePairs(bodies, bandRows).filter(([a, b]) => areNear(bodies[a], bodies[b], least));
  return clustersOf(bodies.length, [...exact, ...near]);
}

function areNear(a: Body | undefined, b: Body | undefined, least: number): boolean {
  if (a === undefined || b === undefined || a.locale !== b.locale) return false;
  return sketchSimilarity(a, b) >= least && ownSimilarity(a, b) >= least;
}

/** How alike two bodies are beside what is the custom of their folder. */
export function ownSimilarity(a: Body, b: Body): number {
  const similarity = sketchSimilarity(a, b);
  const common = ((a.runs + b.runs) * similarity) / (1 + similarity);
  const custom = Math.min(a.custom, b.custom, common);
  const own = a.runs + b.runs - common - custom;
  return own > 0 ? (common - custom) / own : 0;
}

const known = new WeakMap<Corpus, ReadonlyMap<Entry, number>>();

/**
 * Posts whose bodies are copies of each other have the same number: what they share is told once, as a copied body. All who
 * ask hand in the same fact, `fingerprint`, so that a corpus has one answer.
 */
export function copiesOf(corpus: Corpus, factOf: (entry: Entry) => Fingerprint | null): ReadonlyMap<Entry, number> {
  const found = known.get(corpus);
  if (found !== undefined) return found;
  const bodies = bodiesOf(corpus, factOf, fewestBodyWords);
  const clusters = copyClusters(bodies, nearSimilarity);
  const copies = new Map(bodies.map(({ entry }, index) => [entry, clusters[index] ?? index]));
  known.set(corpus, copies);
  return copies;
}
