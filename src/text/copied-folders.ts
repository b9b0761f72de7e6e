import { quorum } from "./convention.ts";
import { byKey } from "./groups.ts";

/** Folders that hold the same documents. */
export interface CopiedFolders {
  readonly folders: readonly string[];
  /** How many documents are in each of them. */
  readonly count: number;
  /** Position of the first group of such documents. */
  readonly first: number;
}

/**
 * Which groups of like documents come from one cause: the folders in which they lie are copies of each other, with one
 * document of each group in each folder. Groups without such a cause, or with few companions, have none.
 *
 * @param groups paths of the documents of each group, POSIX
 */
export function copiedFolders(groups: readonly (readonly string[])[]): (CopiedFolders | undefined)[] {
  const names = groups.map((paths) => foldersOf(paths));
  const positions = byKey(names.keys(), (index) => names[index]?.join("\n"));
  return names.map((folders) => {
    const members = positions.get(folders?.join("\n") ?? "") ?? [];
    const [first] = members;
    if (folders === undefined || first === undefined || members.length < quorum.members) return undefined;
    return { folders, count: members.length, first };
  });
}

/** The folders where the paths of a group part, in order; undefined where two lie in one, or one is a file there. */
function foldersOf(paths: readonly string[]): string[] | undefined {
  const parts = paths.map((path) => path.split("/"));
  const [first = []] = parts;
  let depth = 0;
  while (depth < first.length && parts.every((one) => one[depth] === first[depth])) depth++;
  const folders = new Set(parts.flatMap((one) => (depth < one.length - 1 ? one.slice(0, depth + 1).join("/") : [])));
  return folders.size === paths.length ? [...folders].toSorted() : undefined;
}
