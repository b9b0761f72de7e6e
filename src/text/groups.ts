/** The members by their keys, in order; those without a key are left out. */
export function byKey<T, K = string>(members: Iterable<T>, keyOf: (member: T) => K | undefined): Map<K, T[]> {
  const all = new Map<K, T[]>();
  for (const member of members) {
    const key = keyOf(member);
    if (key === undefined) continue;
    const group = all.get(key);
    if (group === undefined) all.set(key, [member]);
    else group.push(member);
  }
  return all;
}

/** The members that share a key, in order, for each key that at least two share. */
export function groupsBy<T>(members: Iterable<T>, keyOf: (member: T) => string | undefined): Map<string, T[]> {
  const all = byKey(members, keyOf);
  for (const [key, group] of all) if (group.length < 2) all.delete(key);
  return all;
}

/** Most related places of a finding: a group of thousands would otherwise name all of itself in every member. */
const mostRelated = 5;

/** The other members of a group than the one at `index`: those that come next first, and as many as a finding names. */
export function othersOf<T>(group: readonly T[], index: number): T[] {
  const next = group.slice(index + 1, index + 1 + mostRelated);
  return [...group.slice(0, Math.min(index, mostRelated - next.length)), ...next];
}
