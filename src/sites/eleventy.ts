import type { Entry } from "#model/entry";
import type { SiteModel, StaticFile } from "#model/site";
import { isMap, mapAt, textAt } from "./config-values.ts";
import { readEleventyData, type EleventyData } from "./eleventy-data.ts";
import { cnameOrigin } from "./cname-origin.ts";
import { eleventyOrigin } from "./eleventy-origin.ts";
import { fillPermalink, permalinkFor } from "./eleventy-permalink.ts";
import { readJsCalls, readJsConfig } from "./js-literals.ts";
import { baseModel, contentOf, staticOf } from "./model-defaults.ts";
import {
  anywhere,
  defaultUrl,
  fits,
  patternOf,
  templatePages,
  type PermalinkPattern,
  type TemplatePages,
} from "./eleventy-templates.ts";
import { ignoredBy, readLayouts, type Layouts } from "./eleventy-folders.ts";
import { below, nameParts, urlPath, type PlacedEntry, type Placement } from "./placement.ts";
import { filesIn, foldersIn, joinPath, listFiles, readSmallText } from "./site-files.ts";

/** What data files and config of an Eleventy site say about URLs. */
interface EleventySettings {
  readonly data: EleventyData;
  /** What templates that are no Markdown put where. */
  readonly pages: TemplatePages;
  /** Whether the config makes templates by code. */
  readonly makesMore: boolean;
  /** Whether a plug-in makes the pictures of pages from those below the input folder. */
  readonly makesPictures: boolean;
  /** A layout's permalink is that of the pages in it. */
  readonly layouts: Layouts;
}

