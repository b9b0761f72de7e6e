import { compilePatterns, globFlaw } from "#text/globs";
import { textAt, textsAt } from "./config-values.ts";
import { readJsObject } from "./js-literals.ts";
import { JsModules, type CodePiece } from "./js-modules.ts";
import { jsPairs } from "./js-pairs.ts";
import { foldersIn, joinPath } from "./site-files.ts";

/** A content collection of Astro whose entries are Markdown files. */
export interface AstroCollection {
  readonly name: string;
  /** Relative to the site's folder. */
  readonly base: string;
  /** Globs below the base. */
  readonly patterns: readonly string[];
  /** Whether the names of its files say what its entries are called, and no code of the site does. */
  readonly hasUsualIds: boolean;
}

/** The collections of a site. */
export interface AstroCollections {
  readonly collections: readonly AstroCollection[];
  /** For people: what could not be read. */
  readonly notices: readonly string[];
}

/** Documentation by Starlight: names that start with `_` are left out; in a collection without a loader also folders. */
const docsPatterns = ["**/[^_]*.{md,mdx,markdown}"];
const usualPatterns = [...docsPatterns, "!**/_*/**"];

/**
 * The collections that the content config defines (https://docs.astro.build/en/guides/content-collections/, read on
 * 2026-11-23); without a config each folder of the content folder is one, as older versions have it.
 *
 * @param site absolute path of the site's folder
 * @param source the folder of its sources, relative to it
 */
export function readCollections(site: string, source: string, modules: JsModules): AstroCollections {
  const folders = foldersIn(`${site}/${source}/content`).map((name) => folderCollection(source, name));
  const config = contentConfig(`${site}/${source}`, modules);
  if (config === undefined) return { collections: folders, notices: [] };
  const written = writtenCollections(config, modules);
  if (written === undefined) return { collections: folders, notices: [unread("The collections")] };
  const read = [...written].map(([name, piece]) => [name, collectionOf(name, piece, source, modules)] as const);
  return {
    collections: read.flatMap(([, one]) => (typeof one === "string" ? [] : one)),
    notices: read.flatMap(([name, one]) => (one === "unknown" ? [unread(`The files of the collection ${name}`)] : [])),
  };
}

const unread = (what: string) => `${what} can't be told from the content config without running it; they are left out.`;

/**
 * The module that defines the collections of a site.
 *
 * @param source absolute path of the folder of its sources
 */
export const contentConfig = (source: string, modules: JsModules): CodePiece | undefined =>
  configFiles.map((name) => modules.module(`${source}/${name}`)).find((one) => one !== undefined);

const configFiles = ["content.config", "content/config"].flatMap((name) =>
  [".ts", ".mts", ".js", ".mjs"].map((end) => name + end),
);

const folderCollection = (source: string, name: string): AstroCollection => ({
  name,
  base: joinPath(source, "content", name),
  patterns: usualPatterns,
  hasUsualIds: true,
});

/** The code that defines each collection, by its name; undefined where the config exports none that can be read. */
function writtenCollections(config: CodePiece, modules: JsModules): ReadonlyMap<string, CodePiece> | undefined {
  const piece = modules.declaration(config.file, "collections");
  const start = /\bcollections\b[^={]{0,200}=\s*\{/.exec(piece?.code ?? "");
  if (piece === undefined || start === null) return undefined;
  const pairs = jsPairs(piece.code, start.index + start[0].length - 1);
  return new Map(
    Array.from(pairs, ([name, code]) => {
      const own = /^[\w$]+$/.test(code) ? modules.declaration(piece.file, code) : undefined;
      return [name, own ?? { file: piece.file, code }] as const;
    }),
  );
}

/** Undefined where entries are no files of Markdown. */
function collectionOf(
  name: string,
  { file, code }: CodePiece,
  source: string,
  modules: JsModules,
): AstroCollection | readonly [] | "unknown" {
  const loader = /\bloader\s*(?::\s*(?:([\w$]+)\s*\(\s*|[^,}]{0,100})|[,}(])/.exec(code);
  if (loader === null) return /\btype\s*:\s*["']data["']/.test(code) ? [] : folderCollection(source, name);
  if (loader[1] === "docsLoader") {
    const hasUsualIds = !/\bgenerateId\b/.test(code);
    return { name, base: joinPath(source, "content/docs"), patterns: docsPatterns, hasUsualIds };
  }
  if (loader[1] !== "glob") {
    const pieces = modules.reach({ file, code: loader[1] ?? "" });
    // Other loaders fetch their entries, or take them from a file of data; some of the site's own wrap `glob`.
    return pieces.some((piece) => /\bglob\s*\(/.test(piece.code)) ? "unknown" : [];
  }
  const at = loader.index + loader[0].length;
  if (code[at] !== "{") return "unknown";
  return globCollection(name, withConstants(code.slice(at), file, modules));
}

function globCollection(name: string, code: string): AstroCollection | "unknown" {
  const options = readJsObject(code, 0);
  const pairs = jsPairs(code, 0);
  const base = textAt(options, "base") ?? (pairs.has("base") ? undefined : ".");
  const patterns = textsAt(options, "pattern");
  if (base === undefined || patterns === undefined) return "unknown";
  const plain = patterns.map((one) => one.replace(/^(!?)\.\//, "$1"));
  const isReadable = plain.every((one) => globFlaw(one.replace(/^!/, "")) === undefined && !/[@!+?]\(/.test(one));
  return {
    name,
    base,
    patterns: isReadable ? plain : usualPatterns,
    hasUsualIds: !pairs.has("generateId"),
  };
}

/** Code in which names of texts that are declared elsewhere are the texts themselves. */
function withConstants(code: string, file: string, modules: JsModules): string {
  const textOf = (name: string) =>
    /=\s*(["'`])([^"'`\n$]{0,300})\1/.exec(modules.declaration(file, name)?.code ?? "")?.[2];
  return code
    .replace(/\$\{\s*([\w$]{1,200})\s*\}/g, (whole, name: string) => textOf(name) ?? whole)
    .replace(/\b(base|pattern)\s*:\s*([A-Za-z_$][\w$]{0,200})\s*(?=[,}])/g, (whole, key: string, name: string) => {
      const text = textOf(name);
      return text === undefined ? whole : `${key}: ${JSON.stringify(text)}`;
    });
}

/** A test for the files of a collection, by their paths below its base. */
export function filesOf({ patterns }: AstroCollection): (path: string) => boolean {
  const wanted = compilePatterns(
    patterns.filter((glob) => !glob.startsWith("!")),
    { dot: false },
  );
  const left = patterns.flatMap((glob) => (glob.startsWith("!") ? [glob.slice(1)] : []));
  const unwanted = compilePatterns(left, { dot: false });
  return (path) => {
    if (!/\.(?:md|mdx|markdown)$/i.test(path)) return false;
    const names = path.normalize("NFC").split("/");
    return wanted(names) && !unwanted(names);
  };
}
