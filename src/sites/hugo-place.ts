import type { Entry } from "#model/entry";
import { metaList } from "#model/meta";
import type { ContentFolder, SiteModel, SitePage, StaticFile } from "#model/site";
import { instantOf, parseDate } from "#text/dates";
import { byKey } from "#text/groups";
import { decoded } from "#text/urls";
import { hugoDocuments, mountedPath, type HugoDocument } from "./hugo-documents.ts";
import type { HugoSettings, HugoSite } from "./hugo-config.ts";
import { languageRoots, listPages, prefixOf } from "./hugo-lists.ts";
import { isFile } from "./hugo-mounts.ts";
import { expandPermalink, patternFor, type HugoSections } from "./hugo-permalinks.ts";
import { below, nameParts, slashless, urlPath, type PlacedEntry, type Placement } from "./placement.ts";
import { joinPath } from "./site-files.ts";
import { hugoPath } from "./urlize.ts";

/** Puts every document of a Hugo site where the build puts it. */
export function placeHugo(model: SiteModel, entries: readonly Entry[], now: number): Placement {
  const settings = model.settings as HugoSite;
  const others = new Set(settings.others);
  const documents = hugoDocuments(model, settings, [...entries, ...others]);
  const site = { model, settings, sections: sectionsOf(documents), now };
  const placed = documents.map((document) => ({ document, ...placeOne(document, site) }));
  return {
    entries: placed.flatMap(({ document, ...one }) =>
      others.has(one.entry) ? [] : [{ ...one, language: document.language, logical: pathOf(document) }],
    ),
    others: new Map(
      placed.flatMap(({ document, url, unpublished }) => {
        const isPage = others.has(document.entry) && url !== undefined && unpublished !== true;
        return isPage
          ? [[`${document.language} ${pathOf(document).toLowerCase().replaceAll(" ", "-")}`, url] as const]
          : [];
      }),
    ),
    pages: [
      ...languageRoots(settings),
      ...listPages(placed, settings, site.sections),
      ...furtherMounts(placed, site),
      ...placed.flatMap((one) => (others.has(one.entry) ? pagesOfOther(one) : [])),
    ],
    resources: resourcesOf(model, placed),
    open: [
      ...openFolders(model, settings),
      ...settings.generatedRedirects.map((path) => path.replace(/\*$/, "")),
      ...documents.flatMap((document) => linkedOnly(document, site)),
    ],
    opensFiles: settings.lacksThemes,
    // A theme may have pages of its own, such as that of a search.
    mayServe: (url) => settings.lacksThemes && settings.menuPaths.includes(slashless(url)),
    pagerPath: settings.pagerPath,
    outputNames: settings.outputNames,
  };
}

/** The path by which links and calls name a document. */
const pathOf = ({ dir, base }: HugoDocument) => joinPath(dir, base.replace(/^_index$/, ""));

/** The URL of a document that can be linked to though no page is made of it: something else is served there. */
function linkedOnly(document: HugoDocument, site: Site): string[] {
  const url = document.kind === "page" && document.value("build.render") === "link" ? urlOf(document, site) : undefined;
  return url === undefined ? [] : [url.replace(/\/$/, "")];
}

/** The page of a document of which only the URL is known, and what leads to it. */
function pagesOfOther({ url, unpublished, aliases = [] }: PlacedEntry): SitePage[] {
  if (url === undefined || unpublished === true) return [];
  return [...aliases.map((alias) => ({ url: alias, kind: "alias" as const, target: url })), { url, kind: "entry" }];
}

/** Folders in which a content adapter makes pages when the site is built (Hugo 0.126 and later). */
const openFolders = ({ contentAssets, content }: SiteModel, settings: HugoSettings): string[] =>
  contentAssets.flatMap((path) => {
    const at = content.find(({ folder }) => below(folder, path) !== undefined);
    const inside = at === undefined ? undefined : below(at.folder, path);
    if (at === undefined || inside === undefined || !/(?:^|\/)_content(?:\.[\w-]+)?\.gotmpl$/.test(inside)) return [];
    const prefix = prefixOf(at.language ?? settings.defaultLanguage, settings);
    return [urlPath([prefix, at.at, hugoPath(nameParts(inside).dir)], "/")];
  });

/** Pages of what is mounted several times, for those languages and places that have no such page of their own. */
function furtherMounts(placed: readonly (PlacedEntry & { readonly document: HugoDocument })[], site: Site): SitePage[] {
  const { model, settings } = site;
  const known = new Set(placed.map(({ document }) => logicalPath(document)));
  const isFurther = (mount: ContentFolder, index: number) =>
    isFile(mount) || model.content.findIndex(({ folder }) => folder === mount.folder) < index;
  return model.content.filter(isFurther).flatMap((mount) => {
    const entries = placed.flatMap(({ entry }) => (mountedPath(mount, entry.path) === undefined ? [] : [entry]));
    return hugoDocuments({ ...model, content: [mount] }, settings, entries).flatMap((document): SitePage[] => {
      const { entry, url, unpublished } = placeOne(document, site);
      const isPage = url !== undefined && unpublished !== true && !known.has(logicalPath(document));
      return isPage ? [{ url, kind: "entry", entry }] : [];
    });
  });
}

