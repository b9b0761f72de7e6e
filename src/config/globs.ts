import { resolve } from "node:path";
import { compilePatterns, globFlaw as flawOf } from "#text/globs";
import { pathFrom } from "./path-from.ts";

/** What is wrong with a glob of a config, as the end of a sentence that starts with it; undefined for a good one. */
export function globFlaw(glob: string): string | undefined {
  if (glob === "") return "is empty; write a path or a glob";
  if (glob.startsWith("!")) return 'starts with "!"; list what to leave out under "ignores"';
  if (glob.startsWith("/")) return 'starts with "/"; write it relative to the folder of the config file';
  return flawOf(glob);
}

/**
 * Compiles globs into a test for paths. Dot files match: a config that says `**` means all.
 *
 * @param globs without flaws; `**` stands for any folders, a trailing `/` for all below a folder
 * @param directory absolute path of the folder that the globs start from
 * @param root absolute path of the folder that tested paths are relative to
 */
export function compileGlobs(globs: readonly string[], directory: string, root: string): (path: string) => boolean {
  const isMatch = compilePatterns(globs);
  return (path) => isMatch(namesOf(path, directory, root));
}

/** The names of a path's folders and file, from `directory` on. */
export const namesOf = (path: string, directory: string, root: string): readonly string[] =>
  pathFrom(directory, resolve(root, path)).normalize("NFC").split("/");
