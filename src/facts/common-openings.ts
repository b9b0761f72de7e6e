import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import type { Span } from "#model/span";
import { compareStrings } from "#text/compare";
import { numberOf } from "#text/digest";
import { Series } from "#text/series";
import { proseOf } from "./markdown-prose.ts";
import { digestLetters, openingsOf, type Openings, type StoredOpening } from "./openings.ts";
import { passagesOf, type Passages } from "./passages.ts";
import { postsOf } from "./posts-by-source.ts";

/** An opening of sentences or clauses that many posts share, and the first place of it in each. */
export interface CommonOpening {
  readonly digest: string;
  /** Folded; undefined where no document has kept them. */
  readonly words: string | undefined;
  readonly members: readonly { readonly entry: Entry; readonly span: Span }[];
}

/** The facts that common openings are found in, by entry. */
export interface OpeningFacts {
  openings(entry: Entry): Openings | null;
  prose(entry: Entry): string | null;
  passages(entry: Entry): Passages | null;
}

/** Posts with the same whole sentence, from which on `dup/shared-sentence` tells of it, or takes it for a custom. */
const sharedSentence = 3;
/** Share of its places in the last paragraph of a post from which an opening is a call to action, and meant. */
const atTheEnd = 0.75;
/** Openings that follow so soon in the same posts are parts of one phrase: a clause, in UTF-16 units. */
const closeBy = 160;

/**
 * The openings that at least a share of the bodies have, the most frequent first, and how many bodies there are. Left out
 * are calls to action at the end, sentences that are shared as a whole, what the issues of a series open with, and what only
 * goes on from another one.
 */
export function commonOpenings(corpus: Corpus, facts: OpeningFacts, share: number) {
  const bodies = postsOf(corpus).filter((entry) => (facts.prose(entry) ?? "") !== "");
  const least = Math.max(2, Math.ceil(share * bodies.length));
  const series = new Series(bodies.map(({ path }) => path));
  const positions = new Map(bodies.map((entry, index) => [entry, index]));
  const isCommon = ({ members }: CommonOpening) =>
    members.length >= least &&
    series.countBeyondPattern(members.map(({ entry }) => positions.get(entry) ?? 0)) >= least;
  const found = [...groupsOf(bodies, facts, least)]
    .map(([digest, places]) => openingOf(digest, places, facts))
    .filter((opening) => isCommon(opening) && !isCallToAction(opening, facts))
    .toSorted((a, b) => b.members.length - a.members.length || compareStrings(a.digest, b.digest));
  return { bodies: bodies.length, common: withoutFollowers(found) };
}

interface Placed {
  readonly entry: Entry;
  readonly opening: StoredOpening;
}

/** The openings that at least some bodies have. Of all others, which are nearly all, no table is kept. */
function groupsOf(bodies: readonly Entry[], facts: OpeningFacts, least: number): Map<string, Placed[]> {
  const counts = new Uint32Array(64 ** digestLetters);
  for (const entry of bodies) {
    for (const { digest } of openingsOf(facts.openings(entry)))
      counts[numberOf(digest)] = (counts[numberOf(digest)] ?? 0) + 1;
  }
  const groups = new Map<string, Placed[]>();
  for (const entry of bodies) {
    for (const opening of openingsOf(facts.openings(entry))) {
      if ((counts[numberOf(opening.digest)] ?? 0) < least) continue;
      const group = groups.get(opening.digest);
      if (group === undefined) groups.set(opening.digest, [{ entry, opening }]);
      else if (group.at(-1)?.entry !== entry) group.push({ entry, opening });
    }
  }
  return groups;
}

function openingOf(digest: string, places: readonly Placed[], facts: OpeningFacts): CommonOpening {
  const words = places.find(({ opening }) => opening.words !== undefined)?.opening.words;
  const sentences = places.map(({ entry, opening }) => {
    const passages = passagesOf(facts.prose(entry), facts.passages(entry), "sentences");
    return passages.find(({ span }) => isWithin(opening.start, span))?.digest;
  });
  const alike = new Map<string, number>();
  for (const sentence of sentences) if (sentence !== undefined) alike.set(sentence, (alike.get(sentence) ?? 0) + 1);
  const members = places.flatMap(({ entry, opening: { start } }, index) =>
    (alike.get(sentences[index] ?? "") ?? 0) >= sharedSentence
      ? []
      : { entry, span: { start, end: endOf(entry, start, words, facts) } },
  );
  return { digest, words, members };
}

/** Where an opening ends: after its words, else with its sentence. */
function endOf(entry: Entry, start: number, words: string | undefined, facts: OpeningFacts): number {
  if (words !== undefined) return start + words.length;
  const sentences = proseOf(facts.prose(entry)).flatMap((paragraph) => paragraph.sentences);
  return sentences.find(({ span }) => isWithin(start, span))?.span.end ?? start;
}

const isWithin = (offset: number, { start, end }: Span) => start <= offset && offset < end;

function isCallToAction({ members }: CommonOpening, facts: OpeningFacts): boolean {
  const last = members.filter(({ entry, span }) => {
    const paragraphs = proseOf(facts.prose(entry));
    const end = paragraphs.length > 1 ? paragraphs.at(-1) : undefined;
    return end !== undefined && isWithin(span.start, end.span);
  });
  return last.length >= atTheEnd * members.length;
}

/** Openings without those that stand close by a more frequent one in most of their posts. */
function withoutFollowers(openings: readonly CommonOpening[]): CommonOpening[] {
  const told = new Map<Entry, number[]>();
  return openings.filter(({ members }) => {
    const near = members.filter(({ entry, span }) =>
      told.get(entry)?.some((start) => Math.abs(start - span.start) <= closeBy),
    );
    if (near.length * 2 > members.length) return false;
    for (const { entry, span } of members) {
      const starts = told.get(entry);
      if (starts === undefined) told.set(entry, [span.start]);
      else starts.push(span.start);
    }
    return true;
  });
}
