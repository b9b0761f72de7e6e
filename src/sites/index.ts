import { relative, resolve } from "node:path";
import type { DocumentReading } from "#model/corpus";
import type { Entry } from "#model/entry";
import type { SiteModel, SitePages } from "#model/site";
import { findAstro } from "./astro.ts";
import { placeAstro } from "./astro-place.ts";
import { findDocusaurus } from "./docusaurus.ts";
import { placeDocusaurus } from "./docusaurus-place.ts";
import { findEleventy, placeEleventy } from "./eleventy.ts";
import { servesSlashless } from "./host-slash.ts";
import { findHugo } from "./hugo.ts";
import { placeHugo } from "./hugo-place.ts";
import { ignoredPaths } from "./ignored-folders.ts";
import { findJekyll } from "./jekyll.ts";
import { placeJekyll } from "./jekyll-place.ts";
import { LanguageFolders } from "./language-folders.ts";
import { neighbourSite } from "./neighbour-site.ts";
import type { Placement } from "./placement.ts";
import { findPlain, placePlain } from "./plain.ts";
import { redirectFilesAbove } from "./redirects.ts";
import { SiteMap } from "./site-pages.ts";
import { slashed } from "./site-files.ts";

export { formerModel, isMarkdown } from "./former-model.ts";
export { pictureSizes } from "./picture-sizes.ts";
export { isRedirects } from "./redirects.ts";

/** Looks a folder over: what is known of the site in it; undefined where it is none of this generator's. */
type Finder = (file: string, folder: string) => Promise<SiteModel | undefined> | SiteModel | undefined;

const finders: readonly Finder[] = [findHugo, findJekyll, findAstro, findDocusaurus, findEleventy];

const placers: Readonly<
  Record<SiteModel["generator"], (model: SiteModel, entries: readonly Entry[], now: number) => Placement>
> = {
  hugo: placeHugo,
  jekyll: placeJekyll,
  astro: placeAstro,
  docusaurus: placeDocusaurus,
  eleventy: placeEleventy,
  plain: placePlain,
};

/**
 * Recognises the site in a folder by the config file of its generator, in the folder itself or in the nearest one above
 * it up to the root, else in one beside or below it. Where there is none, a folder with Markdown is a plain site.
 *
 * @param folder absolute
 * @param root absolute path of the folder that paths of documents are relative to; `folder` is in it
 */
export const findSite = async (folder: string, root: string = folder): Promise<SiteModel | undefined> =>
  (await generatedSite(folder, root)) ?? findPlain(resolve(folder), slashed(relative(root, folder)));

/** The site of a generator that a folder belongs to, or that most of its Markdown belongs to. */
export const generatedSite = async (folder: string, root: string): Promise<SiteModel | undefined> =>
  (await recogniseSite(folder, root)) ?? (await neighbourSite(folder, root, (at) => siteAt(at, root)));

/** Recognises the site in a folder, or in the nearest one above it up to the root, by the config file of its generator. */
export async function recogniseSite(folder: string, root: string): Promise<SiteModel | undefined> {
  for (let at = resolve(folder); ; at = resolve(at, "..")) {
    const model = await siteAt(at, root);
    if (model !== undefined) return model;
    if (relative(root, at) === "" || relative(root, at).startsWith("..") || at === resolve(at, "..")) return undefined;
  }
}

async function siteAt(folder: string, root: string): Promise<SiteModel | undefined> {
  for (const find of finders) {
    const model = await find(folder, slashed(relative(root, folder)));
    if (model === undefined) continue;
    return {
      ...hosted(model, folder),
      redirects: [...model.redirects, ...redirectFilesAbove(folder, model.folder)],
      ignoredPaths: ignoredPaths(model, folder, root),
    };
  }
  return undefined;
}

/** Generators write folders, and the host decides which form of their URLs it serves. */
const hosted = (model: SiteModel, folder: string): SiteModel =>
  model.trailingSlash === "always" && servesSlashless(folder) ? { ...model, trailingSlash: "either" } : model;

/**
 * The URL of every document of a site, and what links in them lead to. Pure: depends on all entries together, since
 * sections give values to the documents below them.
 *
 * @param entries those of the site's Markdown documents
 * @param now the run's clock, an ISO 8601 date-time
 */
export function placePosts(model: SiteModel, entries: readonly Entry[], now: string): SitePages {
  const sources = entries.filter(({ edition }) => edition === "source");
  return new SiteMap(model, placers[model.generator](model, sources, Date.parse(now)));
}

/** What reading a site's documents gave, with the URL of each, and the map of the site. */
export interface PlacedReadings {
  readonly readings: readonly DocumentReading[];
  readonly site: SitePages;
}

/** Places all documents of a run: those of the site get the URL that the build gives them; others stay as they are. */
export function placeReadings(model: SiteModel, readings: readonly DocumentReading[], now: string): PlacedReadings {
  const entries = readings.flatMap((reading) => reading.entries);
  const site = placePosts(model, entries, now);
  const place = model.generator === "plain" ? withLanguages(entries) : (some: readonly Entry[]) => withUrls(some, site);
  return { readings: readings.map((reading) => ({ ...reading, entries: place(reading.entries) })), site };
}

/** Where a plain folder is served nobody knows: what its front matter says joins it, or its slug or title. */
function withLanguages(all: readonly Entry[]): (entries: readonly Entry[]) => readonly Entry[] {
  const folders = new LanguageFolders(all.flatMap(({ edition, path }) => (edition === "source" ? path : [])));
  return (entries) =>
    entries.map((entry) => {
      const isOpen = entry.edition === "source" && entry.language === undefined;
      const value = isOpen ? folders.languageOf(entry.path) : undefined;
      if (value === undefined) return entry;
      return { ...entry, language: { value, span: { start: entry.span.start, end: entry.span.start } } };
    });
}

/** Entries with the URL that the site gives them, so that they join the editions in indexes, feeds and pages. */
function withUrls(entries: readonly Entry[], site: SitePages): Entry[] {
  return entries.map((entry) => {
    const url = entry.edition === "source" ? site.urlOf(entry) : undefined;
    if (url === undefined) return entry;
    const { span } = entry.url ??
      entry.slug ??
      entry.title ?? { span: { start: entry.span.start, end: entry.span.start } };
    // The value stands nowhere in the document: any part of it is all of the field that it comes from.
    const placed = { ...entry, url: { value: url, span, map: [0, span.start, span.end - span.start] } };
    const value = entry.language === undefined ? languageBelowBase(url, site.model) : undefined;
    return value === undefined
      ? placed
      : { ...placed, language: { value, span: { start: span.start, end: span.start } } };
  });
}

/** The language that a URL's path starts with after the base path of its site; undefined where that is the root. */
function languageBelowBase(url: string, { baseUrl = "", languages }: SiteModel): string | undefined {
  const base = /^https?:\/\/[^/]+(\/.*[^/])\/?$/i.exec(baseUrl)?.[1];
  if (base === undefined || !url.startsWith(`${base}/`)) return undefined;
  const first = url
    .slice(base.length + 1)
    .split("/", 1)[0]
    ?.toLowerCase();
  return languages.find((language) => language.toLowerCase() === first);
}
