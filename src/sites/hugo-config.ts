import type { Entry } from "#model/entry";
import {
  flagAt,
  isMap,
  listAt,
  mapAt,
  merged,
  textAt,
  textsAt,
  withSmallKeys,
  type ConfigMap,
} from "./config-values.ts";
import { readDataConfig } from "./read-config.ts";
import { filesIn, foldersIn, joinPath, listFiles, readSmallText } from "./site-files.ts";

/** A permalink pattern and the pages that it is for. */
interface HugoPermalink {
  readonly kind: "page" | "section" | "taxonomy" | "term" | "any";
  /** First section of the pages' path; undefined where only `path` decides. */
  readonly section?: string;
  /** A glob that the logical path of a page must match. */
  readonly path?: string;
  readonly pattern: string;
}

/** What a Hugo config says about URLs. */
export interface HugoSettings {
  readonly permalinks: readonly HugoPermalink[];
  /** Names of the lists of terms in front matter and in URLs. */
  readonly taxonomies: readonly string[];
  /** Sections with ".html" URLs; true for all. */
  readonly uglyUrls: boolean | Readonly<Record<string, boolean>>;
  readonly removePathAccents: boolean;
  readonly keepsCapitals: boolean;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly defaultInFolder: boolean;
  readonly pagerPath: string;
  readonly disabledKinds: readonly string[];
  readonly cascade: unknown;
  /**
   * Keys of dates that Hugo asks before the date that a file's name starts with; undefined where it does not ask the name.
   * Where it takes the date from there, the rest of the name is the slug.
   */
  readonly datesBeforeName: readonly string[] | undefined;
  /** Whether the language that is served at the root is also reached in a folder of its name, or the other way round. */
  readonly redirectsDefaultLanguage: boolean;
  /** Whether a slash in a title or a slug opens a folder, as it did up to Hugo 0.168. */
  readonly slashesInTokens: boolean;
  /** Names, without their endings, of the files that lists and pages are also written to: feeds, JSON. */
  readonly outputNames: readonly string[];
}

/** What the folders of a Hugo site say beside its config. */
export interface HugoSite extends HugoSettings {
  /** Documents that are no Markdown. */
  readonly others: readonly Entry[];
  /** Paths that redirects lead from which templates write. */
  readonly generatedRedirects: readonly string[];
  /** Whether themes or modules are not there to be read. */
  readonly lacksThemes: boolean;
  /** URL paths that menus lead to. */
  readonly menuPaths: readonly string[];
}

/** A Hugo config, merged from its files. */
export interface HugoConfig {
  /** Keys in small letters at all levels, as Hugo reads them. */
  readonly value: ConfigMap;
  readonly file: string;
  readonly notices: readonly string[];
}

const rootFiles = ["hugo", "config"].flatMap((name) => ["toml", "yaml", "yml", "json"].map((end) => `${name}.${end}`));

/** Where a folder's Hugo config is; undefined where it has none. A bare `config.*` counts with a `baseURL` only. */
export async function findHugoConfig(folder: string): Promise<HugoConfig | undefined> {
  const files = new Set(filesIn(folder));
  const rootFile = rootFiles.find((name) => files.has(name));
  const names = [
    ...(rootFile === undefined ? [] : [rootFile]),
    ...["config/_default", "config/production"].flatMap((part) => configFilesIn(folder, part)),
  ];
  const [file] = names;
  if (file === undefined) return undefined;
  let value: ConfigMap = {};
  const notices: string[] = [];
  for (const name of names) {
    const read = await readDataConfig(`${folder}/${name}`, name);
    if (read.notice !== undefined) notices.push(read.notice);
    value = merged(value, withSmallKeys(keyed(name, read.value)));
  }
  const isHugo =
    file.includes("hugo.") || file.startsWith("config/_default/") || textAt(value, "baseurl") !== undefined;
  return isHugo ? { value, file, notices } : undefined;
}

/** Hugo reads the folders in these folders too, and goes by the names of the files alone. */
const configFilesIn = (folder: string, part: string): string[] =>
  listFiles(`${folder}/${part}`)
    .filter((name) => /\.(?:toml|ya?ml|json)$/.test(name))
    .map((name) => `${part}/${name}`);

/**
 * A file such as `config/_default/permalinks.toml` holds what stands below that key, `menus.en.toml` that of a language,
 * and `languages.en.toml` all of a language.
 */
function keyed(name: string, value: ConfigMap): ConfigMap {
  const [key = "", language] = (name.split("/").at(-1) ?? "").split(".").slice(0, -1);
  if (name.split("/").length === 1 || key === "hugo" || key === "config") return value;
  if (language === undefined) return { [key]: value };
  return { languages: { [language]: key === "languages" ? value : { [key]: value } } };
}

/**
 * The part of a config that URLs depend on.
 *
 * @param minor the version of Hugo that builds the site, without its "0."
 */
