import type { Entry } from "#model/entry";
import { isUndatedPage } from "./undated-page.ts";

/**
 * Tells whether documents are the same page of several sections that are alike, as each event has a schedule, a map and
 * answers to questions: pages without dates, with files of one name.
 *
 * @param sources all documents of the site
 * @param share how many of the names in the smaller of two sections the other must have, 0 to 1
 */
export function alikeSections(sources: Iterable<Entry>, share = 0): (entries: readonly Entry[]) => boolean {
  const areAlike = likeness(sources, share);
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
function likeness(entries: Iterable<Entry>, share: number): (folder: string, other: string) => boolean {
  const names = new Map<string, Set<string>>();
  for (const { path } of entries) {
    const { folder, name } = placeOf(path);
    names.set(folder, (names.get(folder) ?? new Set()).add(name));
  }
  // Large folders that are alike have many titles in common, and are held against each other once.
  const known = new Map<string, boolean>();
  return (folder, other) => {
    const key = `${folder}\n${other}`;
    const found = known.get(key) ?? sharesNames(names.get(folder), names.get(other), share);
    known.set(key, found);
    return found;
  };
}

const none: ReadonlySet<string> = new Set();

function sharesNames(own = none, others = none, share: number): boolean {
  const least = Math.max(fewestAlike, share * Math.min(own.size, others.size));
  let shared = 0;
  for (const name of others) if (own.has(name) && ++shared >= least) return true;
  return false;
}

function placeOf(path: string) {
  const page = path.replace(/\/_?index\.\w+$/, "");
  const slash = page.lastIndexOf("/");
  return { folder: page.slice(0, Math.max(0, slash)), name: page.slice(slash + 1) };
}
