import { existsSync } from "node:fs";
import { posix } from "node:path";
import type { SiteModel, StaticFile } from "#model/site";
import { flagAt, mapAt, textAt, textsAt, type ConfigMap } from "./config-values.ts";
import { findHugoConfig, hugoSettings, hugoVersion, themeFolders } from "./hugo-config.ts";
import { mountedContent, mountsOf, type HugoMount } from "./hugo-mounts.ts";
import { readRedirects } from "./redirects.ts";
import { joinPath, listFiles, readSmallText } from "./site-files.ts";

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
  const settings = hugoSettings(value);
  const mounted = mountedContent(value, folder);
  const content = mounted.map(({ takes: _takes, ...one }) => one);
  const files = mounted.flatMap(({ folder: inner, takes }) =>
    listFiles(`${file}/${posix.relative(`/${folder}`, `/${inner}`)}`)
      .filter(takes)
      .map((path) => joinPath(inner, path)),
  );
  const unique = [...new Set(files)].filter((path) => !isIgnored(value, path));
  const contentFiles = unique.filter(isDocument);
  const themes = themeFolders(file, value);
  const statics = staticMounts(file, value, themes);
  return {
    generator: "hugo",
    folder,
    configFile: joinPath(folder, name),
    content,
    contentFiles,
    contentAssets: unique.filter((path) => !isDocument(path)),
    staticFiles: statics.flatMap((one) => staticFilesIn(file, folder, one)),
    redirects: redirectFiles(file, folder, staticRoots(statics)),
    output: joinPath(folder, textAt(value, "publishdir") ?? "public"),
    ...about(value),
    languages: settings.languages.length > 0 ? settings.languages : [settings.defaultLanguage],
    language: settings.defaultLanguage,
    fieldNames: fieldNames(value),
    readingTime: readingTime(file),
    publish: {
      drafts: flagAt(value, "builddrafts", false),
      future: flagAt(value, "buildfuture", false),
      expired: flagAt(value, "buildexpired", false),
    },
    shortcodes: ["hugo"],
    trailingSlash: settings.uglyUrls === true ? "either" : "always",
    rewritesSourceLinks: false,
    customLinks: hasLinkHook(file, value, themes),
    settings,
    notices,
  };
}

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

const redirectFiles = (file: string, folder: string, statics: readonly string[]) =>
  [...statics, ""].flatMap((one) => {
    const text = readSmallText(`${file}/${one}/_redirects`);
    return text === undefined ? [] : [readRedirects(joinPath(folder, one, "_redirects"), text)];
  });

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
function readingTime(file: string): NonNullable<SiteModel["readingTime"]> {
  const minor = Number(hugoVersion(file)?.split(".")[1] ?? "999");
  return { wordsPerMinute: minor <= 131 ? 213 : 212, countsCode: true, rounding: "up" };
}

/** Whether site or theme makes links and images with a template of its own. */
function hasLinkHook(file: string, config: ConfigMap, themes: readonly string[]): boolean {
  const hooks = mapAt(mapAt(mapAt(mapAt(config, "markup"), "goldmark"), "renderhooks"), "link");
  if (["always", "fallback"].includes(textAt(hooks, "useembedded") ?? "") || hooks["enabledefault"] === true)
    return true;
  return ["", ...themes].some((folder) =>
    listFiles(`${file}/${folder}/layouts`).some((path) => /(?:^|\/)_markup\/render-link\b/.test(path)),
  );
}
