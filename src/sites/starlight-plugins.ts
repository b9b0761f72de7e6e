import { contentConfig } from "./astro-collections.ts";
import { openRoute, type AstroRoute } from "./astro-routes.ts";
import { listAt, textAt } from "./config-values.ts";
import type { CodePiece, JsModules } from "./js-modules.ts";
import { jsItems, jsPairs } from "./js-pairs.ts";
import type { JsValues } from "./js-values.ts";
import { foldersIn } from "./site-files.ts";
import { githubSlug } from "./urlize.ts";

/** The pages of plugins that no document is named after. */
export interface PluginPages {
  /** Those that are told by the options of plugins. */
  readonly routes: readonly AstroRoute[];
  /** Whether a plugin may make others, with any URL. */
  readonly isOpen: boolean;
}

/** What the options of plugins are read with. */
interface PluginSite {
  /** Absolute path of the folder of the site's sources. */
  readonly source: string;
  /** The folders of all languages; "" for the one that has none. */
  readonly folders: readonly string[];
  readonly modules: JsModules;
  readonly values: JsValues;
}

/** Says below which paths a plugin adds pages, by what it is called with; undefined where its options can't be read. */
type PathsOf = (site: PluginSite, options: readonly PluginOptions[]) => readonly string[] | undefined;

interface Plugin {
  readonly paths: PathsOf;
  /** The patterns of its routes below each path; all, where that is not said. */
  readonly patterns?: readonly (readonly [string, "open" | "list"])[];
}

/** The texts of an option; undefined where it is written, or may be, and can't be read. */
type TextOf = (name: string, otherwise?: string) => string | undefined;

interface PluginOptions {
  readonly text: TextOf;
  readonly list: (name: string) => readonly unknown[];
}

/** The path that one option holds in each of the objects that a plugin is called with. */
const pathAt =
  (name: string, otherwise?: string): PathsOf =>
  (_, options) =>
    allOf(options.map(({ text }) => text(name, otherwise)));

const allOf = (texts: readonly (string | undefined)[]): readonly string[] | undefined => {
  const known = texts.filter((text) => text !== undefined);
  return known.length === texts.length ? known : undefined;
};

/** Plugins whose pages their options tell, by their packages; the README of each says how. */
const plugins: Readonly<Record<string, Plugin>> = {
  "starlight-blog": {
    paths: pathAt("prefix", "blog"),
    patterns: [
      ["[...page]", "list"],
      ["tags/[tag]", "open"],
      ["authors/[author]", "open"],
      ["rss.xml", "open"],
      ["rss/[archive].xml", "open"],
    ],
  },
  "starlight-changelogs": { paths: changelogs },
  // What it is told not to check is served by something else.
  "starlight-links-validator": { paths: uncheckedPaths },
  "starlight-obsidian": { paths: pathAt("output", "notes") },
  "starlight-openapi": { paths: pathAt("base") },
  "starlight-tags": {
    paths: (_, options) =>
      allOf(options.flatMap(({ text }) => [text("tagsPagesPrefix", "tags"), text("tagsIndexSlug", "tags")])),
  },
  "starlight-typedoc": { paths: pathAt("output", "api") },
  "starlight-versions": { paths: newVersions },
};

/** Names of plugins that add pages. */
const addsPages = /openapi|typedoc|blog|changelog|version|obsidian|tags|glossary/i;

/**
 * The pages that the plugins of Starlight add.
 *
 * @param written the code that lists the plugins
 */
