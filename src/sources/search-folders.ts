import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import { escapePath, glob } from "tinyglobby";
import { compilePatterns, segmentsOf } from "#text/globs";

/** Wildcards on a command line match no name that starts with a dot, in any case of letters. */
const found = { dot: false, nocase: true } as const;
const leftOut = { dot: true, nocase: true } as const;

const namesOf = (path: string) => path.normalize("NFC").replaceAll(sep, "/").split("/");

/**
 * The files that a glob without flaws matches, absolute. Links are not followed, and what is below node_modules or in a
 * cache (https://bford.info/cachedir/) is left out: a cache of Standfirst's own holds JSON. Names of files and globs may be hostile, so one part of a path is matched at a time: tinyglobby, which makes one
 * expression of a glob, only says which folders to look into.
 *
 * @param cwd absolute path of the folder that a relative glob starts from
 */
export async function searchFolders(pattern: string, cwd: string): Promise<string[]> {
  const written = posix.normalize(pattern);
  const isMatch = compilePatterns([written], found);
  const files = await glob(roughly(written), {
    cwd,
    absolute: true,
    caseSensitiveMatch: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ["**/node_modules/**"],
  });
  const start = isAbsolute(written) ? (file: string) => file : (file: string) => relative(cwd, file);
  const isCached = cachesBelow(cwd);
  return files.map((file) => resolve(file)).filter((file) => isMatch(namesOf(start(file))) && !isCached(dirname(file)));
}

/** A test for folders: whether one is a cache or in a cache, below a folder. */
function cachesBelow(cwd: string): (folder: string) => boolean {
  const known = new Map<string, boolean>([[cwd, false]]);
  return function isCached(folder: string): boolean {
    const up = dirname(folder);
    const answer = known.get(folder) ?? (up !== folder && (existsSync(join(folder, "CACHEDIR.TAG")) || isCached(up)));
    known.set(folder, answer);
    return answer;
  };
}

/** A glob that matches all that another one matches, at any depth from its first `**` on. */
function roughly(pattern: string): string {
  const segments = segmentsOf(pattern);
  const any = segments.indexOf("**");
  const upTo = any < 0 ? segments : segments.slice(0, any);
  return [...upTo.map(roughSegment), ...(any < 0 ? [] : ["**", "*"])].join("/");
}

function roughSegment(segment: string): string {
  if (!/[*?{}[\]\\]/.test(segment)) return escapePath(segment);
  return segment.startsWith(".") ? ".*" : "*";
}

/**
 * A test for files, by globs for what is to be left out; one that matches a folder leaves out all below it.
 *
 * @param cwd absolute path of the folder that the globs start from
 */
export function leavesOut(patterns: readonly string[], cwd: string): (file: string) => boolean {
  if (patterns.length === 0) return () => false;
  const isMatch = compilePatterns(patterns, leftOut);
  return (file) => {
    const names = namesOf(relative(cwd, file));
    return names.some((_name, index) => isMatch(names.slice(0, index + 1)));
  };
}
