import { existsSync, lstatSync } from "node:fs";
import { posix } from "node:path";
import type { Entry } from "#model/entry";
import type { SiteModel, StaticFile } from "#model/site";
import { flagAt, mapAt, textAt, textsAt, type ConfigMap } from "./config-values.ts";
import {
  findHugoConfig,
  hasBlackfridayIds,
  hugoSettings,
  hugoVersion,
  lacksThemes,
  themeFolders,
} from "./hugo-config.ts";
import { isOtherFormat, readOtherFormat } from "./hugo-formats.ts";
import { generatedRedirects, hugoHooks, isReplaced } from "./hugo-layouts.ts";
import { menuPaths } from "./hugo-menus.ts";
import { isFile, mountedContent, mountsOf, type HugoMount, type MountedFolder } from "./hugo-mounts.ts";
import { redirectFilesIn } from "./redirects.ts";
import { joinPath, listFiles } from "./site-files.ts";

/**
 * What is known of a Hugo site, from its config and its folders.
 *
 * @param file absolute path of the folder
 * @param folder the same, relative to the root of the run
 */
export async function findHugo(file: string, folder: string): Promise<SiteModel | undefined> {
  const config = await findHugoConfig(file);
  if (config === undefined) return undefined;
  const { value, file: name, notices } = config;
  const minor = hugoVersion(file);
  const settings = hugoSettings(value, minor);
  const mounted = mountedContent(value, file, folder);
  const content = mounted.map(({ takes: _takes, ...one }) => one);
  const files = filesOf(file, folder, mounted, (path) => !isIgnored(value, path));
  const others = await otherDocuments(file, folder, files);
  const themes = themeFolders(file, value);
  const statics = staticMounts(file, value, themes);
  return {
    generator: "hugo",
    folder,
    configFile: joinPath(folder, name),
    content,
    contentFiles: files.filter(isDocument),
    contentAssets: files.filter((path) => !isDocument(path) && !others.has(path)),
    staticFiles: statics.flatMap((one) => staticFilesIn(file, folder, one)),
    redirects: redirectFilesIn(file, folder, staticRoots(statics)),
    output: joinPath(folder, textAt(value, "publishdir") ?? "public"),
    ...about(value),
    languages: settings.languages.length > 0 ? settings.languages : [settings.defaultLanguage],
    language: publishedLanguage(value, settings.defaultLanguage),
    fieldNames: fieldNames(value),
    readingTime: readingTime(minor),
    publish: publishPolicy(value),
    shortcodes: ["hugo"],
    trailingSlash: settings.uglyUrls === true ? "either" : "always",
    ...(hasBlackfridayIds(value, minor) && { headingIds: "blackfriday" }),
    ...linkModel(file, value, themes, minor),
    settings: {
      ...settings,
      others: [...others.values()],
      generatedRedirects: generatedRedirects(layoutFolders(file, themes)),
      lacksThemes: lacksThemes(value, themes),
      menuPaths: menuPaths(value),
    },
    notices,
  };
}

/** The files of content folders, each once. A document that is mounted by its own name may have any. */
function filesOf(
  file: string,
  folder: string,
  mounted: readonly MountedFolder[],
  isSeen: (path: string) => boolean,
): string[] {
  const files = mounted.flatMap((one) => {
    const place = `${file}/${posix.relative(`/${folder}`, `/${one.folder}`)}`;
    if (isFile(one)) return isDocumentThere(place) ? [one.folder] : [];
    return listFiles(place)
      .filter(one.takes)
      .map((path) => joinPath(one.folder, path))
      .filter(isSeen);
  });
  return [...new Set(files)];
}

/** Links are not followed: what a pull request links to is not part of the site. */
const isDocumentThere = (file: string) => lstatSync(file, { throwIfNoEntry: false })?.isFile() === true;

/** Documents that are no Markdown, by path. */
async function otherDocuments(file: string, folder: string, paths: readonly string[]): Promise<Map<string, Entry>> {
  const others = new Map<string, Entry>();
  for (const path of paths.filter(isOtherFormat)) {
    const entry = await readOtherFormat(`${file}/${posix.relative(`/${folder}`, `/${path}`)}`, path);
    if (entry !== undefined) others.set(path, entry);
  }
  return others;
}

const publishPolicy = (config: ConfigMap): SiteModel["publish"] => ({
  drafts: flagAt(config, "builddrafts", false),
  future: flagAt(config, "buildfuture", false),
  expired: flagAt(config, "buildexpired", false),
});

