import { existsSync } from "node:fs";
import { posix } from "node:path";
import type { ContentFolder } from "#model/site";
import { flagAt, isMap, jsonIn, listAt, mapAt, textAt, textOr, textsAt, type ConfigMap } from "./config-values.ts";
import { excludedFiles } from "./docusaurus-excluded.ts";
import { filesIn, foldersIn, joinPath, readSmallText } from "./site-files.ts";

/** What only the generator's own file asks. */
export interface DocusaurusSettings {
  /** What stands before all paths of a further language, such as "/fr". */
  readonly prefixes: readonly string[];
  /** Content folders in which numbers before names only order them. */
  readonly numbered: readonly string[];
  /** URL paths of content that is not read, and of pages that only code knows. */
  readonly unread: readonly string[];
  /** URL paths of pages that come from no document: those of categories that name their own, and those of code. */
  readonly lists: readonly string[];
  /** Paths that code may redirect, all below them too: those below which there are no documents. */
  readonly redirected: readonly string[];
}

/** The content folders of a site in all versions and languages, those of a language before those they translate. */
export interface DocusaurusContent {
  readonly content: readonly ContentFolder[];
  readonly settings: Omit<DocusaurusSettings, "lists" | "redirected">;
  /** Whether options of a plugin leave a file out, by its path relative to the root of the run. */
  readonly leavesOut: (path: string) => boolean;
  readonly notices: readonly string[];
}

/**
 * The folders that documents are in, and where they are served
 * (https://docusaurus.io/docs/versioning, https://docusaurus.io/docs/i18n/introduction; read on 2026-11-23).
 *
 * @param file absolute path of the site's folder
 * @param folder the same, relative to the root of the run
 * @param writesLinksOf the kinds of content in which code of the site works on links
 */
export function docusaurusContent(
  config: ConfigMap,
  file: string,
  folder: string,
  writesLinksOf: ReadonlySet<string>,
): DocusaurusContent {
  const all = pluginsOf(config).flatMap((plugin) =>
    plugin.kind === "docs" ? versionsOf(plugin, file) : [unversioned(plugin)],
  );
  const outside = all.filter((one) => leadsOut(folder, one.folder));
  const sources = all.filter((one) => !outside.includes(one));
  const absent = sources.filter((one) => one.kind === "docs" && !isThere(`${file}/${one.folder}`));
  const { locales, notices } = localesOf(config, file);
  const custom = ({ kind }: Source) => (writesLinksOf.has(kind) ? { customLinks: true } : {});
  const translated = locales.flatMap(({ path, prefix, language }) =>
    sources.map((one): ContentFolder => ({
      folder: joinPath(folder, path, one.translation),
      standIn: joinPath(folder, one.folder),
      kind: one.kind,
      at: absolute(`${prefix}/${one.at}`),
      language,
      ...custom(one),
      ...versionOf(joinPath(folder, path), one.translation, one.newestTranslation),
    })),
  );
  const originals = sources.map((one): ContentFolder => ({
    folder: joinPath(folder, one.folder),
    kind: one.kind,
    at: absolute(one.at),
    ...custom(one),
    ...versionOf(folder, one.folder, one.newest),
  }));
  const foldersOf = (one: Source) =>
    [one.folder, ...locales.map(({ path }) => joinPath(path, one.translation))].map((path) => joinPath(folder, path));
  const prefixes = locales.flatMap(({ prefix }) => (prefix === "" ? [] : [prefix]));
  const numbered = sources.filter((one) => one.isNumbered).flatMap(foldersOf);
  return {
    content: [...translated, ...originals],
    settings: { prefixes, numbered, unread: pathsOf([...outside, ...absent], prefixes) },
    leavesOut: excludedFiles(
      sources.flatMap((one) => foldersOf(one).map((path) => ({ folder: path, globs: one.excluded }))),
    ),
    notices: [...notices, ...outside.map(notRead), ...absentNotice(absent)],
  };
}

