import { textAt, textsAt, type ConfigMap } from "./config-values.ts";
import { below } from "./placement.ts";
import { joinPath, listFiles, readStart } from "./site-files.ts";

/** A page or a document of a collection that is written in another language than Markdown. */
export interface JekyllTemplate {
  /** Below the source folder. */
  readonly path: string;
  readonly permalink?: string;
  /** Paths that lead to it. */
  readonly aliases?: readonly string[];
}

/** The files below the source folder, by what Jekyll makes of them. */
export interface JekyllFiles {
  readonly documents: readonly string[];
  readonly templates: readonly JekyllTemplate[];
  /** What is served as it is. */
  readonly assets: readonly string[];
}

/** What the plugins and the config say about files. */
export interface FileOptions {
  /** The folder that those of collections are in; "" for the source itself. */
  readonly collectionsFolder: string;
  /** Folders with an underscore that are looked into. */
  readonly collections: readonly string[];
  /** Whether Markdown without front matter becomes a page, and a README the index of its folder. */
  readonly takesBareMarkdown: boolean;
}

const isMarkdown = (path: string) => /\.(?:md|markdown|mkdn|mkd)$/i.test(path);
/** Files that can't have front matter. */
const isBinary = (path: string) =>
  /\.(?:avif|bmp|docx?|eot|gif|gz|ico|jpe?g|mov|mp[34]|og[gv]|otf|pdf|png|pptx?|psd|tar|tiff?|ttf|wav|web[mp]|woff2?|xlsx?|zip)$/i.test(
    path,
  );
/** What the plugin that makes pages of bare Markdown leaves alone. */
const isForPeople =
  /(?:^|\/)(?:readme|licen[cs]e|copying|code_of_conduct|contributing|issue_template|pull_request_template)\.\w+$/i;

/** Longest front matter that is looked for a permalink, in bytes. */
const longestHead = 4000;

/** The files that Jekyll looks at: those of collections, and all that no underscore, dot or `exclude` hides. */
export function jekyllFiles(folder: string, config: ConfigMap, options: FileOptions): JekyllFiles {
  const documents: string[] = [];
  const templates: JekyllTemplate[] = [];
  const assets: string[] = [];
  const paths = listed(folder, config, options);
  const all = new Set(paths);
  for (const path of paths) {
    const head = isBinary(path) ? undefined : headOf(`${folder}/${path}`);
    if (isMarkdown(path)) {
      (head !== undefined || isBarePage(path, all, options) ? documents : assets).push(path);
    } else if (head === undefined) assets.push(path);
    else if (!/^published:[ \t]+false\b/m.test(head)) templates.push({ path, ...placeIn(head) });
  }
  return { documents, templates, assets };
}

function listed(folder: string, config: ConfigMap, { collections, collectionsFolder }: FileOptions): string[] {
  const taken = new Set(collections);
  const included = new Set((textsAt(config, "include") ?? []).map((path) => joinPath(path)));
  const isShown = (name: string) => included.has(name) || !/^[._#~]|~$/.test(name);
  const isExcluded = exclusion([...(textsAt(config, "exclude") ?? []), textAt(config, "destination") ?? "_site"]);
  const inTaken = (path: string) => path.split("/").some((name) => taken.has(name));
  // Where collections have a folder, those elsewhere are none.
  const isAstray = (path: string) =>
    collectionsFolder !== "" && below(collectionsFolder, path) === undefined && inTaken(path);
  return listFiles(folder, { enters: (name) => taken.has(name) || isShown(name) }).filter(
    (path) =>
      isShown(path.slice(path.lastIndexOf("/") + 1)) &&
      !path.startsWith("Gemfile") &&
      !isExcluded(path) &&
      !isAstray(path),
  );
}

/** Whether a path starts with one of those, in which `*` stands for any text and `?` for a letter. */
function exclusion(patterns: readonly string[]): (path: string) => boolean {
  const plain = patterns.filter((one) => !/[*?[]/.test(one)).map((one) => one.replace(/^\/+/, ""));
  const globs = patterns.filter((one) => /[*?[]/.test(one)).map((one) => one.replace(/^\/+/, ""));
  return (path) => plain.some((one) => path.startsWith(one)) || globs.some((one) => startsWithGlob(path, one));
}

/** Whether a glob stands for the path or for a folder that it is in. Sets of letters are read as any letter. */
function startsWithGlob(path: string, glob: string): boolean {
  const pieces = glob
    .replace(/\/+$/, "")
    .replace(/\[[^\]]{1,50}\]/g, "?")
    .split(/\*+/);
  const [first = "", ...rest] = pieces;
  let at = matchAt(path, 0, first);
  for (const [index, piece] of rest.entries()) {
    if (at < 0) return false;
    // The last piece ends at the end of the name of a file or folder.
    at = nextMatch(path, at, piece, index === rest.length - 1);
  }
  return at >= 0 && (at === path.length || path[at] === "/" || pieces.at(-1) === "");
}

function nextMatch(path: string, from: number, piece: string, isLast: boolean): number {
  for (let at = from; at + piece.length <= path.length; at++) {
    const end = matchAt(path, at, piece);
    if (end >= 0 && (!isLast || piece === "" || end === path.length || path[end] === "/")) return end;
  }
  return -1;
}

/** The end of a piece that stands at a place; -1 where it does not. */
function matchAt(path: string, at: number, piece: string): number {
  if (at + piece.length > path.length) return -1;
  for (let index = 0; index < piece.length; index++) {
    if (piece[index] !== "?" && piece[index] !== path[at + index]) return -1;
  }
  return at + piece.length;
}

function isBarePage(path: string, all: ReadonlySet<string>, { takesBareMarkdown }: FileOptions): boolean {
  if (!takesBareMarkdown || /(?:^|\/)_/.test(path)) return false;
  if (!isForPeople.test(path)) return true;
  const dir = path.slice(0, path.lastIndexOf("/") + 1);
  return /(?:^|\/)readme\.\w+$/i.test(path) && !["index.md", "index.html"].some((name) => all.has(dir + name));
}

/** The front matter at the start of a file, as far as it is looked at; undefined where there is none. */
function headOf(file: string): string | undefined {
  const start = readStart(file, longestHead);
  const opening = start === undefined ? null : /^---[ \t]*\r?\n/.exec(start);
  if (start === undefined || opening === null) return undefined;
  const end = /^(?:---|\.\.\.)[ \t]*$/m.exec(start.slice(opening[0].length));
  return start.slice(opening[0].length, end === null ? undefined : opening[0].length + end.index);
}

/** What a front matter says about the place of its page, as far as single lines tell. */
function placeIn(head: string): Pick<JekyllTemplate, "permalink" | "aliases"> {
  const permalink = unquoted(/^permalink:[ \t]+(\S[^\r\n]{0,300})/m.exec(head)?.[1]);
  const redirects = /^redirect_from:(.*)$((?:\r?\n[ \t]*-.*$)*)/m.exec(head);
  const aliases = `${redirects?.[1] ?? ""}\n${redirects?.[2] ?? ""}`
    .split(/[\r\n[\],]+/)
    .map((item) => unquoted(item.trim().replace(/^-\s+/, "")))
    .filter((item) => item !== "");
  return { ...(permalink !== "" && { permalink }), ...(aliases.length > 0 && { aliases }) };
}

const unquoted = (written = ""): string => written.trim().replace(/^(["'])(.*)\1$/, "$2");
