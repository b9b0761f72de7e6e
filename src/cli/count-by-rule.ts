import { compareStrings } from "#text/compare";

/** How many findings each rule has, the most frequent first. */
export function countByRule(findings: Iterable<{ readonly rule: string }>): (readonly [rule: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].toSorted(([a, n], [b, m]) => m - n || compareStrings(a, b));
}
