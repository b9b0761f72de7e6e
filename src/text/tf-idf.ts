/** Counts of terms. */
export type Counts = ReadonlyMap<string, number>;

/** The weight of each term of each of some texts: how often it occurs there, times how rare it is among the texts. */
export function weigh(texts: readonly Counts[]): Map<string, number>[] {
  const holders = new Map<string, number>();
  for (const counts of texts) for (const term of counts.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  return texts.map(
    (counts) =>
      new Map(
        Array.from(counts, ([term, count]) => [
          term,
          (1 + Math.log(Math.max(1, count))) * (1 + Math.log((1 + texts.length) / (1 + (holders.get(term) ?? 0)))),
        ]),
      ),
  );
}

/** The cosine of the angle between two weighed texts: 0 where they share nothing, 1 where they weigh the same. */
export function cosine(a: Counts, b: Counts): number {
  const size = lengthOf(a) * lengthOf(b);
  let product = 0;
  for (const [term, weight] of a) product += weight * (b.get(term) ?? 0);
  return size === 0 ? 0 : product / size;
}

const lengthOf = (weights: Counts) =>
  Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
