import type { Entry } from "#model/entry";
import type { SiteModel } from "#model/site";
import { LanguageFolders } from "./language-folders.ts";
import { below, nameParts, urlPath, type Placement } from "./placement.ts";
import { joinPath, listFiles } from "./site-files.ts";

/** What the files of a plain folder say of its links. */
export interface PlainSettings {
  /** Folders, relative to the root of the run, in which links name files by their names, or by the ends of their paths. */
  readonly vaults: readonly string[];
}

/** A folder of Markdown without a generator: links lead from file to file. Undefined where it has no Markdown. */
export function findPlain(file: string, folder: string): SiteModel | undefined {
  const vaults: string[] = [];
  const enters = (name: string, around: string) => {
    if (name === ".obsidian") vaults.push(joinPath(folder, around));
    return !name.startsWith(".");
  };
  const files = listFiles(file, { enters }).map((path) => joinPath(folder, path));
  const isOfOthers = belowAny(foldersOfOthers(files));
  const quartz = quartzIn(files);
  const contentFiles = files.filter((path) => isMarkdown(path) && !isOfOthers(path) && !quartz.isUnpublished(path));
  if (contentFiles.length === 0) return undefined;
  return { ...plainModel(folder, contentFiles, files), settings: { vaults: [...vaults, ...quartz.folders] } };
}

const isMarkdown = (path: string) => /\.(?:md|mdx|markdown)$/i.test(path);

const inContent = (folder: string, path: string): boolean => below(joinPath(folder, "content"), path) !== undefined;

/** The folders of Quartz, which publishes the vault in `content`; what lies beside that is its own documentation. */
function quartzIn(files: readonly string[]) {
  const folders = files
    .filter((path) => /(?:^|\/)quartz\.config\.[jt]s$/.test(path))
    .map((path) => nameParts(path).dir);
  const filled = folders.filter((folder) => files.some((path) => isMarkdown(path) && inContent(folder, path)));
  return {
    folders,
    isUnpublished: (path: string) =>
      filled.some((folder) => below(folder, path) !== undefined && !inContent(folder, path)),
  };
}

/**
 * Folders whose documents are no content of whoever keeps the plain folder: the templates of new posts and the themes of
 * a Hugo site below it, and the packages of CocoaPods.
 */
function foldersOfOthers(files: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of files) {
    const slash = path.lastIndexOf("/") + 1;
    const [around, name] = [path.slice(0, slash), path.slice(slash)];
    if (/^(?:hugo|config)\.(?:toml|ya?ml|json)$/.test(name)) folders.add(`${around}archetypes`);
    const isTheme = /^theme\.(?:toml|ya?ml)$/.test(name) && /(?:^|\/)themes\/[^/]+\/$/.test(around);
    const isPods = name === "Manifest.lock" && /(?:^|\/)Pods\/$/.test(around);
    if (isTheme || isPods) folders.add(around.slice(0, -1));
  }
  return folders;
}

/** Whether a path lies in one of some folders, at any depth. */
function belowAny(folders: ReadonlySet<string>): (path: string) => boolean {
  if (folders.size === 0) return () => false;
  return (path) => {
    for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) {
      if (folders.has(path.slice(0, at))) return true;
    }
    return false;
  };
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
