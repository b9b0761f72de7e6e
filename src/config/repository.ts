import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** The nearest folder upwards that has `.git`; undefined outside of a repository. */
export function repositoryRoot(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * Whether a file leads out of the repository that a folder is in, by its path or through symbolic links. What is read of
 * it could end up in a message, and a pull request must not be able to ask for that. Outside of a repository the folder
 * itself is the bound for links, and there is none for paths.
 *
 * @param file absolute path of a file that is there
 * @param folder absolute path
 */
export function leavesRepository(file: string, folder: string): boolean {
  const home = repositoryRoot(realpathSync(folder));
  const real = realpathSync(file);
  if (home !== undefined) return !isInside(real, home);
  const isLink = real !== join(realpathSync(dirname(file)), basename(file));
  return isLink && !isInside(real, realpathSync(folder));
}

/** Whether a path is that of a folder or of something below it; what lies on another drive is not. Both are absolute. */
export function isInside(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
