import type { SiteModel } from "#model/site";
import { mapAt, textAt, textOr, textsAt } from "./config-values.ts";
import { categoryPages } from "./docusaurus-categories.ts";
import { docusaurusContent, type DocusaurusSettings } from "./docusaurus-content.ts";
import { siteCode } from "./docusaurus-code.ts";
import { readJsConfigFile } from "./read-config.ts";
import { baseModel, contentOf, staticOf } from "./model-defaults.ts";
import { filesIn, joinPath, readSmallText } from "./site-files.ts";

const isDocument = (path: string) => /\.mdx?$/i.test(path) && !/\/_[^/]*(?:\/|$)/.test(path);

/** What is known of a Docusaurus site, from the literal values of its config and its folders. */
export function findDocusaurus(file: string, folder: string): SiteModel | undefined {
  const name = filesIn(file).find((one) => /^docusaurus\.config\.(?:m?[jt]s|cjs)$/.test(one));
  if (name === undefined) return undefined;
  const read = readJsConfigFile(`${file}/${name}`);
  const config = read ?? {};
  const slash = config["trailingSlash"];
  const title = textAt(config, "title");
  const code = siteCode(file, readSmallText(`${file}/${name}`) ?? "");
  const { content, settings, notices } = docusaurusContent(config, file, folder, code.writesLinksOf);
  const found = contentOf(file, folder, content, isDocument);
  return {
    ...baseModel(folder),
    generator: "docusaurus",
    configFile: joinPath(folder, name),
    ...found,
    ...staticOf(file, folder, textsAt(config, "staticDirectories") ?? ["static"]),
    output: joinPath(folder, "build"),
    baseUrl: textOr(config, "url", "").replace(/\/$/, "") + textOr(config, "baseUrl", "/"),
    ...(title !== undefined && { title, titleSuffix: ` | ${title}` }),
    languages: textsAt(mapAt(config, "i18n"), "locales") ?? [],
    language: textOr(mapAt(config, "i18n"), "defaultLocale", "en"),
    trailingSlash: slashes.get(slash) ?? "either",
    rewritesSourceLinks: true,
    shortcodes: ["directive"],
    // https://docusaurus.io/docs/api/docusaurus-config#markdown, read on 2026-11-23.
    readsMdx: textOr(mapAt(config, "markdown"), "format", "mdx") === "mdx",
    readingTime: { wordsPerMinute: 200, countsCode: true, rounding: "up" },
    settings: {
      ...settings,
      lists: [...categoryPages(file, folder, found), ...code.routes],
    } satisfies DocusaurusSettings,
    notices:
      read === undefined ? [`${name} could not be read without running it; defaults are assumed.`] : [...notices],
  };
}

const slashes = new Map<unknown, "always" | "never">([
  [true, "always"],
  [false, "never"],
]);
