import { compilePatterns, globFlaw } from "#text/globs";
import { joinPath, listFiles, readSmallText } from "./site-files.ts";

/** Most patterns that are read of the files that name what is ignored. */
const mostPatterns = 500;

/**
 * A test for the files that Eleventy leaves out: by `.gitignore`, by `.eleventyignore` in the site's folder and in that of
 * its input, and by the config (https://www.11ty.dev/docs/ignores/, read on 2026-11-23). A later `!` takes nothing back in.
 *
 * @param file absolute path of the site's folder, which the tested paths start from
 * @param code that of the config
 */
export function ignoredBy(file: string, input: string, code: string): (path: string) => boolean {
  const own = (folder: string, name: string) =>
    linesOf(readSmallText(`${file}/${joinPath(folder, name)}`)).map((line) => joinPath(folder, line));
  const git = own("", ".gitignore");
  // What takes files back in is read by git only.
  const usesGit =
    !/^!/m.test(readSmallText(`${file}/.gitignore`) ?? "") && !/\.setUseGitIgnore\(\s{0,9}false/.test(code);
  const called = Array.from(
    code.matchAll(/\.ignores\s{0,9}\.add\(\s{0,9}["'`]([^"'`\n]{1,300})["'`]/g),
    ([, glob = ""]) => glob,
  );
  const globs = [
    ...(usesGit ? git : []),
    ...own("", ".eleventyignore"),
    ...(joinPath(input) === "" ? [] : own(input, ".eleventyignore")),
    ...called.map((glob) => joinPath(glob)),
  ];
  const good = globs.filter((glob) => glob !== "" && globFlaw(glob) === undefined).slice(0, mostPatterns);
  const isMatch = compilePatterns(good);
  return (path) => {
    const names = path.split("/");
    return names.some((_name, index) => isMatch(names.slice(0, index + 1)));
  };
}

const linesOf = (text = ""): string[] =>
  text.split(/\r?\n/).flatMap((line) => (/^\s*(?:[#!]|$)/.test(line) ? [] : [line.trim()]));

/** The layouts of a site, by what decides where pages are. */
export interface Layouts {
  /** Names, with and without their endings, of those that have no permalink, nor has one that they are in. */
  readonly plain: readonly string[];
  /** Whether there are others. */
  readonly havePermalinks: boolean;
}

/** Reads the front matter of the layouts in a folder. */
export function readLayouts(folder: string): Layouts {
  const heads = new Map(listFiles(folder).map((path) => [path, headOf(readSmallText(`${folder}/${path}`) ?? "")]));
  const inside = new Map(Array.from(heads.keys(), (path) => [withoutEnd(path), path]));
  const isPlain = (path: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | undefined = path; at !== undefined && !seen.has(at);) {
      seen.add(at);
      const head: string = heads.get(at) ?? "";
      if (/^["']?permalink["']?\s{0,9}:/m.test(head)) return false;
      const outer = /^layout\s{0,9}:\s{0,9}["']?([^"'\s]{1,300})/m.exec(head)?.[1];
      if (outer === undefined) return true;
      at = heads.has(outer) ? outer : inside.get(outer);
    }
    return false;
  };
  const plain = [...heads.keys()].filter(isPlain);
  return { plain: plain.flatMap((path) => [path, withoutEnd(path)]), havePermalinks: plain.length < heads.size };
}

const withoutEnd = (path: string) => path.replace(/\.[^/]*$/, "");

/** The front matter of a template; "" where it has none. */
export function headOf(text: string): string {
  const end = /^---[ \t]{0,9}(?:\s|[a-z]{1,10}\s)/i.test(text) ? text.indexOf("\n---", 3) : -1;
  return end < 0 ? "" : text.slice(4, end);
}
