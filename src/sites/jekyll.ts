import type { ContentFolder, SiteModel } from "#model/site";
import { cnameOrigin } from "./cname-origin.ts";
import { flagAt, isMap, listAt, mapAt, textAt, type ConfigMap } from "./config-values.ts";
import { jekyllFiles, type JekyllTemplate } from "./jekyll-files.ts";
import { styledPermalink, withEndOf } from "./jekyll-permalink.ts";
import { jekyllPlugins, type JekyllPlugins } from "./jekyll-plugins.ts";
import { baseModel } from "./model-defaults.ts";
import { readDataConfig } from "./read-config.ts";
import { redirectFilesIn } from "./redirects.ts";
import { filesIn, joinPath } from "./site-files.ts";

/** Values that the config gives to documents below a path. */
export interface JekyllDefaults {
  /** The start of their paths; may have wildcards. */
  readonly path: string;
  readonly type: string;
  readonly values: ConfigMap;
}

/** What a Jekyll config says about URLs. */
export interface JekyllSettings {
  /** Permalink of pages that have none of their own. */
  readonly pages: string;
  /** Permalink by collection; those that are not here make no pages. */
  readonly collections: Readonly<Record<string, string>>;
  /** The folder that the folders of collections are in; "" for the source itself. */
  readonly collectionsFolder: string;
  readonly defaults: readonly JekyllDefaults[];
  /** Dates are those of this zone; undefined where the config leaves it to the machine. */
  readonly timezone?: string;
  readonly templates: readonly JekyllTemplate[];
  /** Whether a plugin makes pages that no document shows. */
  readonly makesPages: boolean;
  /** Whether it is the site of a user or an organisation on GitHub, whose other repositories may have sites on the same host. */
  readonly isOnGitHub: boolean;
  /** The start of the URLs of further pages of lists. */
  readonly pagination: string;
  /** The starts of the URLs of lists by tag, category and day, where the config says them. */
  readonly archives: readonly string[];
}

/** What is known of a Jekyll site, from `_config.yml` and its folders. */
export async function findJekyll(file: string, folder: string): Promise<SiteModel | undefined> {
  const name = filesIn(file).find((one) => /^_config\.(?:ya?ml|toml)$/.test(one));
  if (name === undefined) return undefined;
  const { value, notice } = await readDataConfig(`${file}/${name}`, name);
  if (isHexo(value)) return undefined;
  const inner = joinPath(textAt(value, "source") ?? "");
  const sourceFile = inner === "" ? file : `${file}/${inner}`;
  const source = joinPath(folder, inner);
  const plugins = jekyllPlugins(file, sourceFile, value);
  const collections = collectionsIn(value);
  const { documents, templates, assets } = jekyllFiles(sourceFile, value, {
    collectionsFolder: joinPath(textAt(value, "collections_dir") ?? ""),
    collections: ["_posts", "_drafts", ...Object.keys(collections).map((one) => `_${one}`)],
    takesBareMarkdown: plugins.takesBareMarkdown,
  });
  const settings = jekyllSettings(value, collections, plugins, templates, filesIn(file).includes("CNAME"));
  const below = (paths: readonly string[]) => paths.map((path) => joinPath(source, path));
  return {
    ...baseModel(folder),
    ...described(value, file),
    generator: "jekyll",
    configFile: joinPath(folder, name),
    content: contentFolders(source, settings),
    contentFiles: below(documents),
    contentAssets: below(assets),
    redirects: redirectFilesIn(file, folder, []),
    // Only `published` holds a post back.
    fieldNames: { draft: [] },
    splitsTags: true,
    output: joinPath(folder, textAt(value, "destination") ?? "_site"),
    publish: { drafts: flagAt(value, "show_drafts", false), future: flagAt(value, "future", false), expired: true },
    shortcodes: ["liquid"],
    rewritesSourceLinks: plugins.names.includes("jekyll-relative-links"),
    settings,
    notices: notice === undefined ? [] : [notice],
  };
}

/** Whether a config of that name is Hexo's (https://hexo.io/docs/configuration, read on 2026-11-23). */
const isHexo = (config: ConfigMap) =>
  ["new_post_name", "public_dir", "source_dir"].some((key) => config[key] !== undefined);

function described(config: ConfigMap, file: string): Pick<SiteModel, "baseUrl" | "title"> {
  const baseUrl = `${textAt(config, "url") ?? cnameOrigin(file, [""]) ?? ""}${textAt(config, "baseurl") ?? ""}`;
  const title = textAt(config, "title");
  return { ...(baseUrl !== "" && { baseUrl }), ...(title !== undefined && { title }) };
}

function jekyllSettings(
  config: ConfigMap,
  collections: JekyllSettings["collections"],
  { makesPages }: JekyllPlugins,
  templates: readonly JekyllTemplate[],
  isOnGitHub: boolean,
): JekyllSettings {
  const timezone = textAt(config, "timezone");
  return {
    pages: withEndOf("/:path/:basename", textAt(config, "permalink") ?? "date"),
    collections,
    collectionsFolder: joinPath(textAt(config, "collections_dir") ?? ""),
    defaults: listAt(config, "defaults").map((item) => ({
      path: textAt(mapAt(item, "scope"), "path") ?? "",
      type: textAt(mapAt(item, "scope"), "type") ?? "",
      values: mapAt(item, "values"),
    })),
    ...(timezone !== undefined && { timezone }),
    templates,
    makesPages,
    isOnGitHub: isOnGitHub || /^https?:\/\/[^/]+\.github\.io\/?$/.test(textAt(config, "url") ?? ""),
    pagination: (textAt(config, "paginate_path") ?? "/page:num").split(":num")[0] ?? "",
    archives: archivesIn(config),
  };
}

/** The starts of what jekyll-archives makes; lists of years and days are known by their form. */
function archivesIn(config: ConfigMap): string[] {
  const permalinks = mapAt(mapAt(config, "jekyll-archives"), "permalinks");
  return Object.keys(permalinks).flatMap((kind) => {
    const [start = ""] = (textAt(permalinks, kind) ?? "").split(":");
    return ["year", "month", "day"].includes(kind) && start === "/" ? [] : [start];
  });
}

/** The collections that make pages, with their permalinks. */
function collectionsIn(config: ConfigMap): Record<string, string> {
  const style = textAt(config, "permalink") ?? "date";
  const pairs = Object.entries(mapAt(config, "collections")).flatMap(([name, value]) => {
    const own = textAt(value, "permalink");
    if (name === "posts") return own === undefined ? [] : [[name, styledPermalink(own)] as const];
    const isShown = isMap(value) && value["output"] === true;
    return isShown ? [[name, styledPermalink(own ?? withEndOf("/:collection/:path", style))] as const] : [];
  });
  return { posts: styledPermalink(style), ...Object.fromEntries(pairs) };
}

const contentFolders = (source: string, { collections, collectionsFolder }: JekyllSettings): ContentFolder[] => [
  { folder: joinPath(source, collectionsFolder, "_drafts"), kind: "drafts", at: "/" },
  ...Object.keys(collections).map((kind) => ({
    folder: joinPath(source, collectionsFolder, `_${kind}`),
    kind,
    at: "/",
  })),
  { folder: source, kind: "pages", at: "/" },
];
