import type { SiteModel } from "#model/site";
import { readCollections, filesOf, type AstroCollection } from "./astro-collections.ts";
import { openRoute, readPages, type AstroRoute } from "./astro-routes.ts";
import { moduleRedirects } from "./config-redirects.ts";
import { isMap, mapAt, textAt, textOr, textsAt, type ConfigMap } from "./config-values.ts";
import { JsModules } from "./js-modules.ts";
import { JsValues } from "./js-values.ts";
import { baseModel, contentOf, staticOf } from "./model-defaults.ts";
import { below } from "./placement.ts";
import { filesIn, joinPath, listFiles } from "./site-files.ts";
import { readStarlight, type Starlight } from "./starlight.ts";

/** What config, pages and content of an Astro site say about URLs. */
export interface AstroSettings {
  /** The folder of Markdown pages, relative to the root of the run. */
  readonly pagesFolder: string;
  /** URL paths of pages that are no Markdown. */
  readonly pages: readonly string[];
  readonly routes: readonly AstroRoute[];
  /** Their bases are relative to the root of the run. */
  readonly collections: readonly AstroCollection[];
  readonly starlight?: Starlight;
  /** Whether code makes the redirects of the config, so that any path may lead somewhere. */
  readonly computesRedirects: boolean;
  /** What ends the URL path of a page. */
  readonly last: "/" | "";
}

/** What is known of an Astro site, from the literal values of its config, its pages and its content folders. */
export function findAstro(file: string, folder: string): SiteModel | undefined {
  const name = filesIn(file).find((one) => /^astro\.config\.(?:m?[jt]s|cjs)$/.test(one));
  if (name === undefined) return undefined;
  const modules = new JsModules(file);
  const values = new JsValues(modules);
  const read = values.config(`${file}/${name}`);
  const config = read ?? {};
  const named = [`${file}/${name}`, ...modules.files()];
  const source = plainPath(textOr(config, "srcDir", "src"));
  const starlight = readStarlight(`${file}/${name}`, `${file}/${source}`, modules, values);
  const { collections, notices } = readCollections(file, source, modules);
  const settings = settingsOf({ file, folder, source, config, configFile: `${file}/${name}` }, collections, modules);
  const slash = textOr(config, "trailingSlash", "ignore");
  const statics = staticOf(file, folder, [plainPath(textOr(config, "publicDir", "public"))]);
  return {
    ...baseModel(folder),
    generator: "astro",
    configFile: joinPath(folder, name),
    ...contentIn(file, folder, source, settings),
    ...statics,
    redirects: [...statics.redirects, ...moduleRedirects({ site: file, folder }, named, redirectsIn(config))],
    output: joinPath(folder, textOr(config, "outDir", "dist")),
    baseUrl: baseUrlOf(config, modules.textAt(`${file}/${name}`, "site")),
    ...languagesOf(config, starlight),
    ...titleOf(starlight),
    trailingSlash: slash === "always" || slash === "never" ? slash : "either",
    shortcodes: ["directive"],
    settings: {
      ...settings,
      ...(starlight !== undefined && { starlight, routes: [...settings.routes, ...starlight.routes] }),
    },
    notices:
      read === undefined
        ? [`${name} could not be read without running it; defaults are assumed.`]
        : [...notices, ...(settings.computesRedirects ? [unknownRedirects(name)] : [])],
  };
}

const unknownRedirects = (name: string) =>
  `${name} makes redirects by code; links to paths that it may redirect are not judged.`;

const titleOf = ({ title, titleSuffix }: Partial<Starlight> = {}): Pick<SiteModel, "title" | "titleSuffix"> => ({
  ...(title !== undefined && { title }),
  ...(titleSuffix !== undefined && { titleSuffix }),
});

const plainPath = (path: string) => joinPath(path);

function baseUrlOf(config: ConfigMap, site: string | undefined): string {
  const base = joinPath(textOr(config, "base", ""));
  return `${textOr(config, "site", site ?? "").replace(/\/$/, "")}${base === "" ? "" : `/${base}`}`;
}

/** Where the parts of a site lie. */
interface Places {
  /** Absolute path of its folder, and the same relative to the root of the run. */
  readonly file: string;
  readonly folder: string;
  /** The folder of its sources, relative to its own. */
  readonly source: string;
  readonly config: ConfigMap;
  readonly configFile: string;
}

function settingsOf(
  { file, folder, source, config, configFile }: Places,
  collections: readonly AstroCollection[],
  modules: JsModules,
): AstroSettings {
  const { pages, routes } = readPages(`${file}/${source}/pages`, modules);
  const slash = textOr(config, "trailingSlash", "ignore");
  const isFile = textOr(mapAt(config, "build"), "format", "directory") === "file";
  const byConfig = [
    ...Object.keys(mapAt(config, "redirects")).filter((path) => path.includes("[")),
    ...Object.keys(mapAt(mapAt(config, "i18n"), "fallback")).map((locale) => `/${locale}/[...page]`),
  ];
  const code = modules.module(configFile)?.code ?? "";
  return {
    pagesFolder: joinPath(folder, source, "pages"),
    pages: [...pages, ...pagesOfIntegrations(code)],
    routes: [...routes, ...byConfig.map((path) => openRoute(path))],
    collections: collections.map((one) => ({ ...one, base: joinPath(folder, one.base) })),
    computesRedirects: !isMap(config["redirects"]) && /(?:^|[\s{,])redirects\s*[:,}]/.test(code),
    last: slash === "never" || (slash !== "always" && isFile) ? "" : "/",
  };
}

const pagesOfIntegrations = (code: string): string[] =>
  /@astrojs\/(?:sitemap|starlight)/.test(code) ? ["/sitemap-index.xml", "/sitemap-0.xml"] : [];

/** The documents of collections and pages. All other files of the sources can be shown by them. */
function contentIn(file: string, folder: string, source: string, { pagesFolder, collections }: AstroSettings) {
  const kinds = [
    ...collections.map(({ name, base }) => ({ folder: base, kind: name, at: "/" })),
    { folder: pagesFolder, kind: "pages", at: "/" },
  ];
  const tests = collections.map((one) => ({ base: one.base, isFile: filesOf(one) }));
  const isDocument = (path: string) => {
    const page = below(pagesFolder, path);
    if (page !== undefined && /\.(?:md|mdx|markdown)$/i.test(page) && !/(?:^|\/)_/.test(page)) return true;
    return tests.some(({ base, isFile }) => {
      const inside = below(base, path);
      return inside !== undefined && isFile(inside);
    });
  };
  const content = contentOf(file, folder, kinds, isDocument);
  const others = listFiles(`${file}/${source}`).map((path) => joinPath(folder, source, path));
  return {
    ...content,
    contentAssets: [...new Set([...content.contentAssets, ...others.filter((path) => !isDocument(path))])],
  };
}

function languagesOf(config: ConfigMap, starlight: Starlight | undefined): Pick<SiteModel, "languages" | "language"> {
  const i18n = mapAt(config, "i18n");
  const language = starlight?.language ?? textAt(i18n, "defaultLocale");
  const languages = starlight?.languages ?? textsAt(i18n, "locales") ?? [];
  return { languages, ...(language !== undefined && { language }) };
}

/** The redirects of the config, without those of routes with parameters. */
const redirectsIn = (config: ConfigMap) =>
  Object.entries(mapAt(config, "redirects")).flatMap(([source, value]) => {
    const target = isMap(value) ? textAt(value, "destination") : value;
    return typeof target !== "string" || source.includes("[") ? [] : [{ source, target }];
  });
