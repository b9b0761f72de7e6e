import type { Entry } from "#model/entry";
import { isUndatedPage } from "./undated-page.ts";

/**
 * Tells whether documents are the same page of several sections that are alike, as each event has a schedule, a map and
 * answers to questions: pages without dates, with files of one name.
 *
 * @param sources all documents of the site
 */
export function alikeSections(sources: Iterable<Entry>): (entries: readonly Entry[]) => boolean {
  const areAlike = likeness(sources);
  return (entries) => {
    const places = entries.map(({ path }) => placeOf(path));
    const [first] = places;
    return (
      first !== undefined &&
      entries.every(isUndatedPage) &&
      places.every(({ name, folder }) => name === first.name && areAlike(first.folder, folder))
    );
  };
}

/** Fewest names of files that two folders share which are alike. */
const fewestAlike = 2;

/** Tells whether two folders have files of the same names. */
function likeness(entries: Iterable<Entry>): (folder: string, other: string) => boolean {
  const names = new Map<string, Set<string>>();
  for (const { path } of entries) {
    const { folder, name } = placeOf(path);
    names.set(folder, (names.get(folder) ?? new Set()).add(name));
  }
  // Large folders that are alike have many titles in common, and are held against each other once.
  const known = new Map<string, boolean>();
  return (folder, other) => {
    const key = `${folder}\n${other}`;
    const found = known.get(key) ?? sharesNames(names.get(folder), names.get(other));
    known.set(key, found);
    return found;
  };
}

function sharesNames(own: ReadonlySet<string> = new Set(), others: ReadonlySet<string> = new Set()): boolean {
  let shared = 0;
  for (const name of others) if (own.has(name) && ++shared >= fewestAlike) return true;
  return false;
}

function placeOf(path: string) {
  const page = path.replace(/\/_?index\.\w+$/, "");
  const slash = page.lastIndexOf("/");
  return { folder: page.slice(0, Math.max(0, slash)), name: page.slice(slash + 1) };
}
