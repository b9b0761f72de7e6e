/** What most of a set agree on. */
export interface Convention<T> {
  readonly value: T;
  /** How many agree, and of how many. */
  readonly agreeing: number;
  readonly total: number;
}

/** Fewest members and smallest share for a habit to count as a convention (the same quorum for every learned rule). */
export const quorum = { members: 10, share: 0.7 } as const;

/**
 * The value that most members share, when there are enough members and enough of them agree; else undefined.
 *
 * @param values one value a member; undefined where a member has none, which counts as disagreeing
 */
export function learnConvention<T>(
  values: readonly (T | undefined)[],
  { members, share }: { readonly members: number; readonly share: number } = quorum,
): Convention<T> | undefined {
  if (values.length < members) return undefined;
  const counts = new Map<T, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: Convention<T> | undefined;
  for (const [value, agreeing] of counts) {
    if (best === undefined || agreeing > best.agreeing) best = { value, agreeing, total: values.length };
  }
  return best !== undefined && best.agreeing >= share * values.length ? best : undefined;
}
