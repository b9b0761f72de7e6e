/** Positions of a longest subsequence of values that never falls, ascending. Time n log n. */
export function longestRise(values: readonly number[]): number[] {
  // tails[k] is the position of the smallest value that ends a rise of k + 1 values.
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, value] of values.entries()) {
    const length = countAtMost(values, tails, value);
    before[index] = tails[length - 1] ?? -1;
    tails[length] = index;
  }
  const rise: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) rise.push(at);
  return rise.toReversed();
}

/** How many of the tails have a value that is not above `value`; their values are in order. */
function countAtMost(values: readonly number[], tails: readonly number[], value: number): number {
  let low = 0;
  let high = tails.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[tails[middle] ?? 0] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
