import { isMap, type ConfigMap } from "./config-values.ts";
import { readSmallText } from "./site-files.ts";

/** A config file, read as far as it goes. */
export interface ReadConfig {
  readonly value: ConfigMap;
  /** For people: why it could not be read; undefined where it could. */
  readonly notice?: string;
}

/** Deepest nesting of brackets in a config; the parsers go down with the stack. */
const mostLevels = 200;

/**
 * Reads a config file in TOML, YAML or JSON.
 *
 * @param name what notices call the file
 */
export async function readDataConfig(file: string, name: string): Promise<ReadConfig> {
  const text = readSmallText(file);
  if (text === undefined) return { value: {}, notice: `${name} could not be read; defaults are assumed.` };
  try {
    const value = await parseDataText(text, formOf(name));
    return { value: isMap(value) ? value : {} };
  } catch (error) {
    const [why = ""] = String(error instanceof Error ? error.message : error).split("\n");
    return { value: {}, notice: `${name} could not be read (${why}); defaults are assumed.` };
  }
}

type DataForm = "toml" | "json" | "yaml";

const formOf = (name: string): DataForm => (name.endsWith(".toml") ? "toml" : name.endsWith(".json") ? "json" : "yaml");

/**
 * The value of a text in TOML, JSON or YAML.
 *
 * @throws what the parser throws, and RangeError where the text nests too deep for it
 */
export async function parseDataText(text: string, form: DataForm): Promise<unknown> {
  if (depthOf(text) > mostLevels) throw new RangeError("it nests too deep");
  if (form === "toml") return (await import("smol-toml")).parse(text);
  if (form === "json") return JSON.parse(text) as unknown;
  // Few aliases: a config that unfolds without an end is none.
  return (await import("yaml")).parse(text, { maxAliasCount: 100, logLevel: "silent" }) as unknown;
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth += sign === "[" || sign === "{" ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  for (const [blank] of text.matchAll(/^[ \t-]+/gm)) deepest = Math.max(deepest, blank.length / 2);
  return deepest;
}
