import type { SiteModel } from "#model/site";
import { moduleRedirects } from "./config-redirects.ts";
import { isMap, jsonIn, listAt, mapAt, textAt, textOr, textsAt, type ConfigMap } from "./config-values.ts";
import { categoryPages } from "./docusaurus-categories.ts";
import { docusaurusContent, type DocusaurusSettings } from "./docusaurus-content.ts";
import { siteCode } from "./docusaurus-code.ts";
import { JsModules } from "./js-modules.ts";
import { JsValues } from "./js-values.ts";
import { baseModel, contentOf, staticOf } from "./model-defaults.ts";
import { filesIn, joinPath, readSmallText } from "./site-files.ts";

const isDocument = (path: string) => /\.mdx?$/i.test(path) && !/\/_[^/]*(?:\/|$)/.test(path);

/** What is known of a Docusaurus site, from the literal values of its config and its folders. */
export function findDocusaurus(file: string, folder: string): SiteModel | undefined {
  const name = filesIn(file).find((one) => /^docusaurus\.config\.(?:m?[jt]s|cjs)$/.test(one));
  if (name === undefined) return undefined;
  const text = readSmallText(`${file}/${name}`) ?? "";
  const modules = new JsModules(file);
  const read = new JsValues(modules).config(`${file}/${name}`);
  const config = read ?? {};
  const named = [`${file}/${name}`, ...modules.files()];
  const slash = config["trailingSlash"];
  const title = textAt(config, "title");
  const code = siteCode(file, text);
  const { content, settings, leavesOut, notices } = docusaurusContent(config, file, folder, code.writesLinksOf);
  const found = contentOf(file, folder, content, (path) => isDocument(path) && !leavesOut(path));
  const statics = staticOf(file, folder, textsAt(config, "staticDirectories") ?? ["static"]);
  return {
    ...baseModel(folder),
    generator: "docusaurus",
    configFile: joinPath(folder, name),
    ...found,
    ...statics,
    redirects: [...statics.redirects, ...moduleRedirects({ site: file, folder }, named, clientRedirects(config))],
    output: joinPath(folder, "build"),
    baseUrl: textOr(config, "url", "").replace(/\/$/, "") + textOr(config, "baseUrl", "/"),
    ...(title !== undefined && { title, titleSuffix: ` | ${title}` }),
    languages: textsAt(mapAt(config, "i18n"), "locales") ?? [],
    language: textOr(mapAt(config, "i18n"), "defaultLocale", "en"),
    trailingSlash: slashes.get(slash) ?? "either",
    rewritesSourceLinks: true,
    shortcodes: ["directive"],
    // https://docusaurus.io/docs/api/docusaurus-config#markdown, read on 2026-11-23.
    hasFirstMdx: hasFirstMdx(file),
    readsMdx: textOr(mapAt(config, "markdown"), "format", "mdx") === "mdx",
    readingTime: { wordsPerMinute: 200, countsCode: true, rounding: "up" },
    settings: {
      ...settings,
      redirected: code.redirected,
      unread: [...settings.unread, ...code.folders],
      lists: [...categoryPages(file, folder, found), ...code.routes],
    } satisfies DocusaurusSettings,
    notices:
      read === undefined ? [`${name} could not be read without running it; defaults are assumed.`] : [...notices],
  };
}

/** Docusaurus reads MDX by its version 1 before its own version 3 (https://docusaurus.io/docs/migration/v3, read on 2026-11-23). */
function hasFirstMdx(file: string): boolean {
  const packages = mapAt(jsonIn(readSmallText(`${file}/package.json`)), "dependencies");
  return /^[\^~]?[012]\./.test(textOr(packages, "@docusaurus/core", ""));
}

const slashes = new Map<unknown, "always" | "never">([
  [true, "always"],
  [false, "never"],
]);

/**
 * The redirects that the plugin for them is given as a list
 * (https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-client-redirects, read on 2026-11-23).
 */
function clientRedirects(config: ConfigMap) {
  const base = textOr(config, "baseUrl", "/").replace(/\/$/, "");
  const plugin = listAt(config, "plugins").find(
    (one) => Array.isArray(one) && typeof one[0] === "string" && one[0].endsWith("client-redirects"),
  );
  const options: unknown = Array.isArray(plugin) ? plugin[1] : undefined;
  return (isMap(options) ? listAt(options, "redirects") : []).flatMap((rule) => {
    const target = textAt(rule, "to");
    return target === undefined
      ? []
      : (textsAt(rule, "from") ?? []).map((source) => ({ source, target: base + target }));
  });
}
