import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { bodyPlace, type Place, type RelatedPlace } from "#model/problem";
import { digest as digestOf, digestsIn } from "#text/digest";
import { fnv1a } from "#text/fnv";
import { groupsBy, othersOf } from "#text/groups";
import { Series } from "#text/series";
import { copiesOf } from "./copied-bodies.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { passagesOf, type Passage, type PassageKind, type Passages } from "./passages.ts";
import { Folders, postsOf, sourcesOf } from "./posts-by-source.ts";

/** A passage that several posts have, and where each has it first. */
export interface Repeat {
  readonly digest: string;
  readonly members: readonly Member[];
}

export interface Member {
  readonly entry: Entry;
  readonly passage: Passage;
}

/** The facts that repeats are found in, by entry. */
export interface RepeatFacts {
  prose(entry: Entry): string | null;
  passages(entry: Entry): Passages | null;
  fingerprint(entry: Entry): Fingerprint | null;
}

/**
 * The passages of one kind that at least some posts share, in the order of the first. Posts that are copies of each
 * other count as one; what is the custom of a folder, or the pattern of a series, is left out.
 */
export function repeatsOf(corpus: Corpus, facts: RepeatFacts, kind: PassageKind, minPosts: number): Repeat[] {
  const sources = postsOf(corpus);
  const paths = sources.map(({ path }) => path);
  const [folders, series] = [new Folders(paths), new Series(paths)];
  const copies = copiesOf(corpus, facts.fingerprint);
  return [...sharedPassages(sources, facts, kind, minPosts)].flatMap(([digest, group]) => {
    const posts = group.map(({ post }) => post);
    const custom = new Set(folders.beyondCustom(posts));
    const beyond = new Set(series.beyondPattern(posts).filter((post) => custom.has(post)));
    const members = group.filter(({ post }) => beyond.has(post));
    const different = new Set(members.map(({ entry, post }) => copies.get(entry) ?? `single ${post}`)).size;
    return Math.min(different, series.countBeyondPattern([...beyond])) < minPosts ? [] : { digest, members };
  });
}

/** A passage of a post that others have as well. */
export interface Told<R extends Repeat> {
  readonly repeat: R;
  /** Of the post among the members of the repeat. */
  readonly index: number;
  readonly member: Member;
  /** How many passages of the post it stands for, where they are too many to tell of each. */
  readonly count?: number;
}

/** Most passages that the same posts share which are told one by one: texts with more were copied as a whole. */
const mostTold = 3;

/** What is to be told of repeats: each of their members, or, where the same posts share many passages, the first of each post. */
export function toldOf<R extends Repeat>(repeats: readonly R[]): Told<R>[] {
  const sharers = new Map(repeats.map((one) => [one, digestOf(one.members.map(({ entry }) => entry.path).join("\n"))]));
  const many = groupsBy(repeats, (one) => sharers.get(one));
  return repeats.flatMap((repeat) => {
    const alike = many.get(sharers.get(repeat) ?? "") ?? [];
    if (alike.length <= mostTold) return eachOf(repeat);
    return alike[0] === repeat ? firstOf(alike) : [];
  });
}

const eachOf = <R extends Repeat>(repeat: R): Told<R>[] =>
  repeat.members.map((member, index) => ({ repeat, index, member }));

function firstOf<R extends Repeat>(repeats: readonly R[]): Told<R>[] {
  const all = repeats.flatMap(eachOf);
  const firsts = new Map<Entry, Told<R>>();
  for (const one of all) {
    const known = firsts.get(one.member.entry);
    const isFirst = known === undefined || one.member.passage.span.start < known.member.passage.span.start;
    if (isFirst) firsts.set(one.member.entry, { ...one, count: repeats.length });
  }
  return [...firsts.values()];
}

/** How many words of each post stand in paragraphs that are the custom of a folder; posts without any are left out. */
export function customWords(corpus: Corpus, facts: Omit<RepeatFacts, "fingerprint">): ReadonlyMap<Entry, number> {
  const sources = sourcesOf(corpus);
  const folders = new Folders(sources.map(({ path }) => path));
  const words = new Map<Entry, number>();
  for (const group of sharedPassages(sources, facts, "paragraphs", 3).values()) {
    if (group.length < 3 || folders.countBeyondCustom(group.map(({ post }) => post)) > 0) continue;
    for (const { entry, passage } of group) words.set(entry, (words.get(entry) ?? 0) + passage.words);
  }
  return words;
}

interface Placed extends Member {
  readonly post: number;
}

/** The first place of each passage in each post, for passages that may be in at least some posts. */
function sharedPassages(
  sources: readonly Entry[],
  facts: Omit<RepeatFacts, "fingerprint">,
  kind: PassageKind,
  least: number,
): ReadonlyMap<string, readonly Placed[]> {
  const isFrequent = counterOf(
    sources.map((entry) => facts.passages(entry)?.[kind] ?? ""),
    least,
  );
  const groups = new Map<string, Placed[]>();
  for (const [post, entry] of sources.entries()) {
    const found = facts.passages(entry);
    for (const passage of passagesOf(facts.prose(entry), found, kind, isFrequent)) {
      const group = groups.get(passage.digest);
      if (group === undefined) groups.set(passage.digest, [{ post, entry, passage }]);
      else if (group.at(-1)?.post !== post) group.push({ post, entry, passage });
    }
  }
  return groups;
}

/** Most counters: a power of two. 16 MB. */
const mostCounters = 1 << 24;

/**
 * Tells digests that may occur often enough from those that do not, in room that does not grow with the posts: of the
 * passages of a large site nearly all are unique, and no table of them is kept.
 */
function counterOf(rows: readonly string[], least: number): (digest: string) => boolean {
  const total = rows.reduce((sum, row) => sum + row.length, 0);
  const size = Math.min(mostCounters, 2 ** Math.ceil(Math.log2(Math.max(2, total))));
  const counters = new Uint8Array(size);
  const slot = (digest: string) => hashOf(digest) & (size - 1);
  const enough = Math.min(least, 255);
  for (const row of rows) {
    for (const digest of digestsIn(row)) counters[slot(digest)] = Math.min(255, (counters[slot(digest)] ?? 0) + 1);
  }
  return (digest) => (counters[slot(digest)] ?? 0) >= enough;
}

function hashOf(digest: string): number {
  const hash = fnv1a(digest);
  return hash ^ (hash >>> 15);
}

/** Where a member's passage stands. */
export const passagePlace = ({ entry, passage }: Member): Place => bodyPlace(entry, passage.span);

/** The places of the other members of a group. */
export const otherPlaces = (group: readonly Member[], index: number, message: string): RelatedPlace[] =>
  othersOf(group, index).map((other) => ({ place: passagePlace(other), message }));