/** Where content is served in all languages. */
const pathsOf = (sources: readonly Source[], prefixes: readonly string[]): string[] =>
  ["", ...prefixes].flatMap((prefix) => sources.map(({ at }) => absolute(`${prefix}/${at}`)));

const leadsOut = (folder: string, path: string) => /^\.\.(?:\/|$)/.test(posix.join(folder, path));

const notRead = ({ folder }: Source) =>
  `${folder} is content of the site, and lies outside of the folder that is checked, so it is not read; run standfirst in a folder that holds both, or in a Git repository.`;

/** Whether a folder holds anything; a submodule that was not fetched is an empty one. Links are not followed. */
const isThere = (path: string): boolean => filesIn(path).length > 0 || foldersIn(path).length > 0;

/** The build ends with an error where a version has no documents: something brings them before it. */
function absentNotice(absent: readonly Source[]): string[] {
  const [first, ...others] = absent;
  if (first === undefined) return [];
  const which = others.length === 0 ? first.folder : `${first.folder} and ${others.length} more`;
  return [`There are no documents in ${which}, which the config says the site has; links to them are not checked.`];
}

const versionOf = (folder: string, own: string, newest: string) =>
  own === newest ? {} : { versionOf: joinPath(folder, newest) };

/** A plugin that reads Markdown, with its options. */
interface Plugin {
  readonly kind: "docs" | "blog" | "pages";
  readonly id: string;
  readonly path: string;
  readonly at: string;
  readonly options: ConfigMap;
}

/** A folder of the site's own language. Paths are relative to the site's folder. */
interface Source {
  readonly folder: string;
  readonly kind: string;
  readonly at: string;
  /** Path of its translation below the folder of a language. */
  readonly translation: string;
  /** The folder of the newest version, which is itself where there are no versions. */
  readonly newest: string;
  readonly newestTranslation: string;
  /** Whether numbers before names only order them. */
  readonly isNumbered: boolean;
  /** Globs of files that are left out. */
  readonly excluded: readonly string[];
}

const standard = [
  { kind: "docs", at: "docs", path: "docs" },
  { kind: "blog", at: "blog", path: "blog" },
  { kind: "pages", at: "/", path: "src/pages" },
] as const;

const defaultId = "default";

function pluginsOf(config: ConfigMap): Plugin[] {
  const preset = listAt(config, "presets").find((one) => Array.isArray(one) && isMap(one[1]));
  const options = Array.isArray(preset) ? (preset[1] as ConfigMap) : {};
  const ofPreset = standard.flatMap((known) =>
    flagAt(options, known.kind, true) ? [pluginOf(known, mapAt(options, known.kind))] : [],
  );
  const others = listAt(config, "plugins").flatMap((plugin): Plugin[] => {
    if (!Array.isArray(plugin) || typeof plugin[0] !== "string" || textAt(plugin[1], "path") === undefined) return [];
    const name = /content-(docs|blog|pages)/.exec(plugin[0])?.[1];
    const known = standard.find(({ kind }) => kind === name);
    return known === undefined ? [] : [pluginOf(known, plugin[1] as ConfigMap)];
  });
  return [...others, ...ofPreset];
}

const pluginOf = ({ kind, path, at }: (typeof standard)[number], options: ConfigMap): Plugin => ({
  kind,
  id: textOr(options, "id", defaultId),
  path: textOr(options, "path", path),
  at: textOr(options, "routeBasePath", at),
  options,
});

const translationOf = ({ kind, id }: Plugin) => `docusaurus-plugin-content-${kind}${id === defaultId ? "" : `-${id}`}`;

const unversioned = (plugin: Plugin): Source => ({
  folder: plugin.path,
  kind: plugin.kind,
  at: plugin.at,
  translation: translationOf(plugin),
  newest: plugin.path,
  newestTranslation: translationOf(plugin),
  isNumbered: false,
  excluded: textsAt(plugin.options, "exclude") ?? [],
});

const current = "current";

