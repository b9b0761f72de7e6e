import type { Entry } from "#model/entry";
import { metaList } from "#model/meta";
import type { SiteModel } from "#model/site";
import { dayOf, instantOf, parseDate, type WrittenDate } from "#text/dates";
import type { JekyllSettings } from "./jekyll.ts";
import { below, nameParts, urlPath, type PlacedEntry, type Placement } from "./placement.ts";
import { jekyllSlug } from "./urlize.ts";

/** Puts every document of a Jekyll site where the build puts it. */
export function placeJekyll(model: SiteModel, entries: readonly Entry[], now: number): Placement {
  const settings = model.settings as JekyllSettings;
  const source = model.content.at(-1)?.folder ?? "";
  return {
    entries: entries.map((entry) => placeOne(entry, source, model, settings, now)),
    pages: ["/feed.xml", "/sitemap.xml", "/robots.txt", "/404.html"].map((url) => ({ url, kind: "file" as const })),
    resources: model.contentAssets.flatMap((path) => {
      const file = below(source, path);
      return file === undefined
        ? []
        : [{ url: urlPath([file.replace(/\/?index\.html$/, "")], file.endsWith("index.html") ? "/" : ""), path }];
    }),
    // Pages of tags, categories and lists are made by layouts and plugins.
    open: settings.hasGenerators ? ["/"] : ["/tag", "/categor", "/page", "/archive", "/assets/"],
    pagerPath: "page",
  };
}

function placeOne(entry: Entry, source: string, model: SiteModel, settings: JekyllSettings, now: number): PlacedEntry {
  const path = below(source, entry.path);
  if (path === undefined) return { entry };
  const { dir, name } = nameParts(path);
  const collection = /(?:^|\/)_(posts|drafts|[\w-]+)(?:\/|$)/.exec(dir)?.[1];
  const type = collection === "drafts" ? "posts" : (collection ?? "pages");
  const own = (key: string) => entry.meta?.[key]?.value ?? defaultOf(settings, path, type, key);
  const file = { path, dir, name, type, own, entry };
  const permalink = own("permalink");
  return {
    entry,
    url: permalink === undefined ? pathOf(file, settings) : filled(permalink, file),
    unpublished: isUnpublished(file, collection, model, now),
    aliases: metaList(entry.meta, "redirect_from").map(({ value }) => urlPath([value], value.endsWith("/") ? "/" : "")),
  };
}

function isUnpublished(file: JekyllFile, collection: string | undefined, { publish }: SiteModel, now: number): boolean {
  if (file.entry.draft?.value === true || (collection === "drafts" && !publish.drafts)) return true;
  const date = file.type === "posts" && !publish.future ? dateOf(file) : undefined;
  return date !== undefined && instantOf(date) > now;
}

/** A document with what its URL is made of. */
interface JekyllFile {
  readonly path: string;
  readonly dir: string;
  readonly name: string;
  readonly type: string;
  readonly entry: Entry;
  own(key: string): string | undefined;
}

/** The value that the most special default gives: the one with the longest path. */
function defaultOf({ defaults }: JekyllSettings, path: string, type: string, key: string): string | undefined {
  let best: { length: number; value: string } | undefined;
  for (const { path: scope, type: ofType, values } of defaults) {
    const value = values[key];
    const fits = (scope === "" || path === scope || path.startsWith(`${scope}/`)) && (ofType === "" || ofType === type);
    if (!fits || (typeof value !== "string" && typeof value !== "boolean")) continue;
    if (best === undefined || scope.length >= best.length) best = { length: scope.length, value: String(value) };
  }
  return best?.value;
}

function pathOf(file: JekyllFile, settings: JekyllSettings): string | undefined {
  const { type, dir, name } = file;
  if (type !== "pages") {
    const pattern = settings.collections[type];
    return pattern === undefined ? undefined : filled(pattern, file);
  }
  if (name === "index") return urlPath([dir], "/");
  return settings.permalink.endsWith("/") ? urlPath([dir, name], "/") : `${urlPath([dir, name])}.html`;
}

/** A date of a file name: 2026-06-12-title. */
const dated = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.+)$/;

const dateOf = ({ own, name }: Pick<JekyllFile, "own" | "name">): WrittenDate | undefined =>
  parseDate(own("date") ?? "") ?? parseDate(dated.exec(name)?.[1] ?? "");

/** Fills the tokens of a permalink; undefined where it has one that is not known. */
function filled(pattern: string, file: JekyllFile): string | undefined {
  const values = tokensOf(file);
  let known = true;
  const path = pattern.replace(/:(\w+)/g, (written, token: string) => {
    const value = values[token]?.();
    if (value === undefined) known = false;
    return value ?? written;
  });
  if (!known || /\{\{|\{%/.test(path)) return undefined;
  return urlPath([path.replace(/\/index\.html$/, "/")], /\/(?:index\.html)?$/.test(path) ? "/" : "");
}

const number = (part: number | undefined, width = 2) =>
  part === undefined ? undefined : String(part).padStart(width, "0");

function tokensOf(file: JekyllFile): Readonly<Record<string, () => string | undefined>> {
  const { own, name, dir, type, entry } = file;
  const date = dateOf(file);
  const base = dated.exec(name)?.[2] ?? name;
  const inside = dir.replace(/^(?:.*\/)?_[\w-]+(?:\/|$)/, "");
  return {
    title: () => own("slug") ?? (type === "posts" ? base.replaceAll(" ", "-") : jekyllSlug(base)),
    slug: () => jekyllSlug(own("slug") ?? base),
    name: () => jekyllSlug(base),
    path: () => [type === "pages" ? dir : inside, name].filter((part) => part !== "").join("/"),
    basename: () => name,
    collection: () => type,
    output_ext: () => ".html",
    year: () => number(date?.year, 4),
    short_year: () => number(date === undefined ? undefined : date.year % 100),
    month: () => number(date?.month),
    i_month: () => number(date?.month, 1),
    day: () => number(date?.day),
    i_day: () => number(date?.day, 1),
    y_day: () => number(date === undefined ? undefined : dayOf(date) - dayOf({ ...date, month: 1, day: 1 }) + 1, 3),
    categories: () =>
      categoriesOf(entry, dir)
        .map((one) => jekyllSlug(one))
        .join("/"),
  };
}

/** The categories of a post: the folders above `_posts`, then those of the front matter; one text is split at spaces. */
function categoriesOf({ meta }: Entry, dir: string): string[] {
  const above = dir.replace(/(?:^|\/)_[\w-]+(?:\/.*)?$/, "").split("/");
  const listed = metaList(meta, "categories");
  const single =
    meta?.["categories"] === undefined ? listed.map(({ value }) => value) : (listed[0]?.value ?? "").split(/\s+/);
  const category = meta?.["category"]?.value;
  const all = [...above, ...(category === undefined ? [] : [category]), ...single];
  return [...new Set(all.filter((one) => one !== ""))];
}
