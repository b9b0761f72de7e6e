import type { Entry } from "#model/entry";
import type { Post, With } from "#model/post";

/** A post's source, and what a list or a feed says of it. */
export interface EditionPair<K extends keyof Entry> {
  readonly source: With<K>;
  readonly other: With<K>;
}

/** The pairs of one list or feed. */
export interface PairsOfDocument<K extends keyof Entry> {
  /** The path of the list or feed. */
  readonly path: string;
  readonly pairs: readonly EditionPair<K>[];
}

/** A post's source next to each of its entries in lists and feeds, where both have a field, by list. */
export function pairsByDocument<K extends keyof Entry>(posts: readonly Post[], name: K): PairsOfDocument<K>[] {
  const byPath = new Map<string, EditionPair<K>[]>();
  const has = (entry: Entry): entry is With<K> => entry[name] !== undefined;
  for (const { entries } of posts) {
    const [source] = entries;
    if (source.edition !== "source" || !has(source)) continue;
    for (const other of entries) {
      if ((other.edition !== "index" && other.edition !== "feed") || !has(other)) continue;
      const known = byPath.get(other.path);
      if (known === undefined) byPath.set(other.path, [{ source, other }]);
      else known.push({ source, other });
    }
  }
  return [...byPath].map(([path, pairs]) => ({ path, pairs }));
}

/** Of fewer pairs, all may differ and be a mistake each. */
const fewPairs = 4;

/**
 * The pairs of one list that differ where most agree. Where most differ, the list has another text by its template, and
 * no post drifted: then there are none.
 */
export function driftedPairs<K extends keyof Entry>(
  { pairs }: PairsOfDocument<K>,
  differs: (pair: EditionPair<K>) => boolean,
): readonly EditionPair<K>[] {
  const drifted = pairs.filter(differs);
  return pairs.length >= fewPairs && drifted.length > pairs.length / 2 ? [] : drifted;
}

/** What messages call the document that an entry stands in. */
export const editionLabel = ({ edition }: Pick<Entry, "edition">): string => (edition === "feed" ? "feed" : "index");
