import { posix } from "node:path";
import { filesIn, readSmallText } from "./site-files.ts";

/** What the site's own code, as far as its config names it, does to links and pages. */
interface SiteCode {
  /** Whether it works on links in Markdown: then what looks like a broken one may not be. */
  readonly rewritesLinks: boolean;
  /** URL paths of the pages that it adds. */
  readonly routes: readonly string[];
}

const imported = /(?:\bfrom|\brequire\(|\bimport\()\s{0,9}["'](\.{1,2}\/[^"'\n]{1,300})["']/g;
const named = /["'`](\.{1,2}\/[^"'`\n]{1,300})["'`]/g;
/** Most files of the site's own code that are looked at. */
const mostFiles = 60;

/**
 * Looks the plugins over that lie in the site's folder. Those that are packages are not looked into.
 *
 * @param file absolute path of the site's folder
 * @param code that of the config
 */
export function siteCode(file: string, code: string): SiteCode {
  const texts = (pattern: RegExp) =>
    Array.from(code.matchAll(pattern), ([, path = ""]) => path)
      .slice(0, mostFiles)
      .map((path) => readModule(`${file}/${path}`));
  return {
    rewritesLinks: texts(imported).some((text) => /["'`](?:link|definition)["'`]|\bis(?:Link|Definition)\b/.test(text)),
    routes: texts(named)
      .filter((text) => text.includes("addRoute"))
      .flatMap(pathsIn),
  };
}

const pathsIn = (text: string): string[] =>
  Array.from(text.matchAll(/\bpath:\s{0,20}["'](\/[^"'\n]{0,300})["']/g), ([, path = ""]) => path);

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
