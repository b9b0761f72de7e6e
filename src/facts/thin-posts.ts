import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { isListPage } from "#text/list-page";
import { peersOf } from "#text/peers";
import { lengthInWords } from "#text/words";
import type { WordCounts } from "./markdown-word-counts.ts";
import { sourcesOf } from "./posts-by-source.ts";

/** A post that has far fewer words than its neighbours. */
export interface ThinPost {
  readonly entry: Entry;
  readonly words: number;
  /** What half of the posts of its folder have at least. */
  readonly median: number;
  readonly posts: number;
}

/** Fewest posts of a folder that make a norm. */
const fewestPosts = 10;
/** From this many words on a post is short for its folder and not thin: the least that tools for SEO ask of any. */
const enoughWords = 300;
/** How many times the usual distance from the median a thin post is away from it. */
const mostDeviations = 3;

/** Posts with less than half of their folder's median, where that is far from what is usual there. */
export function thinPosts(corpus: Corpus, countsOf: (entry: Entry) => WordCounts | null): ThinPost[] {
  // Pages that list others have little text of their own.
  const sources = sourcesOf(corpus).filter(({ path }) => !isListPage(path));
  return peersOf(sources).flatMap((peers) => {
    if (peers.length < fewestPosts) return [];
    const sizes = peers.map((entry) => wordsOf(countsOf(entry)));
    const median = medianOf(sizes);
    const deviation = medianOf(sizes.map((size) => Math.abs(size - median)));
    return peers.flatMap((entry, index) => {
      const words = sizes[index] ?? 0;
      const isThin =
        words > 0 && words < Math.min(enoughWords, median / 2) && median - words > mostDeviations * deviation;
      return isThin ? [{ entry, words, median, posts: peers.length }] : [];
    });
  });
}

/** All that there is to read: text and code. */
export const wordsOf = (counts: WordCounts | null): number =>
  counts === null ? 0 : lengthInWords(counts) + counts.codeWords;

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = low] = sorted.length % 2 === 0 ? sorted.slice(middle - 1, middle + 1) : [sorted[middle] ?? 0];
  return Math.round((low + high) / 2);
}
