import { compareStrings } from "./compare.ts";
import { jaccard } from "./similarity.ts";

/** Two sets by their positions, the first below the second. */
export type Pair = readonly [number, number];

/** A set is compared with this many of those that share a rare member with it: keeps large sites linear. */
const mostCompared = 32;

/**
 * Pairs of sets whose Jaccard similarity is at least `least`.
 *
 * Two such sets share one of their rarest members (prefix filtering), so only sets that do are compared. Where very
 * many share one, each is compared with the nearest before it.
 */
export function similarPairs(sets: readonly ReadonlySet<string>[], least: number): Pair[] {
  const rarity = countMembers(sets);
  const holders = new Map<string, number[]>();
  const pairs: Pair[] = [];
  for (const [index, set] of sets.entries()) {
    const rarest = rarestOf(set, rarity, least);
    for (const other of candidates(rarest, holders)) {
      const known = sets[other] ?? new Set();
      const [small, large] = known.size < set.size ? [known.size, set.size] : [set.size, known.size];
      if (small >= least * large && jaccard(set, known) >= least) pairs.push([other, index]);
    }
    for (const member of rarest) {
      const known = holders.get(member);
      if (known === undefined) holders.set(member, [index]);
      else known.push(index);
    }
  }
  return pairs;
}

function countMembers(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const member of set) counts.set(member, (counts.get(member) ?? 0) + 1);
  return counts;
}

/** As many of the rarest members as a similar set can't do without all of. */
function rarestOf(set: ReadonlySet<string>, rarity: ReadonlyMap<string, number>, least: number): string[] {
  const byRarity = [...set].toSorted((a, b) => (rarity.get(a) ?? 0) - (rarity.get(b) ?? 0) || compareStrings(a, b));
  return byRarity.slice(0, set.size - Math.ceil(least * set.size) + 1);
}

function candidates(members: readonly string[], holders: ReadonlyMap<string, readonly number[]>): Set<number> {
  return new Set(members.flatMap((member) => holders.get(member)?.slice(-mostCompared) ?? []));
}

/** For each of `count` positions, the lowest position that pairs connect it with; its own where no pair has it. */
export function clustersOf(count: number, pairs: readonly Pair[]): number[] {
  const parents = Array.from({ length: count }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) {
      parents[at] = parents[up] ?? up;
      at = up;
    }
    return at;
  };
  for (const [a, b] of pairs) {
    const [low, high] = [root(a), root(b)].toSorted((one, other) => one - other) as [number, number];
    parents[high] = low;
  }
  return parents.map((_, index) => root(index));
}
