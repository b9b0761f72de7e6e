import type { Entry } from "#model/entry";
import { metaList } from "#model/meta";
import type { SiteModel, SitePage, StaticFile } from "#model/site";
import { instantOf } from "#text/dates";
import { JekyllDefaultValues } from "./jekyll-defaults.ts";
import type { JekyllTemplate } from "./jekyll-files.ts";
import type { JekyllSettings } from "./jekyll.ts";
import { BuildClock } from "./jekyll-date.ts";
import { dateOf, filled, outputEnd, urlOnOtherDay, type JekyllFile } from "./jekyll-tokens.ts";
import { below, nameParts, urlPath, type PlacedEntry, type Placement } from "./placement.ts";

/** What all documents of a site are placed by. */
interface Site {
  readonly source: string;
  readonly settings: JekyllSettings;
  readonly defaults: JekyllDefaultValues;
  readonly clock: BuildClock;
}

/** Puts every document of a Jekyll site where the build puts it. */
export function placeJekyll(model: SiteModel, entries: readonly Entry[], now: number): Placement {
  const settings = model.settings as JekyllSettings;
  const source = model.content.at(-1)?.folder ?? "";
  const { timezone } = settings;
  const site = { source, settings, defaults: new JekyllDefaultValues(settings), clock: new BuildClock(timezone) };
  const made = ["/feed.xml", "/sitemap.xml", "/robots.txt", "/404.html"].map((url) => ({ url, kind: "file" as const }));
  const placed = {
    entries: entries.map((entry) => placeOne(entry, site, model, now)),
    pages: [...made, ...settings.templates.flatMap((template) => pagesOf(template, site))],
    resources: model.contentAssets.flatMap((path) => assetOf(path, site)),
  };
  return {
    ...placed,
    // Pages of tags, categories and lists are made by layouts and themes.
    open: [
      "/tag",
      "/categor",
      "/archive",
      "/feed",
      "/assets/",
      ...settings.archives.filter((start) => start !== ""),
      ...otherDays(entries, site),
    ],
    mayServe: mayServe(settings, placed),
    pagerPath: "page",
  };
}

/** Whether a URL path is that of a list of the posts of a year, a month or a day. */
const isOfArchive = (url: string) => /^\/\d{4}\/(?:\d{1,2}\/){0,2}$/.test(url.replace(/\/?$/, "/"));

const folderOf = (url: string) => /^\/([^/]+)\//.exec(url)?.[1];

/** What plugins and other repositories may serve on the same host. */
function mayServe(
  { makesPages, isOnGitHub, pagination }: JekyllSettings,
  { entries, pages, resources }: Pick<Placement, "entries" | "pages" | "resources">,
): (url: string) => boolean {
  const folders = new Set([...entries, ...pages, ...resources].map(({ url = "" }) => folderOf(url)));
  // No plugin makes posts, which have their day in the URL.
  const isOfPlugin = (url: string) => makesPages && !/\/\d{4}\/\d{1,2}\/\d{1,2}\/[^/]{3,}\/?$/.test(url);
  // Nor pictures and source files in folders that the site keeps files in.
  const isOfSite = (url: string) => /\.(?:png|jpe?g|gif|webp|svg|avif|mdx?)$/i.test(url) && folders.has(folderOf(url));
  // GitHub serves each repository of a user in a folder of its own.
  const isOfOther = (url: string) => isOnGitHub && folderOf(url) !== undefined && !folders.has(folderOf(url));
  // A start page every site has, whoever makes it.
  // Further pages of a list, whose folder may be that of the posts.
  const isOfList = (url: string) => url.startsWith(pagination) && /^\d{1,5}\/?$/.test(url.slice(pagination.length));
  return (url) =>
    url === "/" || isOfList(url) || isOfArchive(url) || (isOfPlugin(url) && !isOfSite(url)) || isOfOther(url);
}

function placeOne(entry: Entry, site: Site, model: SiteModel, now: number): PlacedEntry {
  const file = fileOf(entry, site);
  if (file === undefined) return { entry };
  if (isUndatedPost(file)) return { entry, passedOver: true };
  return {
    entry,
    url: urlOf(file, site),
    unpublished: isUnpublished(entry, file, model, now),
    aliases: metaList(entry.meta, "redirect_from").map(({ value }) => aliasUrl(value)),
  };
}

