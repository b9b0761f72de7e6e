import type { Corpus } from "#model/corpus";
import { versionFolders } from "#text/version-folders";

/** Which documents of a site are older versions of others. */
export interface Versions {
  /** The path that a document has in the newest version, whether it is still there or not; its own where it has no versions. */
  newestPath(path: string): string;
  /** What a text about a document would be in the newest version: URLs in it have the name of the version. */
  inNewest(text: string, path: string): string;
  /** Whether one path lies in a newer version than another one. */
  isNewer(path: string, other: string): boolean;
}

/**
 * The versions of a site's documents: by its content folders, which stand in order from the newest to the oldest, where
 * the generator knows of versions; by the names of folders where it doesn't.
 */
export function versionsIn(corpus: Pick<Corpus, "posts" | "site">): Versions {
  const content = corpus.site?.model.content ?? [];
  const older = content.filter(({ versionOf }) => versionOf !== undefined);
  if (older.length === 0) return versionsByName(corpus);
  const rank = (path: string) => content.findIndex(holds(path));
  return {
    newestPath(path) {
      const own = older.find(holds(path));
      return own?.versionOf === undefined ? path : `${own.versionOf}${path.slice(own.folder.length)}`;
    },
    inNewest(text, path) {
      const own = older.find(holds(path));
      const newest = content.find(({ folder }) => folder === own?.versionOf);
      return own === undefined || newest === undefined ? text : renamed(text, own.at, newest.at);
    },
    isNewer: (path, other) => rank(path) < rank(other),
  };
}

function versionsByName(corpus: Pick<Corpus, "posts">): Versions {
  const placeOf = versionFolders(corpus);
  return {
    newestPath: (path) => placeOf(path)?.newest ?? path,
    inNewest(text, path) {
      const { name = "", newestName = "" } = placeOf(path) ?? {};
      return name === "" ? text : renamed(text, `/${name}`, newestName === "" ? "" : `/${newestName}`);
    },
    isNewer: (path, other) => (placeOf(path)?.age ?? 0) < (placeOf(other)?.age ?? 0),
  };
}

/** A text with the name of one version in place of that of another, where it stands in a URL path. */
const renamed = (text: string, from: string, to: string) => text.replaceAll(`${from}/`, () => `${to}/`);

const holds = (path: string) => (one: { readonly folder: string }) => path.startsWith(`${one.folder}/`);
