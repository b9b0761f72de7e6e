import { compilePatterns, globFlaw } from "#text/globs";
import { below } from "./placement.ts";

/** A folder of content, and the globs of the files in it that are left out. */
interface Excluding {
  /** POSIX, relative to the root of the run. */
  readonly folder: string;
  readonly globs: readonly string[];
}

/** Most globs of a folder that are looked at. */
const mostGlobs = 50;

/** A test for the files that the plugins of a site leave out, by their paths relative to the root of the run. */
export function excludedFiles(folders: readonly Excluding[]): (path: string) => boolean {
  const tests = folders.flatMap(({ folder, globs }) => {
    const readable = globs.filter((glob) => globFlaw(glob) === undefined).slice(0, mostGlobs);
    return readable.length === 0 ? [] : [{ folder, isExcluded: compilePatterns(readable) }];
  });
  return (path) =>
    tests.some(({ folder, isExcluded }) => {
      const inside = below(folder, path);
      return inside !== undefined && isExcluded(inside.split("/"));
    });
}
