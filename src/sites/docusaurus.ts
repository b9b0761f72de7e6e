import type { ContentFolder, SiteModel } from "#model/site";
import { flagAt, isMap, listAt, mapAt, textAt, textOr, textsAt, type ConfigMap } from "./config-values.ts";
import { readJsConfigFile } from "./read-config.ts";
import { baseModel, contentOf, staticOf } from "./model-defaults.ts";
import { filesIn, joinPath } from "./site-files.ts";

const isDocument = (path: string) => /\.mdx?$/i.test(path) && !/\/_[^/]*(?:\/|$)/.test(path);

/** What is known of a Docusaurus site, from the literal values of its config and its folders. */
export function findDocusaurus(file: string, folder: string): SiteModel | undefined {
  const name = filesIn(file).find((one) => /^docusaurus\.config\.(?:m?[jt]s|cjs)$/.test(one));
  if (name === undefined) return undefined;
  const read = readJsConfigFile(`${file}/${name}`);
  const config = read ?? {};
  const slash = config["trailingSlash"];
  const title = textAt(config, "title");
  return {
    ...baseModel(folder),
    generator: "docusaurus",
    configFile: joinPath(folder, name),
    ...contentOf(file, folder, contentFolders(config, folder), isDocument),
    ...staticOf(file, folder, textsAt(config, "staticDirectories") ?? ["static"]),
    output: joinPath(folder, "build"),
    baseUrl: textOr(config, "url", "").replace(/\/$/, "") + textOr(config, "baseUrl", "/"),
    ...(title !== undefined && { title, titleSuffix: ` | ${title}` }),
    languages: textsAt(mapAt(config, "i18n"), "locales") ?? [],
    language: textOr(mapAt(config, "i18n"), "defaultLocale", "en"),
    trailingSlash: slashes.get(slash) ?? "either",
    rewritesSourceLinks: true,
    shortcodes: ["directive"],
    readingTime: { wordsPerMinute: 200, countsCode: true, rounding: "up" },
    settings: undefined,
    notices: read === undefined ? [`${name} could not be read without running it; defaults are assumed.`] : [],
  };
}

const slashes = new Map<unknown, "always" | "never">([
  [true, "always"],
  [false, "never"],
]);

/** The folders of docs, blog and pages, and where they are served. */
function contentFolders(config: ConfigMap, folder: string): ContentFolder[] {
  const preset = listAt(config, "presets").find((one) => Array.isArray(one) && isMap(one[1]));
  const options = Array.isArray(preset) ? (preset[1] as ConfigMap) : {};
  const standard = [
    { kind: "docs", at: "docs", path: "docs" },
    { kind: "blog", at: "blog", path: "blog" },
    { kind: "pages", at: "/", path: "src/pages" },
  ].flatMap(({ kind, at, path }) => {
    if (!flagAt(options, kind, true)) return [];
    const own = mapAt(options, kind);
    return [folderOf(folder, kind, textAt(own, "path") ?? path, textAt(own, "routeBasePath") ?? at)];
  });
  const plugins = listAt(config, "plugins").flatMap((plugin): ContentFolder[] => {
    if (!Array.isArray(plugin) || typeof plugin[0] !== "string") return [];
    const kind = /content-(docs|blog|pages)/.exec(plugin[0])?.[1];
    const path = textAt(plugin[1], "path");
    if (kind === undefined || path === undefined) return [];
    return [folderOf(folder, kind, path, textAt(plugin[1], "routeBasePath") ?? kind)];
  });
  return [...plugins, ...standard];
}

const folderOf = (folder: string, kind: string, path: string, at: string): ContentFolder => ({
  folder: joinPath(folder, path),
  kind,
  at: `/${at.replace(/^\/+|(?<!\/)\/+$/g, "")}`,
});
