import type { Entry } from "#model/entry";
import type { SiteModel } from "#model/site";
import { LanguageFolders } from "./language-folders.ts";
import { below, nameParts, urlPath, type Placement } from "./placement.ts";
import { joinPath, listFiles } from "./site-files.ts";

/** A folder of Markdown without a generator: links lead from file to file. Undefined where it has no Markdown. */
export function findPlain(file: string, folder: string): SiteModel | undefined {
  const files = listFiles(file, { enters: (name) => !name.startsWith(".") }).map((path) => joinPath(folder, path));
  const contentFiles = files.filter((path) => /\.(?:md|mdx|markdown)$/i.test(path));
  if (contentFiles.length === 0) return undefined;
  return plainModel(folder, contentFiles, files);
}

/** A plain folder by the paths of its files, those of documents and all. */
const plainModel = (folder: string, contentFiles: readonly string[], files: readonly string[]): SiteModel => ({
  generator: "plain",
  folder,
  content: [{ folder, kind: "content", at: "/" }],
  contentFiles,
  contentAssets: withoutAll(files, contentFiles),
  staticFiles: [],
  redirects: [],
  output: joinPath(folder, "public"),
  languages: [],
  fieldNames: {},
  publish: { drafts: false, future: true, expired: true },
  // Which generator will build the folder nobody knows.
  shortcodes: ["hugo", "liquid", "directive"],
  trailingSlash: "either",
  rewritesSourceLinks: true,
  customLinks: false,
  settings: undefined,
  notices: sitesBelow(folder, files),
});

const siteConfig =
  /(?:^|\/)(?:(?:astro|docusaurus|eleventy)\.config\.[cm]?[jt]s|\.eleventy\.c?js|hugo\.(?:toml|ya?ml|json)|_config\.ya?ml)$/;

/** What to tell of the sites that lie below a plain folder: their documents are read here, and their URLs are not known. */
function sitesBelow(folder: string, files: readonly string[]): string[] {
  const configs = files.filter((path) => siteConfig.test(path));
  const folders = configs.map((path) => nameParts(below(folder, path) ?? path).dir);
  const sites = [...new Set(folders.filter((one) => one !== ""))];
  const [first, ...others] = sites;
  if (first === undefined) return [];
  const which = others.length === 0 ? `the site in ${first}` : `${sites.length} sites, such as ${first}`;
  return [`This folder holds ${which}; run standfirst in the folder of a site to check its links by its own URLs.`];
}

/** Whether a file is a part of pages and none itself: it lies in a folder such as `_common`, as not all files do. */
function partsOf(entries: readonly Entry[]): (path: string) => boolean {
  const inParts = /\/_[^/]+\//;
  return entries.every(({ path }) => inParts.test(`/${path}`)) ? () => false : (path) => inParts.test(`/${path}`);
}

/** Every file is served under its own path. */
export function placePlain({ folder, contentAssets }: SiteModel, entries: readonly Entry[]): Placement {
  const isPart = partsOf(entries);
  const languages = new LanguageFolders(entries.map(({ path }) => below(folder, path) ?? path));
  return {
    entries: entries.map((entry) => {
      const path = below(folder, entry.path);
      return {
        entry,
        ...(path !== undefined && !isPart(path) && { url: urlPath([path]) }),
        unpublished: entry.draft?.value === true,
      };
    }),
    pages: [],
    resources: contentAssets.map((path) => ({ url: urlPath([below(folder, path) ?? path]), path })),
    open: [],
    mayServe: (url) => languages.isElsewhere(url.slice(1)),
  };
}

function withoutAll(all: readonly string[], some: readonly string[]): string[] {
  const left = new Set(some);
  return all.filter((path) => !left.has(path));
}
