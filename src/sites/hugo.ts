import type { ContentFolder, SiteModel, StaticFile } from "#model/site";
import { flagAt, mapAt, textAt, textsAt, type ConfigMap } from "./config-values.ts";
import { findHugoConfig, hugoSettings, hugoVersion, themeFolders } from "./hugo-config.ts";
import { readRedirects } from "./redirects.ts";
import { filesIn, foldersIn, joinPath, listFiles, readSmallText } from "./site-files.ts";

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
  const content = contentFolders(value, folder);
  const files = content.flatMap((one) =>
    listFiles(absolute(file, folder, one.folder)).map((path) => joinPath(one.folder, path)),
  );
  const unique = [...new Set(files)].filter((path) => !isIgnored(value, path));
  const contentFiles = unique.filter(isDocument);
  const themes = themeFolders(file, value);
  const statics = staticFolders(file, value, themes);
  return {
    generator: "hugo",
    folder,
    configFile: joinPath(folder, name),
    content,
    contentFiles,
    contentAssets: unique.filter((path) => !isDocument(path)),
    staticFiles: statics.flatMap((one) => staticFilesIn(file, folder, one)),
    redirects: redirectFiles(file, folder, statics),
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

/** The absolute path of a folder that is given relative to the root of the run. */
const absolute = (file: string, folder: string, inner: string) =>
  `${file}/${folder === "" ? inner : inner.slice(folder.length + 1)}`;

function about(config: ConfigMap): Pick<SiteModel, "baseUrl" | "title"> {
  const baseUrl = textAt(config, "baseurl");
  const title = textAt(config, "title");
  return { ...(baseUrl !== undefined && { baseUrl }), ...(title !== undefined && { title }) };
}

function contentFolders(config: ConfigMap, folder: string): ContentFolder[] {
  const main = textAt(config, "contentdir") ?? "content";
  const byLanguage = Object.entries(mapAt(config, "languages")).flatMap(([language, inner]) => {
    const dir = textAt(inner, "contentdir");
    return dir === undefined ? [] : [{ folder: joinPath(folder, dir), kind: "content", at: "/", language }];
  });
  // The more special folder comes first: a language's folder may lie in the main one.
  return [
    ...byLanguage,
    ...(byLanguage.some((one) => one.folder === joinPath(folder, main))
      ? []
      : [{ folder: joinPath(folder, main), kind: "content", at: "/" }]),
  ];
}

function isIgnored(config: ConfigMap, path: string): boolean {
  if (/(?:^|\/)\.|~$/.test(path)) return true;
  return (textsAt(config, "ignorefiles") ?? []).some((pattern) => {
    // Only plain endings such as `\.draft\.md$`: patterns of a config are not run.
    const plain = /^((?:[\w/-]|\\\.)+)\$$/.exec(pattern)?.[1]?.replaceAll("\\.", ".");
    return plain !== undefined && path.endsWith(plain);
  });
}

const staticFolders = (file: string, config: ConfigMap, themes: readonly string[]): string[] => {
  const own = textsAt(config, "staticdir") ?? ["static"];
  const all = [...themes.map((theme) => `${theme}/static`), ...own];
  return all.filter((one) => foldersIn(`${file}/${one}`).length + filesIn(`${file}/${one}`).length > 0);
};

const staticFilesIn = (file: string, folder: string, one: string): StaticFile[] =>
  listFiles(`${file}/${one}`).map((path) => ({ url: `/${path}`, path: joinPath(folder, one, path) }));

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
