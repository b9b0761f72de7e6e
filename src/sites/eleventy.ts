import type { Entry } from "#model/entry";
import type { SiteModel, StaticFile } from "#model/site";
import { isMap, mapAt, textAt } from "./config-values.ts";
import { readJsCalls, readJsConfig } from "./js-literals.ts";
import { baseModel, contentOf, staticOf } from "./model-defaults.ts";
import { below, nameParts, urlPath, type PlacedEntry, type Placement } from "./placement.ts";
import { filesIn, joinPath, listFiles, readSmallText } from "./site-files.ts";
import { plainSlug } from "./urlize.ts";

/** What data files and config of an Eleventy site say about URLs. */
interface EleventySettings {
  /** Permalinks of data files, by the folder below the input folder or the file that they are for. */
  readonly permalinks: Readonly<Record<string, string>>;
  /** URL paths of templates that are no Markdown. */
  readonly pages: readonly string[];
}

const templates = /\.(?:njk|liquid|hbs|mustache|ejs|haml|pug|html|11ty\.[cm]?[jt]s)$/i;

/** What is known of an Eleventy site, from the literal values of its config, its data files and its folders. */
export function findEleventy(file: string, folder: string): SiteModel | undefined {
  const name = filesIn(file).find((one) => /^(?:\.eleventy|eleventy\.config)\.[cm]?js$/.test(one));
  if (name === undefined) return undefined;
  const code = readSmallText(`${file}/${name}`) ?? "";
  const dirs = mapAt(readJsConfig(code), "dir");
  const called = (method: string) =>
    readJsCalls(code, method).find((one) => typeof one === "string") as string | undefined;
  const input = textAt(dirs, "input") ?? called("setInputDirectory") ?? ".";
  const output = textAt(dirs, "output") ?? called("setOutputDirectory") ?? "_site";
  const content = [{ folder: joinPath(folder, input), kind: "content", at: "/" }];
  const isDocument = (path: string) =>
    /\.(?:md|mdx|markdown)$/i.test(path) &&
    !/(?:^|\/)[._][^/]*\//.test(below(content[0]?.folder ?? "", path) ?? path) &&
    !below(joinPath(folder, output), path);
  const found = contentOf(file, folder, content, isDocument);
  const copied = readJsCalls(code, "addPassthroughCopy")
    .flatMap(copies)
    .flatMap((one) => copiedFiles(file, folder, input, one));
  return {
    ...baseModel(folder),
    generator: "eleventy",
    configFile: joinPath(folder, name),
    ...found,
    contentAssets: found.contentAssets.filter((path) => below(joinPath(folder, output), path) === undefined),
    staticFiles: copied,
    redirects: staticOf(file, folder, copied.length > 0 ? ["public", "static"] : []).redirects,
    output: joinPath(folder, output),
    trailingSlash: "always",
    rewritesSourceLinks: code.includes("InputPathToUrl"),
    shortcodes: ["liquid"],
    settings: settingsOf(`${file}/${input}`, found.contentAssets, content[0]?.folder ?? ""),
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

function settingsOf(input: string, assets: readonly string[], root: string): EleventySettings {
  const permalinks: Record<string, string> = {};
  const pages: string[] = [];
  for (const asset of assets) {
    const path = below(root, asset) ?? asset;
    const { dir, name } = nameParts(path);
    if (/\.(?:11tydata\.)?json$/.test(path) && !/(?:^|\/)[._]|^package/.test(path)) {
      const permalink = permalinkIn(readSmallText(`${input}/${path}`));
      const base = name.replace(/\.11tydata$/, "");
      const isFolders = dir.split("/").at(-1) === base;
      if (permalink !== undefined) permalinks[isFolders ? dir : joinPath(dir, base)] = permalink;
    } else if (templates.test(path) && !/(?:^|\/)_/.test(path)) {
      pages.push(defaultUrl(path.replace(templates, "")));
    }
  }
  return { permalinks, pages };
}

function permalinkIn(text: string | undefined): string | undefined {
  try {
    const data: unknown = JSON.parse(text ?? "null");
    return isMap(data) && data["permalink"] === false ? "false" : textAt(data, "permalink");
  } catch {
    return undefined;
  }
}

/** `posts/2026-06-12-salt` and `salt/salt` and `salt/index` are all at the folder of their name. */
function defaultUrl(stem: string): string {
  const { dir, name } = nameParts(`${stem}.md`);
  const base = slugOf(name);
  return base === "index" || base === dir.split("/").at(-1) ? urlPath([dir], "/") : urlPath([dir, base], "/");
}

const slugOf = (name: string) => name.replace(/^\d{4}-\d{2}-\d{2}-/, "");

/** Puts every document of an Eleventy site where the build puts it, as far as permalinks are plain enough to read. */
export function placeEleventy(model: SiteModel, entries: readonly Entry[]): Placement {
  const settings = model.settings as EleventySettings;
  const root = model.content[0]?.folder ?? "";
  return {
    entries: entries.map((entry) => placeOne(entry, root, settings)),
    pages: settings.pages.map((url) => ({ url, kind: "list" as const })),
    resources: [],
    // Pagination and JavaScript templates make pages that no file is named after.
    open: settings.pages.length > 0 ? ["/"] : [],
  };
}

function placeOne(entry: Entry, root: string, { permalinks }: EleventySettings): PlacedEntry {
  const path = below(root, entry.path);
  if (path === undefined) return { entry };
  const { dir, name } = nameParts(path);
  const unpublished = entry.draft?.value === true;
  const permalink = entry.meta?.["permalink"]?.value ?? permalinks[joinPath(dir, name)] ?? inherited(permalinks, dir);
  if (permalink === "false") return { entry };
  if (permalink === undefined) return { entry, url: defaultUrl(joinPath(dir, name)), unpublished };
  const filled = fill(permalink, entry, dir, name);
  if (filled === undefined) return { entry, unpublished };
  return {
    entry,
    url: urlPath([filled.replace(/(^|\/)index\.html$/, "$1")], /\/(?:index\.html)?$/.test(filled) ? "/" : ""),
    unpublished,
  };
}

function inherited(permalinks: EleventySettings["permalinks"], dir: string): string | undefined {
  for (let at = dir; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
    if (permalinks[at] !== undefined) return permalinks[at];
  }
  return undefined;
}

/** Fills the few expressions that permalinks are usually made of; undefined where another one stands. */
function fill(permalink: string, entry: Entry, dir: string, name: string): string | undefined {
  const values: Readonly<Record<string, string | undefined>> = {
    "page.fileSlug": slugOf(name) === "index" ? (dir.split("/").at(-1) ?? "") : slugOf(name),
    "page.filePathStem": `/${joinPath(dir, name)}`,
    title: entry.title?.value,
    slug: entry.slug?.value,
  };
  let known = true;
  const path = permalink.replace(
    /\{\{-?\s{0,9}([\w.]{1,60})\s{0,9}(?:\|\s{0,9}(slugify|slug|url)\s{0,9})?-?\}\}/g,
    (written, key: string, filter?: string) => {
      const value = values[key];
      if (value === undefined) known = false;
      return value === undefined ? written : filter === undefined || filter === "url" ? value : plainSlug(value);
    },
  );
  return known && !/\{[{%]/.test(path) ? path : undefined;
}
