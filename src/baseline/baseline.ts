import type { Finding } from "#model/report";
import { byKey } from "#text/groups";

/** A finding that is known and does not fail the gate. */
export interface BaselineEntry {
  readonly path: string;
  readonly rule: string;
  readonly key: string;
  readonly context: string;
  readonly fingerprint: string;
}

/** What became of findings and entries when they were held against each other. */
export interface Matching<E extends BaselineEntry> {
  readonly known: ReadonlySet<Finding>;
  /** Entries that match a finding. */
  readonly matched: readonly E[];
  /** Entries that match none. */
  readonly unmatched: readonly E[];
}

/**
 * Holds findings against a baseline by identity, as multisets: an entry stands for one finding. First the same path and
 * fingerprint; then the same path, rule and key (its surroundings changed); then the same rule, key and context in a
 * path that is gone (the file was renamed).
 *
 * @param isGone whether the file of an entry is no longer there
 */
export function matchBaseline<E extends BaselineEntry>(
  findings: readonly Finding[],
  entries: readonly E[],
  isGone: (path: string) => boolean,
): Matching<E> {
  const known = new Set<Finding>();
  const matched = new Set<E>();
  for (const { keyOf, onlyGone } of steps) {
    const left = entries.filter((entry) => !matched.has(entry) && (!onlyGone || isGone(entry.path)));
    // The last of a list is taken off in no time, so the first stands last.
    const pool = byKey(left.toReversed(), keyOf);
    for (const finding of findings) {
      const entry = known.has(finding) ? undefined : pool.get(keyOf(finding))?.pop();
      if (entry === undefined) continue;
      matched.add(entry);
      known.add(finding);
    }
  }
  return { known, matched: [...matched], unmatched: entries.filter((entry) => !matched.has(entry)) };
}

const steps: readonly { keyOf(one: BaselineEntry): string; onlyGone: boolean }[] = [
  { keyOf: ({ path, fingerprint }) => JSON.stringify([path, fingerprint]), onlyGone: false },
  { keyOf: ({ path, rule, key }) => JSON.stringify([path, rule, key]), onlyGone: false },
  { keyOf: ({ rule, key, context }) => JSON.stringify([rule, key, context]), onlyGone: true },
];

/** The entry that stands for a finding. */
export const entryOf = ({ path, rule, key, context, fingerprint }: Finding): BaselineEntry => ({
  path,
  rule,
  key,
  context,
  fingerprint,
});
