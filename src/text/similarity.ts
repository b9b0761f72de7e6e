import { fold } from "./terms.ts";
import { wordsOf } from "./words.ts";

/** The overlapping runs of `size` words of a text, folded. A text that is shorter than that has one: all of it. */
export function shingles(text: string, size: number): Set<string> {
  const words = wordsOf(fold(text)).map((word) => word.text);
  if (words.length <= size) return new Set(words.length === 0 ? [] : [words.join(" ")]);
  const runs = new Set<string>();
  for (let i = 0; i + size <= words.length; i++) runs.add(words.slice(i, i + size).join(" "));
  return runs;
}

/** Share of common members among all members of two sets, 0 to 1. Two empty sets share nothing. */
export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const common = countCommon(a, b);
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

function countCommon<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const member of small) if (large.has(member)) common++;
  return common;
}
