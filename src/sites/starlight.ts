import { mapAt, textAt, textOr } from "./config-values.ts";
import type { JsModules } from "./js-modules.ts";
import { jsPairs } from "./js-pairs.ts";
import type { JsValues } from "./js-values.ts";
import { readPluginPages, type PluginPages } from "./starlight-plugins.ts";

/** What the options of Starlight say about URLs and languages. */
export interface Starlight extends PluginPages {
  readonly title?: string;
  /** What stands behind the titles of all pages. */
  readonly titleSuffix?: string;
  /** The folder of the language that other languages fall back on; "" where its documents lie in no folder. */
  readonly own: string;
  /** The folders of the other languages, which have a page for each document of that one. */
  readonly others: readonly string[];
  /** By the folder of each, its tag: "en", "pt-BR". */
  readonly languages: readonly string[];
  readonly language?: string;
}

type Options = Readonly<Record<string, unknown>>;

/**
 * Reads the options of Starlight in the config of an Astro site (https://starlight.astro.build/reference/configuration/,
 * read on 2026-11-23). Undefined where the site has none.
 *
 * @param file absolute path of the config
 * @param source absolute path of the folder of the site's sources
 */
export function readStarlight(
  file: string,
  source: string,
  modules: JsModules,
  values: JsValues,
): Starlight | undefined {
  const config = modules.module(file);
  const call = /\bstarlight\s*\(\s*(?=\{)/.exec(config?.code ?? "");
  if (config === undefined || call === null) return undefined;
  const at = call.index + call[0].length;
  const options = values.object(config, at);
  const plugins = jsPairs(config.code, at).get("plugins") ?? "";
  const languages = languagesOf(options, localesOf(options));
  const written = modules.declaration(file, plugins) ?? { file, code: plugins };
  const folders = [languages.own, ...languages.others];
  return { ...titleOf(options), ...languages, ...readPluginPages({ source, folders, modules, values }, written) };
}

function titleOf(options: Options): Pick<Starlight, "title" | "titleSuffix"> {
  const title = textAt(options, "title");
  return title === undefined ? {} : { title, titleSuffix: ` ${textOr(options, "titleDelimiter", "|")} ${title}` };
}

function languagesOf(options: Options, locales: ReadonlyMap<string, string>) {
  const chosen = textAt(options, "defaultLocale") ?? (locales.has("root") ? "root" : "");
  const folders = [...locales.keys()].map((name) => (name === "root" ? "" : name));
  const own = chosen === "root" ? "" : chosen;
  const language = locales.get(chosen) ?? (locales.size === 0 ? "en" : undefined);
  return {
    own,
    others: folders.filter((name) => name !== own),
    languages: [...locales.values()],
    ...(language !== undefined && { language }),
  };
}

/** The languages by the names of their folders. */
const localesOf = (options: Options): ReadonlyMap<string, string> =>
  new Map(Object.entries(mapAt(options, "locales")).map(([name, value]) => [name, textOr(value, "lang", name)]));
