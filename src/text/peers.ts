import type { Entry } from "#model/entry";

/**
 * Entries that belong side by side, so that what one of them lacks or does alone stands out: those of one document, and
 * for documents with a single entry those of one folder and edition.
 */
export function peersOf(entries: readonly Entry[]): Entry[][] {
  const sizes = new Map<string, number>();
  for (const { path } of entries) sizes.set(path, (sizes.get(path) ?? 0) + 1);
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { path, edition } = entry;
    const key = sizes.get(path) === 1 ? `${edition} ${path.slice(0, path.lastIndexOf("/") + 1)}` : ` ${path}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}