/** What is known of an Eleventy site, from the literal values of its config, its data files and its folders. */
export function findEleventy(file: string, folder: string): SiteModel | undefined {
  const name = filesIn(file).find((one) => /^(?:\.eleventy|eleventy\.config)\.[cm]?js$/.test(one));
  if (name === undefined) return undefined;
  const code = readSmallText(`${file}/${name}`) ?? "";
  const folders = foldersOf(file, code);
  const { input, data } = folders;
  const output = joinPath(folder, folders.output);
  const content = { folder: joinPath(folder, input), kind: "content", at: "/" };
  const found = contentOf(file, folder, [content], documentTest(file, folder, folders, code));
  const assets = found.contentAssets.flatMap((path) => {
    const inside = below(folder, path) ?? path;
    return isApart(folders, inside) ? [] : [below(content.folder, path) ?? path];
  });
  const { data: permalinks, notices } = readEleventyData({ file, input, data }, assets, code);
  const layouts = readLayouts(`${file}/${joinPath(input, folders.layouts)}`);
  const settings: EleventySettings = {
    data: permalinks,
    pages: templatePages(`${file}/${input}`, assets, permalinks, layouts),
    makesMore: /\.addTemplate\s{0,9}\(/.test(code),
    makesPictures: /ImageTransformPlugin|\beleventy-img\b/.test(code),
    layouts,
  };
  const origin = eleventyOrigin(file, joinPath(input, data)) ?? cnameOrigin(file, ["", input, "public", "static"]);
  const copied = readJsCalls(code, "addPassthroughCopy")
    .flatMap(copies)
    .flatMap((one) => copiedFiles(file, folder, input, one));
  return {
    ...baseModel(folder),
    generator: "eleventy",
    configFile: joinPath(folder, name),
    ...found,
    contentAssets: found.contentAssets.filter((path) => below(output, path) === undefined),
    staticFiles: copied,
    redirects: staticOf(file, folder, copied.length > 0 ? ["public", "static"] : []).redirects,
    output,
    ...(origin !== undefined && { baseUrl: origin }),
    trailingSlash: "always",
    rewritesSourceLinks: code.includes("InputPathToUrl"),
    shortcodes: ["liquid"],
    settings,
    notices,
  };
}

interface Folders {
  readonly input: string;
  readonly output: string;
  /** These are named from the input folder on. */
  readonly data: string;
  readonly includes: string;
  readonly layouts: string;
}

function foldersOf(file: string, code: string): Folders {
  const dirs = mapAt(readJsConfig(code), "dir");
  const called = (method: string) =>
    readJsCalls(code, method).find((one) => typeof one === "string") as string | undefined;
  const includes = textAt(dirs, "includes") ?? called("setIncludesDirectory") ?? "_includes";
  return {
    input: textAt(dirs, "input") ?? called("setInputDirectory") ?? computedInput(file, code) ?? ".",
    output: textAt(dirs, "output") ?? called("setOutputDirectory") ?? "_site",
    data: textAt(dirs, "data") ?? called("setDataDirectory") ?? "_data",
    includes,
    layouts: textAt(dirs, "layouts") ?? called("setLayoutsDirectory") ?? includes,
  };
}

/**
 * The input folder of a config that takes its name from elsewhere (`input: config.src`): the one that has the data or the
 * layouts, which stand in the input folder. Undefined where none of the usual ones does, or the site's own folder.
 */
function computedInput(file: string, code: string): string | undefined {
  if (!/\binput\s{0,9}:\s{0,9}[A-Za-z_$]|\.setInputDirectory\(\s{0,9}[A-Za-z_$]/.test(code)) return undefined;
  const hasParts = (folder: string) =>
    foldersIn(`${file}/${folder}`).some((name) => ["_data", "_includes", "_layouts"].includes(name));
  return ["", "src", "content", "site", "source", "app"].find(hasParts);
}

/** Whether a file of the site, by its path, is one that templates use or that was built: no page is made of it. */
function isApart({ input, output, data, includes, layouts }: Folders, path: string): boolean {
  const parts = [joinPath(output), ...[data, includes, layouts].map((one) => joinPath(input, one))];
  return parts.some((one) => one !== "" && one !== joinPath(input) && below(one, path) !== undefined);
}

/** A test for the Markdown files that become pages, by their paths from the root of the run on. */
function documentTest(file: string, folder: string, folders: Folders, code: string): (path: string) => boolean {
  const isIgnored = ignoredBy(file, folders.input, code);
  return (path) => {
    const inside = below(folder, path) ?? path;
    if (!/\.(?:md|mdx|markdown)$/i.test(path) || /(?:^|\/)\.[^/]*\//.test(inside)) return false;
    return !isApart(folders, inside) && !isIgnored(inside);
  };
}

/** What is copied, and where to: `"css"`, `{ "assets/img": "img" }`. */
const copies = (value: unknown): { from: string; to: string }[] => {
  if (typeof value === "string") return [{ from: value, to: "" }];
  return isMap(value)
    ? Object.entries(value).flatMap(([from, to]) => (typeof to === "string" ? [{ from, to: `/${to}` }] : []))
    : [];
};

function copiedFiles(
  file: string,
  folder: string,
  input: string,
  { from, to }: { from: string; to: string },
): StaticFile[] {
  const plain = joinPath(from.replace(/\/?\*.*$/, ""));
  const target =
    to === ""
      ? plain.slice(
          joinPath(input) === "" ? 0 : below(joinPath(input), plain) === undefined ? 0 : joinPath(input).length + 1,
        )
      : to;
  const inside = listFiles(`${file}/${plain}`);
  if (inside.length === 0) return [{ url: urlPath([target]), path: joinPath(folder, plain) }];
  return inside.map((path) => ({ url: urlPath([target, path]), path: joinPath(folder, plain, path) }));
}

/** Puts every document of an Eleventy site where the build puts it, as far as permalinks are plain enough to read. */
export function placeEleventy(model: SiteModel, entries: readonly Entry[]): Placement {
  const settings = model.settings as EleventySettings;
  const root = model.content[0]?.folder ?? "";
  const placed = entries.map((entry) => placeOne(entry, root, settings));
  const { urls, patterns } = settings.pages;
  const hasTemplates = urls.length + patterns.length > 0;
  const isElsewhere = elsewhere([...placed, ...model.staticFiles].flatMap(({ url }) => url ?? []).concat(urls));
  const all = [...patterns, ...placed.flatMap(({ pattern }) => (pattern === undefined ? [] : [pattern]))];
  return {
    entries: placed.map(({ pattern: _pattern, ...one }) => one),
    pages: urls.map((url) => ({ url, kind: /\.\w{1,12}$/.test(url) ? ("file" as const) : ("list" as const) })),
    resources: settings.makesPictures ? picturesIn(model, root) : [],
    open: settings.makesMore ? ["/"] : [],
    // Pagination, JavaScript templates and permalinks by code make pages that no file is named after; and a host may have
    // another site in a folder that this one has nothing in.
    mayServe: (url) =>
      (hasTemplates && isElsewhere(url)) || all.some((pattern) => fits(pattern, url) || fits(pattern, `${url}/`)),
    // A build with templates often has scripts and styles made by other tools.
    opensFiles: hasTemplates,
  };
}

/** The pictures below the input folder, which the plug-in for pictures finds by the paths that they have from there on. */
const picturesIn = ({ contentAssets }: SiteModel, root: string): StaticFile[] =>
  contentAssets.flatMap((path) => {
    const inside = below(root, path);
    return inside === undefined || !/\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(path)
      ? []
      : [{ url: `/${inside}`, path }];
  });

const topOf = (url: string) => /^\/([^/]+)\/[^/]/.exec(url)?.[1];

/** A test for URL paths in top folders in which the site has nothing. */
function elsewhere(urls: readonly string[]): (url: string) => boolean {
  const folders = new Set(urls.map(topOf));
  return (url) => topOf(url) !== undefined && !folders.has(topOf(url));
}

function placeOne(
  entry: Entry,
  root: string,
  { data, layouts }: EleventySettings,
): PlacedEntry & { readonly pattern?: PermalinkPattern } {
  const path = below(root, entry.path);
  if (path === undefined) return { entry };
  const { dir, name } = nameParts(path);
  const stem = joinPath(dir, name);
  const unpublished = entry.draft?.value === true;
  const permalink = permalinkFor(entry, stem, data);
  if (permalink === "false" || permalink === "") return { entry };
  if (permalink === undefined) {
    return mayBePlaced(entry, data, layouts)
      ? { entry, unpublished, pattern: anywhere }
      : { entry, url: defaultUrl(stem), unpublished };
  }
  const filled = permalink === null ? undefined : fillPermalink(permalink, entry, stem);
  if (filled === undefined)
    return { entry, unpublished, pattern: permalink === null ? anywhere : patternOf(permalink) };
  return {
    entry,
    url: urlPath([filled.replace(/(^|\/)index\.html$/, "$1")], /\/(?:index\.html)?$/.test(filled) ? "/" : ""),
    unpublished,
  };
}

/** Whether a layout may have the permalink of a page: its own layout, or one that data give it. */
function mayBePlaced({ meta }: Entry, data: EleventyData, layouts: Layouts): boolean {
  const own = meta?.["layout"]?.value;
  if (!layouts.havePermalinks || own === undefined) return layouts.havePermalinks && data.giveLayouts;
  return !layouts.plain.includes(own);
}
