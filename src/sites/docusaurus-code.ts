import { posix } from "node:path";
import { withoutComments } from "./js-literals.ts";
import { jsItems } from "./js-pairs.ts";
import { filesIn, readSmallText } from "./site-files.ts";

/** What the site's own code, as far as its config names it, does to links and pages. */
interface SiteCode {
  /** The kinds of content in which it works on links: there what looks like a broken one may not be. */
  readonly writesLinksOf: ReadonlySet<string>;
  /** URL paths of the pages that it adds. */
  readonly routes: readonly string[];
  /** URL paths below which it adds pages that only it knows. */
  readonly folders: readonly string[];
  /** Paths that stand in the code which makes redirects: some are those that it redirects, or start them. */
  readonly redirected: readonly string[];
}

const imported =
  /\bimport\s{1,9}([\w\s{},*]{1,300}?)\s{1,9}from\s{0,9}["'](\.[^"'\n]{1,300})["']|\b(?:const|let|var)\s{1,9}([\w\s{},:]{1,300}?)\s{0,9}=\s{0,9}require\(\s{0,9}["'](\.[^"'\n]{1,300})["']/g;
const named = /["'`](\.{1,2}\/[^"'`\n]{1,300})["'`]/g;
/** Most files of the site's own code that are looked at. */
const mostFiles = 60;
const mostRedirected = 100;

/**
 * Looks the plugins over that lie in the site's folder. Those that are packages are not looked into.
 *
 * @param file absolute path of the site's folder
 * @param code that of the config
 */
export function siteCode(file: string, code: string): SiteCode {
  const writers = [...code.matchAll(imported)]
    .slice(0, mostFiles)
    .filter(([, , path, , required]) => writesLinks(readModule(`${file}/${path ?? required ?? ""}`)))
    .flatMap(([, names, , others]) => (names ?? others ?? "").match(/\w+/g) ?? []);
  const adding = Array.from(code.matchAll(named), ([, path = ""]) => path)
    .slice(0, mostFiles)
    .map((path) => readModule(`${file}/${path}`))
    .filter((text) => text.includes("addRoute"));
  return {
    writesLinksOf: kindsWith(new Set(writers), code),
    routes: adding.flatMap(pathsIn),
    folders: adding.flatMap(foldersIn),
    redirected: redirectedIn(withoutComments(code)),
  };
}

const writesLinks = (text: string) => /["'`](?:link|definition)["'`]|\bis(?:Link|Definition)\b/.test(text);

/** The kinds of content in whose options names stand; all kinds where one stands outside of them. */
function kindsWith(names: ReadonlySet<string>, code: string): ReadonlySet<string> {
  const kinds = new Set<string>();
  if (names.size === 0) return kinds;
  const rest = code.replace(imported, "");
  let kind: string | undefined;
  for (const [, preset, plugin, word = ""] of rest.matchAll(
    /\b(docs|blog|pages)\s{0,9}:\s{0,9}\{|\bcontent-(docs|blog|pages)\b|(\w+)/g,
  )) {
    kind = preset ?? plugin ?? kind;
    if (names.has(word)) for (const one of kind === undefined ? ["docs", "blog", "pages"] : [kind]) kinds.add(one);
  }
  return kinds;
}

const pathsIn = (text: string): string[] =>
  Array.from(text.matchAll(/\bpath:\s{0,20}["'](\/[^"'\n]{0,300})["']/g), ([, path = ""]) => path);

/** What stands before the first value in a path that is made of some: `/people/${name}`. */
const foldersIn = (text: string): string[] =>
  Array.from(text.matchAll(/\bpath:\s{0,20}`(\/[^"'`$\n]{0,300}\/)\$\{/g), ([, path = ""]) => path);

/** The paths in the function by which the plugin for redirects makes them of the paths of pages. */
function redirectedIn(code: string): string[] {
  const start = /\bcreateRedirects\b(?=\s{0,9}[:(])/.exec(code)?.index;
  const [option = ""] = start === undefined ? [] : jsItems(code, start - 1).items;
  return Array.from(option.matchAll(/["'`](\/[^"'`$\s\\]{1,300})/g), ([, path = ""]) => path).slice(0, mostRedirected);
}

/** The text of a module as it is imported: with its ending, without it, or by the name of its folder. */
function readModule(file: string): string {
  const exact = readSmallText(file);
  if (exact !== undefined) return exact;
  const [folder, name] = [posix.dirname(file), posix.basename(file)];
  const beside = filesIn(folder).find((one) => isModule(one, name));
  if (beside !== undefined) return readSmallText(`${folder}/${beside}`) ?? "";
  const inside = filesIn(file).find((one) => isModule(one, "index"));
  return inside === undefined ? "" : (readSmallText(`${file}/${inside}`) ?? "");
}

const isModule = (file: string, name: string) =>
  file.startsWith(`${name}.`) && /^[cm]?[jt]sx?$/.test(file.slice(name.length + 1));