/** Jekyll passes over posts whose names have no date. */
const isUndatedPost = ({ type, isDraft, name }: JekyllFile) =>
  type === "posts" && !isDraft && !/^\d{2,4}-\d{1,2}-\d{1,2}-./.test(name);

const aliasUrl = (written: string) => urlPath([written], written.endsWith("/") ? "/" : "");

function isUnpublished({ draft }: Entry, file: JekyllFile, { publish }: SiteModel, now: number): boolean {
  if (draft?.value === true || (file.isDraft && !publish.drafts)) return true;
  const date = file.type === "posts" && !publish.future ? dateOf(file) : undefined;
  return date !== undefined && instantOf(date) > now;
}

/** A document as Jekyll sees it; undefined where it lies outside of the source folder. */
function fileOf({ path, meta }: Pick<Entry, "path" | "meta">, site: Site): JekyllFile | undefined {
  const inside = below(site.source, path);
  return inside === undefined ? undefined : jekyllFile(inside, (key) => meta?.[key]?.value, meta, site);
}

function jekyllFile(
  path: string,
  written: (key: string) => string | undefined,
  meta: Entry["meta"],
  { settings, defaults, clock }: Site,
): JekyllFile {
  const inside = below(settings.collectionsFolder, path) ?? path;
  const folder = /(?:^|\/)_([\w.-]+)\//.exec(inside)?.[1] ?? "";
  const isDraft = folder === "drafts";
  const type = isDraft ? "posts" : Object.hasOwn(settings.collections, folder) ? folder : "pages";
  return {
    ...nameParts(type === "pages" ? path : inside),
    type,
    isDraft,
    clock,
    own: (key) => written(key) ?? defaults.textOf(path, type, key),
    list: (key) => {
      const own = metaList(meta, key).map(({ value }) => value);
      return own.length > 0 ? own : defaults.listOf(path, type, key);
    },
  };
}

function urlOf(file: JekyllFile, { settings }: Site): string | undefined {
  const isBareIndex = file.type === "pages" && /^(?:index|readme)$/i.test(file.name);
  if (isBareIndex && isHtml(file) && file.own("permalink") === undefined) return urlPath([file.dir], "/");
  // Without an ending, the file is written with one, and an index is served at its folder.
  return filled(permalinkOf(file, settings), file)?.replace(isHtml(file) ? /(?<=\/)index$/ : "", "");
}

function permalinkOf(file: JekyllFile, { pages, collections }: JekyllSettings): string {
  const otherwise = file.type === "pages" ? pages : (collections[file.type] ?? "");
  return file.own("permalink") ?? (isHtml(file) ? otherwise : "/:path/:basename:output_ext");
}

const isHtml = ({ end }: JekyllFile) => outputEnd(end) === "html";

/** Where posts are served if the machine that builds the site is in another time zone than is assumed. */
const otherDays = (entries: readonly Entry[], site: Site): string[] =>
  entries.flatMap((entry) => {
    const file = fileOf(entry, site);
    const url = file?.type === "posts" ? urlOnOtherDay(permalinkOf(file, site.settings), file) : undefined;
    return url ?? [];
  });

/** A page or document in HTML or another language of templates, and what leads to it. */
function pagesOf({ path, permalink, aliases = [] }: JekyllTemplate, site: Site): SitePage[] {
  const file = jekyllFile(path, (key) => (key === "permalink" ? permalink : undefined), undefined, site);
  const url = urlOf(file, site);
  if (url === undefined) return [];
  return [
    ...aliases.map((alias): SitePage => ({ url: aliasUrl(alias), kind: "alias", target: url })),
    { url, kind: "file" },
  ];
}

/** A file that is served as it is. Those beside the documents of a collection are served below its permalink. */
function assetOf(path: string, site: Site): StaticFile[] {
  const inside = below(site.source, path);
  if (inside === undefined) return [];
  const file = jekyllFile(inside, () => undefined, undefined, site);
  if (file.type === "posts") return [];
  if (file.type === "pages") {
    const url = inside.replace(/(?:^|(?<=\/))index\.html$/, "");
    return [{ url: urlPath([url], url === "" || url.endsWith("/") ? "/" : ""), path }];
  }
  const url = filled((site.settings.collections[file.type] ?? "").replace(/(?:\/|:output_ext)$/, ""), file);
  return url === undefined ? [] : [{ url: `${url}.${file.end}`, path }];
}
