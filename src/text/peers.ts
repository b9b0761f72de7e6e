import type { Entry } from "#model/entry";
import { byKey } from "./groups.ts";

/**
 * Entries that belong side by side, so that what one of them lacks or does alone stands out: those of one document, and
 * for documents with a single entry those of one folder and edition.
 */
export function peersOf(entries: readonly Entry[]): Entry[][] {
  const sizes = new Map<string, number>();
  for (const { path } of entries) sizes.set(path, (sizes.get(path) ?? 0) + 1);
  const keyOf = ({ path, edition }: Entry) =>
    sizes.get(path) === 1 ? `${edition} ${path.slice(0, path.lastIndexOf("/") + 1)}` : ` ${path}`;
  return [...byKey(entries, keyOf).values()];
}
