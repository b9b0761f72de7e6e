import type { Corpus } from "#model/corpus";

/** Which documents of a site are older versions of others. */
export interface Versions {
  /** The path that a document has in the newest version, whether it is still there or not; its own where it has no versions. */
  newestPath(path: string): string;
  /** Whether one path lies in a newer version than another one. */
  isNewer(path: string, other: string): boolean;
}

/** The versions of a site's documents, by its content folders, which stand in order from the newest to the oldest. */
export function versionsIn({ site }: Pick<Corpus, "site">): Versions {
  const content = site?.model.content ?? [];
  const older = content.filter(({ versionOf }) => versionOf !== undefined);
  const rank = (path: string) => content.findIndex(holds(path));
  return {
    newestPath(path) {
      const own = older.find(holds(path));
      return own?.versionOf === undefined ? path : `${own.versionOf}${path.slice(own.folder.length)}`;
    },
    isNewer: (path, other) => older.length > 0 && rank(path) < rank(other),
  };
}

const holds = (path: string) => (one: { readonly folder: string }) => path.startsWith(`${one.folder}/`);
