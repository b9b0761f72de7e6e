import { fnv1a } from "./fnv.ts";

/** Counters, two bits' worth each: a power of two, so that a hash finds its own by its last bits. 16 MB at the most. */
const mostCounters = 1 << 24;

/**
 * The texts of which at least a share of the runs of `size` words also stands in another text: only those can have a
 * near duplicate. Runs are counted by their hash, in room that does not grow with the texts, so that a text too many may
 * be named and none too few.
 *
 * @param texts the words of each text
 * @param share 0 to 1
 * @returns positions, ascending
 */
export function textsWithRepeatedRuns(texts: readonly (readonly string[])[], size: number, share: number): number[] {
  const hashes = texts.map((words) => runHashes(words, size));
  const runs = hashes.reduce((sum, { length }) => sum + length, 0);
  const counters = new Uint8Array(Math.min(mostCounters, nextPowerOfTwo(runs * 8)));
  const mask = counters.length - 1;
  for (const own of hashes) {
    for (const hash of own) counters[hash & mask] = Math.min(2, (counters[hash & mask] ?? 0) + 1);
  }
  return hashes.flatMap((own, index) => {
    const repeated = own.filter((hash) => (counters[hash & mask] ?? 0) > 1).length;
    return repeated >= share * own.length ? index : [];
  });
}

const nextPowerOfTwo = (count: number) => 2 ** Math.ceil(Math.log2(Math.max(2, count)));

/** One hash for each different run of a text. */
function runHashes(words: readonly string[], size: number): Int32Array {
  const single = words.map(fnv1a);
  const runs = new Set<number>();
  for (let from = 0; from + size <= single.length; from++) {
    let hash = 0;
    for (let at = from; at < from + size; at++) hash = Math.imul(hash ^ (single[at] ?? 0), 0x5bd1e995) ^ (hash >>> 15);
    runs.add(hash | 0);
  }
  return Int32Array.from(runs);
}
