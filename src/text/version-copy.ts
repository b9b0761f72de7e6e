import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { rememberingFor } from "./remember.ts";

/** A folder's name that is a version: "v3", "3.4", "5.x", "version-2.1.0-rc1". A bare number is a year or a month. */
const numbered = /^(?:(?:v|version|release)[-_]?\d{1,5}|\d{1,5}\.(?:\d{1,5}|x))(?:\.(?:\d{1,5}|x))*(?:-[a-z][\w.]*)?$/i;
const current = /^(?:latest|stable|current)$/i;
const coming = /^(?:next|dev|devel|main|master|nightly|edge|unreleased|upcoming)$/i;

/**
 * Tells which documents, by their paths, are the copies that other versions of them keep: those are meant to be alike.
 * Of some sites the generator knows the folders of older versions. Of other folders that lie side by side, are named like
 * versions and have a document of the same path, the newest is the one whose documents are no copies.
 */
export const versionCopies: (corpus: Pick<Corpus, "posts" | "site">) => (entry: Pick<Entry, "path">) => boolean =
  rememberingFor(({ posts, site }) => {
    const known = site?.model.content.filter(({ versionOf }) => versionOf !== undefined) ?? [];
    const folders = olderVersions(posts.flatMap(({ entries }) => entries.map(({ path }) => path)));
    return ({ path }) => {
      if (known.some(({ folder }) => path.startsWith(`${folder}/`))) return true;
      const place = folders.size === 0 ? undefined : versionIn(path);
      return place !== undefined && folders.has(`${place.parent}${place.name}`);
    };
  });

interface VersionPlace {
  readonly parent: string;
  readonly name: string;
  /** The path below the folder of the version. */
  readonly inside: string;
}

/** The first folder of a path that is named like a version. */
function versionIn(path: string): VersionPlace | undefined {
  const folders = path.split("/").slice(0, -1);
  let start = 0;
  for (const name of folders) {
    const end = start + name.length;
    if (numbered.test(name) || current.test(name) || coming.test(name)) {
      return { parent: path.slice(0, start), name, inside: path.slice(end + 1) };
    }
    start = end + 1;
  }
  return undefined;
}

/** The folders of versions beside which there is a newer one. */
function olderVersions(paths: readonly string[]): ReadonlySet<string> {
  const families = new Map<string, Map<string, string[]>>();
  for (const path of paths) {
    const place = versionIn(path);
    if (place === undefined) continue;
    const family = families.get(place.parent) ?? new Map<string, string[]>();
    families.set(place.parent, family);
    const inside = family.get(place.name);
    if (inside === undefined) family.set(place.name, [place.inside]);
    else inside.push(place.inside);
  }
  const older = new Set<string>();
  for (const [parent, family] of families) {
    if (![...family.keys()].some((name) => numbered.test(name)) || !sharePaths([...family.values()])) continue;
    const [, ...others] = [...family.keys()].toSorted(byAge);
    for (const name of others) older.add(`${parent}${name}`);
  }
  return older;
}

/** Whether a path other than that of an index is in two of some folders. */
function sharePaths(folders: readonly (readonly string[])[]): boolean {
  const seen = new Set<string>();
  return folders.some((inside) => {
    const own = [...new Set(inside)].filter((path) => !/^(?:_?index|readme)\.\w+$/i.test(path));
    const isShared = own.some((path) => seen.has(path));
    for (const path of own) seen.add(path);
    return isShared;
  });
}

/** The version that readers get first, then the numbered ones from the newest, then what is not released. */
function byAge(a: string, b: string): number {
  const [first, second] = [a, b].map((name) => (current.test(name) ? 0 : numbered.test(name) ? 1 : 2));
  return (first ?? 0) - (second ?? 0) || b.localeCompare(a, "en", { numeric: true });
}
