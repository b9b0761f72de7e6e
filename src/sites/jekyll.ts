import type { ContentFolder, SiteModel } from "#model/site";
import { flagAt, isMap, listAt, mapAt, textAt, textsAt, type ConfigMap } from "./config-values.ts";
import { baseModel } from "./model-defaults.ts";
import { readDataConfig } from "./read-config.ts";
import { readRedirects } from "./redirects.ts";
import { filesIn, joinPath, listFiles, readSmallText } from "./site-files.ts";

/** Values that the config gives to documents below a path. */
interface JekyllDefaults {
  readonly path: string;
  readonly type: string;
  readonly values: ConfigMap;
}

/** What a Jekyll config says about URLs. */
export interface JekyllSettings {
  readonly permalink: string;
  /** Permalink by collection; those that are not here make no pages. */
  readonly collections: Readonly<Record<string, string>>;
  readonly defaults: readonly JekyllDefaults[];
  /** Whether a plugin makes pages that no document shows. */
  readonly hasGenerators: boolean;
}

const styles: Readonly<Record<string, string>> = {
  date: "/:categories/:year/:month/:day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
  none: "/:categories/:title:output_ext",
};

const isDocument = (path: string) => /\.(?:md|markdown|mkdn|mkd)$/i.test(path);

/** What is known of a Jekyll site, from `_config.yml` and its folders. */
export async function findJekyll(file: string, folder: string): Promise<SiteModel | undefined> {
  const name = filesIn(file).find((one) => /^_config\.(?:ya?ml|toml)$/.test(one));
  if (name === undefined) return undefined;
  const { value, notice } = await readDataConfig(`${file}/${name}`, name);
  const settings = jekyllSettings(value);
  const source = joinPath(folder, textAt(value, "source") ?? "");
  const files = filesOf(file, folder, value, settings);
  const baseUrl = `${textAt(value, "url") ?? ""}${textAt(value, "baseurl") ?? ""}`;
  const title = textAt(value, "title");
  const redirects = readSmallText(`${file}/_redirects`);
  return {
    ...baseModel(folder),
    generator: "jekyll",
    configFile: joinPath(folder, name),
    content: contentFolders(source, settings),
    contentFiles: files.filter(isDocument),
    contentAssets: files.filter((path) => !isDocument(path)),
    redirects: redirects === undefined ? [] : [readRedirects(joinPath(folder, "_redirects"), redirects)],
    output: joinPath(folder, textAt(value, "destination") ?? "_site"),
    ...(baseUrl !== "" && { baseUrl }),
    ...(title !== undefined && { title }),
    publish: { drafts: flagAt(value, "show_drafts", false), future: flagAt(value, "future", false), expired: true },
    shortcodes: ["liquid"],
    rewritesSourceLinks: (textsAt(value, "plugins") ?? []).includes("jekyll-relative-links"),
    settings,
    notices: notice === undefined ? [] : [notice],
  };
}

function jekyllSettings(config: ConfigMap): JekyllSettings {
  const permalink = textAt(config, "permalink") ?? "date";
  const plugins = [...(textsAt(config, "plugins") ?? []), ...(textsAt(config, "gems") ?? [])];
  return {
    permalink: styles[permalink] ?? permalink,
    collections: { posts: styles[permalink] ?? permalink, ...collectionsIn(config) },
    defaults: listAt(config, "defaults").map((item) => ({
      path: (textAt(mapAt(item, "scope"), "path") ?? "").replace(/^\/|\/$/g, ""),
      type: textAt(mapAt(item, "scope"), "type") ?? "",
      values: mapAt(item, "values"),
    })),
    hasGenerators: plugins.some((name) => !/^jekyll-(?:feed|sitemap|seo-tag|redirect-from|relative-links)$/.test(name)),
  };
}

function collectionsIn(config: ConfigMap): Record<string, string> {
  const pairs = Object.entries(mapAt(config, "collections")).flatMap(([name, value]) => {
    const own = textAt(value, "permalink");
    if (name === "posts") return own === undefined ? [] : [[name, styles[own] ?? own] as const];
    return isMap(value) && value["output"] === true ? [[name, own ?? "/:collection/:path:output_ext"] as const] : [];
  });
  return Object.fromEntries(pairs);
}

const contentFolders = (source: string, { collections }: JekyllSettings): ContentFolder[] => [
  { folder: joinPath(source, "_drafts"), kind: "drafts", at: "/" },
  ...Object.keys(collections).map((kind) => ({ folder: joinPath(source, `_${kind}`), kind, at: "/" })),
  { folder: source, kind: "pages", at: "/" },
];

/** The files that Jekyll looks at: those of collections, and all that no underscore, dot or `exclude` hides. */
function filesOf(file: string, folder: string, config: ConfigMap, { collections }: JekyllSettings): string[] {
  const source = textAt(config, "source") ?? "";
  const taken = new Set(["_posts", "_drafts", ...Object.keys(collections).map((name) => `_${name}`)]);
  const excluded = textsAt(config, "exclude") ?? [];
  const enters = (name: string) => taken.has(name) || !/^[._#~]/.test(name);
  return listFiles(joinPath(source) === "" ? file : `${file}/${source}`, { enters })
    .filter((path) => !/(?:^|\/)[._#~][^/]*$|~$/.test(path) && !/^(?:Gemfile|README\.md$|package)/.test(path))
    .filter((path) => !excluded.some((one) => path === one || path.startsWith(`${one.replace(/\/$/, "")}/`)))
    .map((path) => joinPath(folder, source, path));
}