export function readPluginPages(site: PluginSite, { file, code: whole }: CodePiece): PluginPages {
  const code = whole.slice(whole.indexOf("["));
  const packages = packagesIn(file, site);
  const routes: AstroRoute[] = [];
  const others: string[] = [];
  let isOpen = false;
  let past = 0;
  for (const { 0: call, 1: name = "", index } of code.matchAll(/(?<![\w$.])([A-Za-z_$][\w$]{0,200})\s{0,99}\(/g)) {
    if (index < past) continue;
    const from = packages(name);
    others.push(code.slice(past, index), from);
    past = index;
    const plugin = Object.hasOwn(plugins, from) ? plugins[from] : undefined;
    if (plugin === undefined) continue;
    const { items, end } = jsItems(code, index + call.length - 1);
    const options = objectsIn(items[0] ?? "{}", file, site);
    const paths = options === undefined ? undefined : plugin.paths(site, options);
    if (paths === undefined) isOpen = true;
    else routes.push(...routesOf(plugin, paths, site));
    others.pop();
    past = end;
  }
  others.push(code.slice(past));
  return { routes, isOpen: isOpen || addsPages.test(withoutTexts(others.join(" "))) };
}

/** Texts name no plugin. */
const withoutTexts = (code: string): string =>
  code.replace(/"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[^])*`?/g, '""');

const routesOf = ({ patterns = [["[...path]", "open"]] }: Plugin, paths: readonly string[], { folders }: PluginSite) =>
  paths.flatMap((path) =>
    folders.flatMap((folder) =>
      patterns.map(([pattern, kind]) =>
        openRoute([folder, ...path.split("/").map(githubSlug), pattern].join("/"), kind),
      ),
    ),
  );

/**
 * Says which package a plugin comes from: by its import, or by that of a function that makes it and its sidebar. It is
 * "" for a plugin of the site's own.
 */
function packagesIn(file: string, { modules }: PluginSite): (name: string) => string {
  const pairs = (modules.module(file)?.code ?? "").matchAll(
    /\bconst\s{0,99}\[\s{0,99}([\w$]{1,200})\s{0,99},[^\]]{0,200}\]\s{0,99}=\s{0,99}([\w$]{1,200})\s{0,99}\(/g,
  );
  const makers = new Map(Array.from(pairs, ([, name = "", maker = ""]) => [name, maker]));
  return (name) => modules.source(file, makers.get(name) ?? name) ?? "";
}

/** The objects in code, or in what it names: one, or a list of them. Undefined where it is neither. */
function objectsIn(code: string, file: string, site: PluginSite): readonly PluginOptions[] | undefined {
  if (code.startsWith("{")) return [optionsOf(code, file, site)];
  if (code.startsWith("[")) {
    const { items } = jsItems(code, 0);
    return items.every((one) => one.startsWith("{")) ? items.map((one) => optionsOf(one, file, site)) : undefined;
  }
  const declared = /^[\w$]+$/.test(code) ? site.modules.declaration(file, code) : undefined;
  const start = /=\s{0,99}(?=[[{])/.exec(declared?.code ?? "");
  if (declared === undefined || start === null) return undefined;
  return objectsIn(declared.code.slice(start.index + start[0].length), declared.file, site);
}

function optionsOf(code: string, file: string, { values }: PluginSite): PluginOptions {
  const read = values.object({ file, code }, 0);
  const written = jsPairs(code, 0);
  const isWhole = !jsItems(code, 0).items.some((item) => item.startsWith("..."));
  return {
    text: (name, otherwise) => textAt(read, name) ?? (written.has(name) || !isWhole ? undefined : otherwise),
    list: (name) => listAt(read, name),
  };
}

/** The changelogs that the content config loads, each with its own path. */
function changelogs({ source, modules, values }: PluginSite): readonly string[] | undefined {
  const config = contentConfig(source, modules);
  const call = /\bchangelogsLoader\s*\(/.exec(config?.code ?? "");
  if (config === undefined || call === null) return undefined;
  const [argument] = jsItems(config.code, call.index + call[0].length - 1).items;
  const site = { source, modules, values, folders: [] };
  const options = objectsIn(argument ?? "", config.file, site);
  return options === undefined ? undefined : allOf(options.map(({ text }) => text("base")));
}

/** The versions that have no folder yet: the build makes it, and pages are named after the documents in it. */
function newVersions({ source }: PluginSite, options: readonly PluginOptions[]): readonly string[] | undefined {
  const made = new Set(foldersIn(`${source}/content/docs`));
  const slugs = allOf(options.flatMap(({ list }) => list("versions").map((one) => textAt(one, "slug"))));
  return slugs?.length === 0 ? undefined : slugs?.filter((slug) => !made.has(slug));
}

/** What stands before the first sign of a pattern in each link that is not to be checked. */
function uncheckedPaths(_: PluginSite, options: readonly PluginOptions[]): readonly string[] {
  return options.flatMap(({ list }) =>
    list("exclude").flatMap((glob) => {
      const path =
        typeof glob === "string"
          ? glob.replace(/[*?[{!#].*$/s, "").replace(/[^/]*$/, (name) => (/[*?[{!#]/.test(glob) ? "" : name))
          : "";
      return /[^/]/.test(path) ? [path.replace(/\/$/, "")] : [];
    }),
  );
}
