import type { Entry } from "#model/entry";
import type { ContentFolder, SiteModel } from "#model/site";
import type { DocusaurusSettings } from "./docusaurus-content.ts";
import { decoded, below, nameParts, urlPath, type PlacedEntry, type Placement } from "./placement.ts";

/** Puts every document of a Docusaurus site where the build puts it. */
export function placeDocusaurus(model: SiteModel, entries: readonly Entry[]): Placement {
  const tops = [...new Set(model.content.map(({ at }) => at))];
  const placed = entries.map((entry) => placeOne(model, entry));
  return {
    entries: placed,
    pages: [
      ...untranslated(model, placed),
      ...tops.map((at) => ({ url: urlPath([at]), kind: "list" as const })),
      ...["/sitemap.xml", "/search", "/404.html"].map((url) => ({ url, kind: "file" as const })),
      ...pagesInCode(model),
    ],
    resources: [],
    // Made of categories, tags and versions, which are code and data elsewhere.
    open: tops.flatMap((at) =>
      ["category/", "tags", "archive", "authors", "page/", "next", "rss.xml", "atom.xml", "feed.json"].map((name) =>
        urlPath([at, name], name.endsWith("/") ? "/" : ""),
      ),
    ),
    pagerPath: "page",
  };
}

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

function placeOne({ content, trailingSlash }: SiteModel, entry: Entry): PlacedEntry {
  for (const one of content) {
    const path = below(one.folder, entry.path);
    if (path === undefined) continue;
    const url = one.kind === "blog" ? blogUrl(one, path, entry) : docUrl(one, path, entry);
    const end = trailingSlash === "always" ? "/" : "";
    return { entry, url: urlPath([url], end), unpublished: entry.draft?.value === true };
  }
  return { entry };
}

/** Numbers before names only order them: `02-install.md` is `install`. */
const withoutNumber = (name: string) => name.replace(/^\d{1,9}\s*[-_.]+\s*(?=[^\d\s])/, "");

function docUrl({ at, kind }: ContentFolder, path: string, entry: Entry): string {
  const { dir, name } = nameParts(path);
  const plain = kind === "docs" ? withoutNumber : (part: string) => part;
  const folders = dir.split("/").filter(Boolean).map(plain);
  const slug = entry.slug?.value;
  if (slug !== undefined) return slug.startsWith("/") ? urlPath([at, slug]) : urlPath([at, ...folders, slug]);
  const base = plain(name);
  if (/^(?:index|readme)$/i.test(base)) return urlPath([at, ...folders]);
  if (kind !== "docs") return urlPath([at, ...folders, base]);
  const isFolders = base.toLowerCase() === folders.at(-1)?.toLowerCase();
  return urlPath([at, ...folders, isFolders ? "" : (entry.meta?.["id"]?.value ?? base)]);
}

/** `2026-06-12-name.md`, `2026/06/12/name.md`, `2026-06-12-name/index.md`. */
const dated = /^(?:.*\/)?(\d{4})[-/](\d{1,2})[-/](\d{1,2})[-/]?([^/]*?)(?:\/index)?$/;

function blogUrl({ at }: ContentFolder, path: string, { slug }: Entry): string {
  if (slug !== undefined) return urlPath([at, decoded(slug.value)]);
  const file = path.replace(/\.mdx?$/i, "");
  const found = dated.exec(file);
  if (found === null) return urlPath([at, file.replace(/\/index$/, "")]);
  const [, year = "", month = "", day = "", name = ""] = found;
  return urlPath([at, year, month.padStart(2, "0"), day.padStart(2, "0"), name]);
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
