import type { SiteModel } from "#model/site";
import { mapAt, textAt, textOr, textsAt } from "./config-values.ts";
import { docusaurusContent } from "./docusaurus-content.ts";
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
  const { content, settings, notices } = docusaurusContent(config, file, folder);
  return {
    ...baseModel(folder),
    generator: "docusaurus",
    configFile: joinPath(folder, name),
    ...contentOf(file, folder, content, isDocument),
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
    settings,
    notices:
      read === undefined ? [`${name} could not be read without running it; defaults are assumed.`] : [...notices],
  };
}

const slashes = new Map<unknown, "always" | "never">([
  [true, "always"],
  [false, "never"],
]);
