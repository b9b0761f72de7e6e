import { existsSync, statSync } from "node:fs";
import path from "node:path";

/** Where the paths of a report start. */
export interface Root {
  /** Absolute path of the folder. */
  readonly root: string;
  /** Path from the repository's root to it, POSIX, or "." where they are the same or there is no repository. */
  readonly prefix: string;
  /** Whether a config or a repository says so; else it is only the folder that all inputs are in. */
  readonly isSure: boolean;
}

/**
 * Finds the folder that reported paths are relative to: the config's folder, else the root of the repository that the
 * inputs are in, else their common folder. It does not depend on the folder that the command is run from, so the same
 * inputs give the same report from everywhere.
 *
 * @param inputs arguments as given: files, folders, globs
 * @param cwd absolute path of the folder that they are relative to
 * @param configFolder absolute path of the config's folder, if there is a config
 */
export function findRoot(inputs: readonly string[], cwd: string, configFolder: string | undefined): Root {
  const folders = inputs.filter((input) => !input.startsWith("!")).map((input) => folderOf(path.resolve(cwd, input)));
  const common = commonFolder(folders.length === 0 ? [cwd] : folders);
  const root = configFolder ?? repositoryOf(common) ?? common;
  const repository = repositoryOf(root);
  const prefix = repository === undefined ? "" : path.relative(repository, root).split(path.sep).join("/");
  return { root, prefix: prefix === "" ? "." : prefix, isSure: configFolder !== undefined || repository !== undefined };
}

/** The nearest folder at or above a folder that is the root of a git repository. */
function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, ".git"))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

/** The deepest folder that is on the way to what an argument names; of a glob, the part before its first pattern. */
function folderOf(file: string): string {
  const steps = file.split(path.sep);
  const pattern = existsSync(file) ? -1 : steps.findIndex((step) => /[*?{}[\]]/.test(step));
  const plain = pattern < 0 ? file : steps.slice(0, pattern).join(path.sep) || path.sep;
  return statSync(plain, { throwIfNoEntry: false })?.isDirectory() === true ? plain : path.dirname(plain);
}

function commonFolder(folders: readonly string[]): string {
  const [first = path.sep, ...rest] = folders.map((folder) => folder.split(path.sep));
  const steps = Array.isArray(first) ? first : [first];
  let length = steps.length;
  for (const other of rest) {
    let same = 0;
    while (same < length && steps[same] === other[same]) same++;
    length = same;
  }
  return steps.slice(0, length).join(path.sep) || path.sep;
}
