import { existsSync } from "node:fs";
import { isMap, jsonIn, mapAt, textAt } from "./config-values.ts";
import { readJsCalls, readJsConfig } from "./js-literals.ts";
import { below, nameParts } from "./placement.ts";
import { joinPath, readSmallText } from "./site-files.ts";

/** A permalink as data has it, "false" for none; null where code makes it. */
type Permalink = string | null;

/** What a data file says of permalinks. */
export interface PermalinkData {
  readonly own?: Permalink;
  /** From `eleventyComputed`: counts where nothing else gives a permalink. */
  readonly computed?: Permalink;
}

/** The data of a site that permalinks come from. Plain JSON; paths are below the input folder. */
export interface EleventyData {
  /** By the path of a template without its ending. */
  readonly files: Readonly<Record<string, PermalinkData>>;
  /** By folder: for all templates in it and below it. */
  readonly folders: Readonly<Record<string, PermalinkData>>;
  readonly global: PermalinkData;
  /** Whether any of them gives layouts to pages. */
  readonly giveLayouts: boolean;
}

/** Where the parts of a site are. */
interface Folders {
  /** Absolute path of the site's folder. */
  readonly file: string;
  /** Path of the input folder below it. */
  readonly input: string;
  /** Path of the folder of global data below the input folder. */
  readonly data: string;
}

/**
 * Reads the data files of a site, as far as their values are literal: nothing is run.
 *
 * @param assets paths of files below the input folder, without those that only templates use
 * @param code that of the config
 */
export function readEleventyData(folders: Folders, assets: readonly string[], code: string) {
  const notices: string[] = [];
  const input = `${folders.file}/${folders.input}`;
  const read = (path: string) => permalinksIn(`${input}/${path}`, path, notices);
  const name = joinPath(folders.input).split("/").at(-1) ?? "";
  const files: Record<string, PermalinkData> = {};
  const byFolder: Record<string, PermalinkData> = {};
  for (const { path, dir, base } of dataFiles(assets)) {
    const data = read(path);
    const stem = joinPath(dir, base);
    files[stem] = { ...files[stem], ...data };
    const isOfFolder = dir === "" ? base === name : dir.split("/").at(-1) === base;
    if (isOfFolder) byFolder[dir] = { ...byFolder[dir], ...data };
  }
  const giveLayouts =
    /\blayout["']/.test(code) ||
    dataFiles(assets).some(({ path }) => /\blayout\b/.test(readSmallText(`${input}/${path}`) ?? ""));
  const global = globalData(folders, code, notices);
  const data: EleventyData = { files, folders: byFolder, global, giveLayouts };
  return { data, notices };
}

/** Data files, those that count more behind the others: `a.json`, `a.11tydata.json`, `a.11tydata.js`. */
function dataFiles(assets: readonly string[]) {
  return assets
    .flatMap((path) => {
      const { dir, name, end } = nameParts(path);
      const base = name.replace(/\.11tydata$/, "");
      const isData = end === "json" || (base !== name && /^[cm]?js$/.test(end));
      return isData && !/(?:^|\/)\./.test(path)
        ? [{ path, dir, base, rank: base === name ? 0 : end === "json" ? 1 : 2 }]
        : [];
    })
    .toSorted((a, b) => a.rank - b.rank);
}

function globalData({ file, input, data }: Folders, code: string, notices: string[]): PermalinkData {
  const folder = below("", joinPath(input, data)) ?? "";
  const first = (name: string) =>
    ["js", "cjs", "mjs", "json"].map((end) => `${name}.${end}`).find((one) => existsSync(`${file}/${folder}/${one}`));
  const [computed, own] = [first("eleventyComputed"), first("permalink")];
  const names = readJsCalls(code, "addGlobalData");
  const isSet = names.some(
    (one) => typeof one === "string" && /^(?:permalink|eleventyComputed(?:\.permalink)?)$/.test(one),
  );
  if (isSet) notices.push("The config sets permalinks by code; URLs that depend on them are not known.");
  if (own !== undefined) notices.push(byCode(`${data}/${own}`));
  const found =
    computed === undefined ? {} : permalinksIn(`${file}/${folder}/${computed}`, `${data}/${computed}`, notices);
  return {
    ...(own !== undefined && { own: null }),
    ...(found.own !== undefined && { computed: found.own }),
    ...(isSet && { computed: null }),
  };
}

const byCode = (path: string) => `${path} makes permalinks by code; URLs that depend on them are not known.`;

function permalinksIn(file: string, path: string, notices: string[]): PermalinkData {
  const text = readSmallText(file);
  if (text === undefined || !/\bpermalink\b/.test(text)) return {};
  const data = path.endsWith(".json") ? jsonIn(text) : readJsConfig(text);
  const own = permalinkOf(data) ?? permalinkByFunction(text);
  const computed = permalinkOf(mapAt(data, "eleventyComputed"));
  if (own === undefined && computed === undefined && !path.endsWith(".json")) {
    notices.push(byCode(path));
    return { own: null };
  }
  return { ...(own !== undefined && { own }), ...(computed !== undefined && { computed }) };
}

const pageFunction =
  /(?<!["'\w])permalink\s*(?::\s*(?:function\s*)?)?\(\s*(\{\s*page\s*\}|[A-Za-z_$][\w$]{0,50})\s*\)\s*(?:=>\s*)?(?:\{\s*return\s+)?`([^`\\]{1,300})`\s*(?:;?\s*\}|[,}\n])/;

/**
 * The permalink that a function makes of nothing but names of the page: ``({ page }) => `/notes/${page.fileSlug}/` ``. Not
 * one of computed data, which counts less.
 */
function permalinkByFunction(text: string): string | undefined {
  const [all, parameter = "", template = ""] = pageFunction.exec(text) ?? [];
  if (all === undefined || text.slice(0, text.indexOf(all)).includes("eleventyComputed")) return undefined;
  const page = parameter.startsWith("{") ? "page" : `${parameter}.page`;
  const filled = template.replace(/\$\{\s*([\w$.]{1,80})\s*\}/g, (written, name: string) =>
    [`${page}.fileSlug`, `${page}.filePathStem`].includes(name)
      ? `{{ page.${name.split(".").at(-1) ?? ""} }}`
      : written,
  );
  return filled.includes("${") ? undefined : filled;
}

function permalinkOf(data: unknown): Permalink | undefined {
  const value = isMap(data) ? data["permalink"] : undefined;
  if (value === false) return "false";
  // A map without a path for the build writes no page.
  return isMap(value) ? (textAt(value, "build") ?? "false") : textAt(data, "permalink");
}