const logicalPath = ({ language, dir, base }: HugoDocument) => `${language}:${dir}/${base}`.toLowerCase();

interface Site {
  readonly model: SiteModel;
  readonly settings: HugoSettings;
  readonly sections: HugoSections;
  readonly now: number;
}

function placeOne(document: HugoDocument, site: Site): PlacedEntry {
  const { entry, kind } = document;
  if (kind === "resource" || document.value("headless") === "true") return { entry };
  const render = document.value("build.render");
  const isDisabled = kind !== "page" && site.settings.disabledKinds.includes(kind);
  if (isDisabled || render === "never" || render === "link" || render === "false") return { entry };
  const url = urlOf(document, site);
  const aliases = url === undefined ? [] : aliasesOf(document, url);
  return { entry, url, unpublished: isUnpublished(document, site), aliases };
}

function isUnpublished(document: HugoDocument, { model: { publish }, now }: Site): boolean {
  if (!publish.drafts && document.value("draft") === "true") return true;
  const at = (...keys: string[]): number | undefined => {
    for (const key of keys) {
      const date = parseDate(document.value(key) ?? "");
      if (date !== undefined) return instantOf(date);
    }
    return undefined;
  };
  if (!publish.future && (at("publishdate", "pubdate", "published", "date") ?? now) > now) return true;
  return !publish.expired && (at("expirydate", "unpublishdate") ?? now) < now;
}

/** The URL path of a document as Hugo's page_paths.go makes it. */
function urlOf(document: HugoDocument, { settings, sections }: Site): string | undefined {
  const { kind, language } = document;
  const prefix = prefixOf(language, settings);
  const make = (path: string) =>
    hugoPath(path, { removeAccents: settings.removePathAccents, keepsCapitals: settings.keepsCapitals });
  if (kind === "home") return urlPath([prefix], "/");
  const own = document.value("url");
  if (own !== undefined && own !== "") {
    const path = own.includes(":") ? expandPermalink(own, document, settings, sections) : own;
    return path === undefined ? undefined : withUrlEnd(path, own.startsWith("/") ? "" : prefix);
  }
  const pattern = patternFor(settings, document);
  if (pattern !== undefined) {
    const path = expandPermalink(pattern, document, settings, sections);
    return path === undefined ? undefined : pageUrl(make(decoded(path)), prefix, isUgly(document, settings));
  }
  if (kind !== "page") return urlPath([prefix, make(document.dir)], "/");
  const name = document.value("slug") || document.base;
  return pageUrl(make(`${document.dir}/${name}`), prefix, isUgly(document, settings));
}

const isUgly = ({ section, kind }: HugoDocument, { uglyUrls }: HugoSettings): boolean =>
  kind === "page" && (uglyUrls === true || (typeof uglyUrls === "object" && uglyUrls[section] === true));

const pageUrl = (path: string, prefix: string, ugly: boolean): string =>
  ugly ? `${urlPath([prefix, path])}.html` : urlPath([prefix, path], "/");

/** A `url` of front matter: a file where it has a dot and no slash at its end, else a folder. */
const withUrlEnd = (path: string, prefix: string): string =>
  urlPath([prefix, path], path.includes(".") && !path.endsWith("/") ? "" : "/");

/** The aliases of a document; those without a slash at their start stand beside its page. */
function aliasesOf({ entry }: HugoDocument, url: string): string[] {
  const parent = url.replace(/[^/]*\/?$/, "");
  const written = entry.aliases ?? metaList(entry.meta, "aliases");
  return written.map(({ value }) => {
    const path = value.startsWith("/") ? value : `${parent}${value}`;
    return urlPath([resolved(path)], /\.html?$/.test(path) ? "" : "/");
  });
}

/** A path without "." and "..". */
function resolved(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function sectionsOf(documents: readonly HugoDocument[]): HugoSections {
  const byFolder = new Map(documents.filter(({ kind }) => kind === "section").map((one) => [one.dir, one]));
  return {
    documentOf: (section) => byFolder.get(section),
    sectionOf: ({ dir, section }) => {
      for (let at = dir; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
        if (byFolder.has(at)) return at;
      }
      return section;
    },
  };
}

/** Files in the folders of bundles, served below the bundle's page; others below their section's. */
function resourcesOf(
  { contentAssets, content }: SiteModel,
  placed: readonly (PlacedEntry & { readonly document: HugoDocument })[],
): StaticFile[] {
  // Translations of a bundle share its files.
  const bundles = placed.flatMap(({ document: { bundle }, url }) =>
    bundle === undefined || url === undefined ? [] : [{ bundle, url }],
  );
  const byFolder = byKey(bundles, ({ bundle }) => bundle);
  return contentAssets.flatMap((path) => {
    const at = content.find(({ folder }) => below(folder, path) !== undefined);
    if (at === undefined) return [];
    const file = joinPath(at.at, below(at.folder, path) ?? "");
    let { dir } = nameParts(file);
    while (dir !== "" && !byFolder.has(dir)) dir = dir.slice(0, Math.max(0, dir.lastIndexOf("/")));
    const name = file.slice(dir === "" ? 0 : dir.length + 1);
    return (byFolder.get(dir) ?? [{ url: "/" }]).map(({ url }) => ({ url: urlPath([url, name]), path }));
  });
}