function versionsOf(plugin: Plugin, file: string): Source[] {
  const { id, options, at } = plugin;
  const prefix = id === defaultId ? "" : `${id}_`;
  const names = versionNames(options, readSmallText(`${file}/${prefix}versions.json`));
  const last = textAt(options, "lastVersion") ?? names.find((name) => name !== current) ?? current;
  const folderOf = (name: string) => (name === current ? plugin.path : `${prefix}versioned_docs/version-${name}`);
  const translated = (name: string) => `${translationOf(plugin)}/${name === current ? current : `version-${name}`}`;
  const newest = names[0] ?? current;
  return names.map((name) => {
    const usual = name === last ? "" : name === current ? "next" : name;
    const own = textAt(mapAt(mapAt(options, "versions"), name), "path") ?? usual;
    return {
      folder: folderOf(name),
      kind: "docs",
      at: `${at}/${own}`,
      translation: translated(name),
      newest: folderOf(newest),
      newestTranslation: translated(newest),
      isNumbered: flagAt(options, "numberPrefixParser", true),
      excluded: textsAt(plugin.options, "exclude") ?? [],
    };
  });
}

/** The versions that are built, the newest first. */
function versionNames(options: ConfigMap, json: string | undefined): string[] {
  const written = flagAt(options, "disableVersioning", false) ? [] : namesIn(json);
  const withCurrent = flagAt(options, "includeCurrentVersion", true) && !written.includes(current);
  const all = withCurrent ? [current, ...written] : written;
  const only = textsAt(options, "onlyIncludeVersions");
  return only === undefined ? all : all.filter((name) => only.includes(name));
}

/** What Docusaurus takes for a version's name: one that is no path. */
const isVersionName = (name: unknown): name is string =>
  typeof name === "string" && name.length <= 32 && /^[^/\\]*[^\s/\\][^/\\]*$/.test(name) && !/^\.\.?$/.test(name);

function namesIn(json: string | undefined): string[] {
  const names = json === undefined || json.length > 100_000 ? [] : jsonIn(json);
  return Array.isArray(names) ? names.filter(isVersionName) : [];
}

/** A language with a folder of translations. */
interface Locale {
  readonly language: string;
  /** Of its folder, relative to the site's. */
  readonly path: string;
  /** What stands before its paths; "" for the site's own language. */
  readonly prefix: string;
}

function localesOf(config: ConfigMap, file: string): { locales: Locale[]; notices: string[] } {
  const i18n = mapAt(config, "i18n");
  const own = textOr(i18n, "defaultLocale", "en");
  const locales: Locale[] = [];
  const notices: string[] = [];
  for (const language of textsAt(i18n, "locales") ?? []) {
    const options = mapAt(mapAt(i18n, "localeConfigs"), language);
    const path = joinPath(textOr(i18n, "path", "i18n"), textOr(options, "path", language));
    const prefix = prefixOf(config, options, language === own ? "" : `/${language}`);
    if (prefix === undefined) notices.push(`The pages in ${language} are served elsewhere; they are left out.`);
    else if (prefix !== "" || (flagAt(options, "translate", true) && existsSync(`${file}/${path}`)))
      locales.push({ language, path, prefix });
  }
  return { locales, notices };
}

/** What stands before the paths of a language, below the site's base path; undefined where it is served elsewhere. */
function prefixOf(config: ConfigMap, options: ConfigMap, usual: string): string | undefined {
  const url = textAt(options, "url");
  if (url !== undefined && url !== textAt(config, "url")) return undefined;
  const baseUrl = textAt(options, "baseUrl");
  if (baseUrl === undefined) return usual;
  const [site, own] = [`${absolute(textOr(config, "baseUrl", "/"))}/`.replace("//", "/"), `${absolute(baseUrl)}/`];
  return own.startsWith(site) ? `/${own.slice(site.length)}`.replace(/\/+$/, "") : undefined;
}

/** A path with a slash at its start and none at its end. */
const absolute = (path: string) => `/${path.split("/").filter(Boolean).join("/")}`;