export function hugoSettings(config: ConfigMap, minor: number): HugoSettings {
  const defaultLanguage = textAt(config, "defaultcontentlanguage") ?? "en";
  const taxonomies = config["taxonomies"];
  const ugly = config["uglyurls"];
  const pager = textAt(mapAt(config, "pagination"), "path") ?? textAt(config, "paginatepath") ?? "page";
  return {
    permalinks: permalinksIn(config["permalinks"]),
    taxonomies: isMap(taxonomies)
      ? Object.values(taxonomies).filter((name): name is string => typeof name === "string")
      : ["tags", "categories"],
    uglyUrls: isMap(ugly) ? (ugly as Record<string, boolean>) : ugly === true,
    removePathAccents: flagAt(config, "removepathaccents", false),
    keepsCapitals: flagAt(config, "disablepathtolower", false),
    languages: Object.keys(mapAt(config, "languages")),
    defaultLanguage,
    defaultInFolder: flagAt(config, "defaultcontentlanguageinsubdir", false),
    pagerPath: pager,
    disabledKinds: (textsAt(config, "disablekinds") ?? []).map((kind) => kind.toLowerCase()),
    cascade: config["cascade"],
    datesBeforeName: datesBeforeName(textsAt(mapAt(config, "frontmatter"), "date") ?? []),
    slashesInTokens: minor < 169,
    outputNames: Object.values(mapAt(config, "outputformats")).flatMap((one) => textAt(one, "basename") ?? []),
    redirectsDefaultLanguage: !flagAt(config, "disabledefaultlanguageredirect", false),
  };
}

function datesBeforeName(keys: readonly string[]): string[] | undefined {
  const at = keys.indexOf(":filename");
  return at < 0 ? undefined : keys.slice(0, at).flatMap((key) => (key === ":default" ? usualDates : [key]));
}

/** The keys that `:default` stands for (https://gohugo.io/configuration/front-matter/#dates, read on 2026-11-23). */
const usualDates = ["date", "publishdate", "pubdate", "published", "lastmod", "modified"];

/** Longest permalink pattern that is read, in UTF-16 units. */
const longestPattern = 500;

const kinds = ["page", "section", "taxonomy", "term"] as const;

/** Patterns by section stand for pages and terms; since 0.123 they may be given by kind, since 0.15x as a list. */
function permalinksIn(value: unknown): HugoPermalink[] {
  if (Array.isArray(value)) return listAt({ list: value }, "list").flatMap(listedPermalink);
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([name, pattern]): HugoPermalink[] => {
    const kind = kinds.find((one) => one === name);
    if (kind !== undefined && isMap(pattern)) {
      return Object.entries(pattern).flatMap(([section, inner]) =>
        typeof inner === "string" && inner.length <= longestPattern
          ? [{ kind, section: trimmed(section), pattern: inner }]
          : [],
      );
    }
    if (typeof pattern !== "string" || pattern.length > longestPattern) return [];
    return (["page", "term"] as const).map((each) => ({ kind: each, section: trimmed(name), pattern }));
  });
}

function listedPermalink(item: unknown): HugoPermalink[] {
  const pattern = textAt(item, "pattern");
  const target = mapAt(item, "target");
  const path = textAt(target, "path");
  if (pattern === undefined || pattern.length > longestPattern) return [];
  const kind = kinds.find((one) => one === textAt(target, "kind")) ?? "any";
  return [{ kind, ...(path !== undefined && { path }), pattern }];
}

const trimmed = (section: string) => section.replace(/^[ /]+|(?<![ /])[ /]+$/g, "");

/** The version that the repository builds the site with, without its "0.", as its host's config says; infinite where none does. */
export function hugoVersion(folder: string): number {
  const hosts = ["netlify.toml", "vercel.json", ".github/workflows", "wrangler.toml"];
  const texts = hosts.flatMap((name) =>
    name === ".github/workflows"
      ? filesIn(`${folder}/${name}`).map((file) => readSmallText(`${folder}/${name}/${file}`))
      : [readSmallText(`${folder}/${name}`)],
  );
  for (const text of texts) {
    const found = /(?:HUGO_VERSION|hugo-version)["']?\s{0,4}[:=]\s{0,4}["']?v?0\.(\d{1,4})/i.exec(text ?? "");
    if (found?.[1] !== undefined) return Number(found[1]);
  }
  return Infinity;
}

/**
 * Whether the ids of headings are those of Blackfriday: the parser of Hugo up to 0.59 which could be had up to 0.99, and
 * whose ids a config can still ask for. The key for that was renamed in 0.144.
 */
export function hasBlackfridayIds(config: ConfigMap, minor: number): boolean {
  const markup = mapAt(config, "markup");
  const parser = mapAt(mapAt(markup, "goldmark"), "parser");
  const usesIt = minor < 100 && textAt(markup, "defaultmarkdownhandler") === "blackfriday";
  const idType = textAt(parser, "autoidtype") ?? textAt(parser, "autoheadingidtype");
  return minor < 60 || usesIt || idType === "blackfriday";
}

/**
 * The folders of the themes that are there to be read, relative to the site's folder. Git leaves the folder of a submodule
 * empty that was not asked for.
 */
export function themeFolders(folder: string, config: ConfigMap): string[] {
  const themes = textAt(config, "themesdir") ?? "themes";
  const around = joinPath(folder, themes).startsWith("/") ? themes : `${folder}/${themes}`;
  const isFilled = (name: string) => foldersIn(`${around}/${name}`).length + filesIn(`${around}/${name}`).length > 0;
  const present = new Set(foldersIn(around).filter(isFilled));
  return (textsAt(config, "theme") ?? []).filter((name) => present.has(name)).map((name) => joinPath(themes, name));
}

/** Whether themes or modules that the site is made of are not there to be read: they bring files of their own. */
export function lacksThemes(config: ConfigMap, present: readonly string[]): boolean {
  const imports = listAt(mapAt(config, "module"), "imports").filter((one) => !flagAt(one, "disable", false));
  return (textsAt(config, "theme") ?? []).length > present.length || imports.length > 0;
}
