import type { Entry } from "#model/entry";
import type { ContentFolder, SiteModel } from "#model/site";
import { decoded } from "#text/urls";
import type { DocusaurusSettings } from "./docusaurus-content.ts";
import { below, nameParts, slashless, urlPath, type PlacedEntry, type Placement } from "./placement.ts";
import { resolvePath } from "./written-link.ts";

/** Puts every document of a Docusaurus site where the build puts it. */
export function placeDocusaurus(model: SiteModel, entries: readonly Entry[]): Placement {
  const { lists, unread, redirected } = model.settings as DocusaurusSettings;
  const tops = [...new Set(model.content.map(({ at }) => at))];
  const placed = entries.map((entry) => placeOne(model, entry));
  const archived = [
    ...new Set(model.content.flatMap(({ kind, at }) => (kind === "docs" ? at.replace(/\/$/, "") : []))),
  ];
  return {
    entries: placed,
    pages: [
      ...untranslated(model, placed),
      ...tops.map((at) => ({ url: urlPath([at]), kind: "list" as const })),
      ...["/sitemap.xml", "/search", "/404.html"].map((url) => ({ url, kind: "file" as const })),
      ...pagesInCode(model),
      ...lists.map((url) => ({ url, kind: "list" as const })),
    ],
    resources: [],
    // Made of categories, tags and versions, which are code and data elsewhere.
    open: [
      ...unread,
      ...redirected.filter((path) => !placed.some(({ url }) => url?.startsWith(path) === true)),
      ...tops.flatMap((at) =>
        ["category/", "tags", "archive", "authors", "page/", "next", "rss.xml", "atom.xml", "feed.json"]
          .map((name) => urlPath([at, name], name.endsWith("/") ? "/" : ""))
          // The version to come is open only where its documents are not here.
          .filter((url) => !tops.some((top) => slashless(top) === url)),
      ),
    ],
    mayServe: (url) => archived.some((at) => isVersion(below(at, url))),
    pagerPath: "page",
  };
}

/** Whether a path leads into an older version, which may be built from another branch and served beside this one. */
const isVersion = (path = ""): boolean => /^\/?(?:v\d{1,4}|v?\d{1,4}\.(?:x|\d{1,4}))(?:\.(?:x|\d{1,4}))?\//.test(path);

/** Every document has a page in every language: its original, where there is no translation. */
function untranslated({ settings, content }: SiteModel, placed: readonly PlacedEntry[]) {
  const isOriginal = ({ path }: Entry) =>
    content.some(({ folder, standIn }) => standIn === undefined && below(folder, path) !== undefined);
  return (settings as DocusaurusSettings).prefixes.flatMap((prefix) =>
    placed.flatMap(({ entry, url, unpublished }) =>
      url === undefined || unpublished === true || !isOriginal(entry)
        ? []
        : [{ url: url === "/" ? `${prefix}/` : `${prefix}${url}`, kind: "entry" as const, entry }],
    ),
  );
}

function placeOne({ content, trailingSlash, settings }: SiteModel, entry: Entry): PlacedEntry {
  for (const one of content) {
    const path = below(one.folder, entry.path);
    if (path === undefined) continue;
    const url = urlIn(one, path, entry, (settings as DocusaurusSettings).numbered);
    // The page of a folder has a slash at its end, from which links in it start, unless the config says no.
    const isFolder = url.endsWith("/") && trailingSlash !== "never";
    const end = trailingSlash === "always" || isFolder ? "/" : "";
    return { entry, url: urlPath([url], end), unpublished: entry.draft?.value === true };
  }
  return { entry };
}

function urlIn(one: ContentFolder, path: string, entry: Entry, numbered: readonly string[]): string {
  if (one.kind === "blog") return blogUrl(one, path, entry);
  if (one.kind === "pages") return pageUrl(one, path, entry);
  const strips = numbered.includes(one.folder) && entry.meta?.["parse_number_prefixes"]?.value !== "false";
  return docUrl(one, path, entry, strips ? withoutNumber : (part) => part);
}

/** Numbers before names only order them: `02-install.md` is `install`. Dates and versions are no such numbers. */
const withoutNumber = (name: string) =>
  /^\d+[-_.]\d/.test(name) ? name : name.replace(/^\d{1,20}\s{0,9}[-_.]{1,9}\s{0,9}(?=[^-_.\s])/, "");

function docUrl({ at }: ContentFolder, path: string, entry: Entry, plain: (name: string) => string): string {
  const { dir, name } = nameParts(path);
  const folders = dir.split("/").filter(Boolean).map(plain);
  const slug = entry.slug?.value;
  if (slug !== undefined) return `${at}${resolvePath(urlPath(folders), slug)}`;
  const base = plain(name);
  const isFolders = /^(?:index|readme)$/i.test(base) || base.toLowerCase() === folders.at(-1)?.toLowerCase();
  return isFolders ? urlPath([at, ...folders], "/") : urlPath([at, ...folders, entry.meta?.["id"]?.value ?? base]);
}

function pageUrl({ at }: ContentFolder, path: string, { slug }: Entry): string {
  if (slug !== undefined) return urlPath([at, slug.value]);
  const { dir, name } = nameParts(path);
  return name.toLowerCase() === "index" ? urlPath([at, dir], "/") : urlPath([at, dir, name]);
}

/** `2026-06-12-name.md`, `2026/06/12/name.md`, `2026-06-12-name/index.md`, all of them in folders too. */
const dated = /^(.*)(\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(.*?)(?:\/index)?$/;

function blogUrl({ at }: ContentFolder, path: string, { slug }: Entry): string {
  if (slug !== undefined) return urlPath([at, decoded(slug.value)]);
  const file = path.replace(/\.mdx?$/i, "");
  const found = dated.exec(file);
  if (found === null) return urlPath([at, file.replace(/\/index$/, "")]);
  const [, folder = "", date = "", name = ""] = found;
  return urlPath([at, date.replaceAll("-", "/"), `${folder}${name}`]);
}

/** Pages that are components; they lie beside the Markdown ones, and translations have those of the original. */
const pagesInCode = ({ content, contentAssets }: SiteModel) =>
  content
    .filter(({ kind }) => kind === "pages")
    .flatMap(({ folder, standIn, at }) =>
      contentAssets.flatMap((asset) => {
        const path = below(folder, asset) ?? (standIn === undefined ? undefined : below(standIn, asset));
        if (path === undefined || !/\.[jt]sx?$/.test(path) || /\.(?:test|module)\./.test(path)) return [];
        return [
          { url: urlPath([at, path.replace(/\.[jt]sx?$/, "").replace(/(?:^|\/)index$/, "")]), kind: "list" as const },
        ];
      }),
    );