/** What templates make of links and pictures. */
function linkModel(file: string, config: ConfigMap, themes: readonly string[], minor: number) {
  const layouts = layoutFolders(file, themes);
  const { link, image } = hugoHooks(config, layouts, minor);
  return {
    // Languages with hosts of their own are served at the root of each.
    customLinks: link === "custom" || Object.values(mapAt(config, "languages")).some(hasHost),
    ...(image !== "none" && { pictures: image === "custom" ? ("custom" as const) : ("found" as const) }),
    findsDocuments: link === "embedded",
    rewritesSourceLinks: link === "embedded",
    assets: listFiles(`${file}/assets`),
    ownFigures: lacksThemes(config, themes) || isReplaced("figure", layouts),
  };
}

const layoutFolders = (file: string, themes: readonly string[]) =>
  ["", ...themes].map((one) => `${file}/${one}/layouts`);

const hasHost = (language: unknown) => textAt(language, "baseurl") !== undefined;

/** What pages say that they are in: a site with one language may name it for its pages and leave Hugo's own setting. */
const publishedLanguage = (config: ConfigMap, usual: string) =>
  textAt(config, "defaultcontentlanguage") ?? textAt(config, "languagecode") ?? textAt(config, "locale") ?? usual;

const isDocument = (path: string) => /\.(?:md|markdown|mdown)$/i.test(path);

function about(config: ConfigMap): Pick<SiteModel, "baseUrl" | "title"> {
  const baseUrl = textAt(config, "baseurl");
  const title = textAt(config, "title");
  return { ...(baseUrl !== undefined && { baseUrl }), ...(title !== undefined && { title }) };
}

function isIgnored(config: ConfigMap, path: string): boolean {
  if (/(?:^|\/)\.|~$/.test(path)) return true;
  return (textsAt(config, "ignorefiles") ?? []).some((pattern) => {
    // Only plain endings such as `\.draft\.md$`: patterns of a config are not run.
    const plain = /^((?:[\w/-]|\\\.)+)\$$/.exec(pattern)?.[1]?.replaceAll("\\.", ".");
    return plain !== undefined && path.endsWith(plain);
  });
}

/** The folders and files that are served as they are: those of themes, then the site's own. */
function staticMounts(file: string, config: ConfigMap, themes: readonly string[]): HugoMount[] {
  const own = mountsOf(config, "static").filter(({ source }) => !source.startsWith(".."));
  const usual = own.length > 0 ? [] : (textsAt(config, "staticdir") ?? ["static"]);
  const folders = [...themes.map((theme) => `${theme}/static`), ...usual];
  const mounts = folders.map((source) => ({ source, target: "", languages: [], takes: () => true }));
  return [...mounts, ...own].filter(({ source }) => existsSync(`${file}/${source}`));
}

function staticFilesIn(file: string, folder: string, { source, target, takes }: HugoMount): StaticFile[] {
  const inside = listFiles(`${file}/${source}`);
  if (inside.length === 0 && target !== "") return [{ url: `/${target}`, path: joinPath(folder, source) }];
  return inside
    .filter(takes)
    .map((path) => ({ url: `/${joinPath(target, path)}`, path: joinPath(folder, source, path) }));
}

const staticRoots = (mounts: readonly HugoMount[]) =>
  mounts.flatMap(({ source, target }) => (target === "" ? [source] : []));

/** The keys that `[frontmatter]` names for dates; `:filename` and the like are no keys. */
function fieldNames(config: ConfigMap): SiteModel["fieldNames"] {
  const keys = (name: string) =>
    textsAt(mapAt(config, "frontmatter"), name)?.flatMap((key) => {
      if (key === ":default") return name === "date" ? ["date", "publishDate", "pubdate", "published"] : ["lastmod"];
      return key.startsWith(":") ? [] : [key];
    });
  const published = keys("date");
  const modified = keys("lastmod");
  return { ...(published?.length && { published }), ...(modified?.length && { modified }) };
}

/** Hugo counted 213 words a minute up to 0.131, 212 since; the version that builds the site decides. */
const readingTime = (minor: number): NonNullable<SiteModel["readingTime"]> => ({
  wordsPerMinute: minor <= 131 ? 213 : 212,
  countsCode: true,
  rounding: "up",
});
