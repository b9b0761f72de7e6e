import type { Entry } from "#model/entry";
import type { SiteModel, SitePage } from "#model/site";
import { instantOf, parseDate } from "#text/dates";
import { isMap, mapAt, textAt, textOr, type ConfigMap } from "./config-values.ts";
import { readJsConfigFile } from "./read-config.ts";
import { baseModel, contentOf, staticOf } from "./model-defaults.ts";
import { below, nameParts, urlPath, type PlacedEntry, type Placement } from "./placement.ts";
import { filesIn, joinPath, listFiles, readSmallText } from "./site-files.ts";
import { githubSlug } from "./urlize.ts";

/** A dynamic route of Astro, and the collection whose entries it serves, where its source names one. */
interface AstroRoute {
  /** Before the parameter: "/blog/". */
  readonly prefix: string;
  readonly collection?: string;
}

/** What the folders of an Astro site say about URLs. */
interface AstroSettings {
  /** URL paths of pages that are no Markdown. */
  readonly pages: readonly string[];
  readonly routes: readonly AstroRoute[];
}

const isDocument = (path: string) => /\.(?:md|mdx|markdown)$/i.test(path);

/** What is known of an Astro site, from the literal values of its config, its pages and its content folders. */
export function findAstro(file: string, folder: string): SiteModel | undefined {
  const name = filesIn(file).find((one) => /^astro\.config\.(?:m?[jt]s|cjs)$/.test(one));
  if (name === undefined) return undefined;
  const config = readJsConfigFile(`${file}/${name}`);
  const source = textOr(config, "srcDir", "src").replace(/^\.\//, "");
  const slash = textOr(config, "trailingSlash", "ignore");
  const base = urlPath([textOr(config, "base", "")]);
  const publicFolder = textOr(config, "publicDir", "public").replace(/^\.\//, "");
  const kinds = [
    { folder: joinPath(folder, source, "pages"), kind: "pages", at: "/" },
    { folder: joinPath(folder, source, "content"), kind: "collections", at: "/" },
  ];
  const statics = staticOf(file, folder, [publicFolder]);
  return {
    ...baseModel(folder),
    generator: "astro",
    configFile: joinPath(folder, name),
    ...contentOf(file, folder, kinds, (path) => isDocument(path) && !/\/_[^/]*(?:\/|$)/.test(path)),
    ...statics,
    redirects: [...statics.redirects, ...configRedirects(config ?? {}, joinPath(folder, name))],
    output: joinPath(folder, textOr(config, "outDir", "dist")),
    baseUrl: `${textOr(config, "site", "").replace(/\/$/, "")}${base === "/" ? "" : base}`,
    trailingSlash: slash === "always" || slash === "never" ? slash : "either",
    shortcodes: ["directive"],
    settings: settingsOf(`${file}/${source}/pages`),
    notices: config === undefined ? [`${name} could not be read without running it; defaults are assumed.`] : [],
  };
}

/** Redirects of the config; they stand in no file of redirects, so their places are the config's start. */
const configRedirects = (config: ConfigMap, path: string): SiteModel["redirects"] => {
  const span = { start: 0, end: 0 };
  const rules = Object.entries(mapAt(config, "redirects")).flatMap(([source, value]) => {
    const target = isMap(value) ? textAt(value, "destination") : value;
    if (typeof target !== "string" || source.includes("[")) return [];
    return [{ path, source: { value: source, span }, target: { value: target, span }, conditional: false, span }];
  });
  return rules.length === 0 ? [] : [{ path, text: "", rules }];
};

function settingsOf(pages: string): AstroSettings {
  const files = listFiles(pages).filter((path) => /\.(?:astro|html|[jt]s)$/.test(path) && !/(?:^|\/)_/.test(path));
  const routes: AstroRoute[] = [];
  const urls: string[] = [];
  for (const path of files) {
    const at = path.indexOf("[");
    if (at < 0) urls.push(routeOf(path));
    else {
      const collection = /getCollection\(\s*["'`]([\w-]{1,100})["'`]/.exec(
        readSmallText(`${pages}/${path}`) ?? "",
      )?.[1];
      routes.push({ prefix: `/${path.slice(0, at)}`, ...(collection !== undefined && { collection }) });
    }
  }
  return { pages: urls, routes };
}

function routeOf(path: string): string {
  const { dir, name, end } = nameParts(path);
  // `rss.xml.js` is served as `rss.xml`.
  if (/^[jt]s$/.test(end)) return urlPath([dir, name]);
  return urlPath([dir, name === "index" ? "" : name], "/");
}

/** Puts the Markdown of an Astro site where pages and dynamic routes serve it. */
export function placeAstro(model: SiteModel, entries: readonly Entry[], now: number): Placement {
  const settings = model.settings as AstroSettings;
  const [pages, collections] = model.content;
  return {
    entries: entries.map((entry): PlacedEntry => {
      const unpublished = entry.draft?.value === true || (!model.publish.future && isLater(entry, now));
      const page = below(pages?.folder ?? "", entry.path);
      if (page !== undefined) return { entry, url: routeOf(page), unpublished };
      const path = below(collections?.folder ?? "", entry.path);
      return { entry, url: path === undefined ? undefined : collectionUrl(path, entry, settings), unpublished };
    }),
    pages: settings.pages.map((url): SitePage => ({ url, kind: /\.\w+$/.test(url) ? "file" : "list" })),
    resources: [],
    // What a route with a parameter serves, only its code tells.
    open: settings.routes.map(({ prefix }) => prefix),
  };
}

const isLater = ({ published }: Entry, now: number): boolean => {
  const date = parseDate(published?.value ?? "");
  return date !== undefined && instantOf(date) > now;
};

function collectionUrl(path: string, { slug }: Entry, { routes }: AstroSettings): string | undefined {
  const [collection = "", ...rest] = path.split("/");
  const route = routes.find((one) => one.collection === collection);
  if (route === undefined || rest.length === 0) return undefined;
  const { dir, name } = nameParts(rest.join("/"));
  const id = [...dir.split("/"), name]
    .map(githubSlug)
    .join("/")
    .replace(/\/?index$/, "");
  return urlPath([route.prefix, slug?.value ?? id], "/");
}
