import { relative, resolve, sep } from "node:path";
import picomatch from "picomatch";

// With these, nothing in a glob can repeat a group: what is left takes polynomial time, and the limits below keep the
// polynomial's degree small. Dot files match: a config that says `**` means all.
const options = { dot: true, nonegate: true, noextglob: true, regex: false } as const;

const mostWildcards = 3;

/** What is wrong with a glob, as the end of a sentence that starts with the glob; undefined for a good one. */
export function globFlaw(glob: string): string | undefined {
  if (glob === "") return "is empty; write a path or a glob";
  if (glob.startsWith("!")) return 'starts with "!"; list what to leave out under "ignores"';
  if (glob.startsWith("/")) return 'starts with "/"; write it relative to the folder of the config file';
  if (/\{[^}]*\//.test(glob)) return 'has a "/" between braces; write one glob for each folder';
  if (/\{[^}]*\.\./.test(glob)) return "has a range between braces; list its members with commas";
  if (segmentsOf(glob).some(isUnmatchable)) return "matches nothing; close its braces, and end it with no backslash";
  if (segmentsOf(glob).some((segment) => wildcardsIn(segment) > mostWildcards)) {
    return `has more than ${mostWildcards} wildcards or braces in one folder's name; use fewer`;
  }
  return undefined;
}

/**
 * Compiles globs into a test for paths.
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
  relative(directory, resolve(root, path)).replaceAll(sep, "/").normalize("NFC").split("/");

/** The same for paths that are split by `namesOf`, for those who test one path against many globs. */
export function compilePatterns(globs: readonly string[]): (names: readonly string[]) => boolean {
  const patterns = globs.map(compileGlob);
  return (names) => patterns.some((pattern) => matches(pattern, names));
}

/** A test for the name of one folder or file; undefined stands for any number of folders. */
type Segment = ((name: string) => boolean) | undefined;

const compileGlob = (glob: string): readonly Segment[] => segmentsOf(glob).map(compileSegment);

const segmentsOf = (glob: string) =>
  `${glob.normalize("NFC")}${glob.endsWith("/") ? "**" : ""}`.split("/").filter((segment) => segment !== ".");

function compileSegment(segment: string): Segment {
  if (segment === "**") return undefined;
  if (segment === "..") return (name) => name === "..";
  const expression = expressionOf(segment);
  return (name) => name !== ".." && expression.test(name);
}

// Round brackets and bars stand for themselves: they are common in the names of route folders.
const expressionOf = (segment: string) => picomatch.makeRe(segment.replace(/(?<!\\)[()|]/g, "\\$&"), options);

const isUnmatchable = (segment: string) => segment !== "**" && expressionOf(segment).source === "$^";

const wildcardsIn = (segment: string) => (segment === "**" ? 0 : (segment.match(/\*+|\{/g)?.length ?? 0));

/** Walks path and pattern together and steps back to the last `**` only, so the time is at most their product. */
function matches(pattern: readonly Segment[], names: readonly string[]): boolean {
  let at = 0;
  let folders = -1;
  let resume = 0;
  for (let index = 0; index < names.length;) {
    if (at < pattern.length && pattern[at] === undefined) {
      folders = at++;
      resume = index;
    } else if (pattern[at]?.(names[index] ?? "") === true) {
      at++;
      index++;
    } else if (folders >= 0 && names[resume] !== "..") {
      at = folders + 1;
      index = ++resume;
    } else return false;
  }
  return pattern.slice(at).every((segment) => segment === undefined);
}
