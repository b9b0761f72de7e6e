import { basename, dirname, extname, resolve } from "node:path";
import type { RuleSet } from "#rule-kit/settings";
import { indexLines } from "#text/lines";
import { flawsOf } from "./check.ts";
import { ConfigError, type ConfigProblem } from "./config-error.ts";
import { findConfig, manifestKey } from "./find.ts";
import type { ConfigPath, Flaw } from "./flaw.ts";
import type { Config } from "./keys.ts";
import type { Parse } from "./places.ts";
import { nameFrom, readText } from "./read-text.ts";
import { dotted } from "./schema-messages.ts";

/** Which config to load. */
export interface ConfigRequest {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  /** A config file, absolute or relative to `cwd`; undefined to look for one. */
  readonly file?: string | undefined;
  /** Uses no config file at all. */
  readonly noConfig?: boolean | undefined;
  /** Refuses configs that are code. */
  readonly noCode?: boolean | undefined;
  /** The rules that the config may name. */
  readonly rules: RuleSet;
}

/** A valid config, and where it was found. */
export interface LoadedConfig {
  /** Absolute path of the file; undefined where there is none. */
  readonly path?: string | undefined;
  /** Absolute path of the folder that its globs and paths start from. */
  readonly directory: string;
  readonly value: Config;
}

/** A config as it was read, before it is known to be valid. */
interface ReadConfig {
  readonly source: string;
  readonly value: unknown;
  /** Line and column of a place, where the file has lines. */
  placeOf(path: ConfigPath, part: Flaw["part"]): { line: number; column: number } | undefined;
}

const code = [".ts", ".mts", ".js", ".mjs"];

/**
 * Finds, reads and checks the config. Without a file the config is empty: `recommended` applies.
 *
 * @throws ConfigError with every problem of the file
 */
export async function loadConfig({ cwd, file, noConfig, noCode, rules }: ConfigRequest): Promise<LoadedConfig> {
  if (noConfig) return { directory: resolve(cwd), value: {} };
  const path = file === undefined ? await findConfig(cwd) : resolve(cwd, file);
  if (path === undefined) return { directory: resolve(cwd), value: {} };
  const read = await readConfig(path, nameFrom(cwd, path), noCode ?? false);
  const problems = problemsOf(read, rules);
  if (problems.length > 0) throw new ConfigError(problems);
  return { path, directory: dirname(path), value: read.value as Config };
}

async function readConfig(path: string, source: string, noCode: boolean): Promise<ReadConfig> {
  if (code.includes(extname(path))) return runConfig(path, source, noCode);
  const text = await readText(path, source);
  const parsed = await parse(path, source, text);
  const lines = indexLines(text);
  const position = (offset: number) => {
    const { line, column } = lines.position(offset);
    return { line, column };
  };
  if ("flaws" in parsed) {
    const [flaws, more] = firstOf(parsed.flaws, source);
    throw new ConfigError([...flaws.map(({ offset, message }) => ({ source, ...position(offset), message })), ...more]);
  }
  const { value, offsetOf } = parsed;
  return {
    source,
    value,
    placeOf(place, part) {
      const offset = offsetOf(place, part);
      return offset === undefined ? undefined : position(offset);
    },
  };
}

async function parse(path: string, source: string, text: string): Promise<Parse> {
  const extension = extname(path);
  if (extension === ".yaml" || extension === ".yml") return (await import("./parse-yaml.ts")).parseYaml(text);
  if (extension !== ".json" && extension !== ".jsonc") {
    throw new ConfigError([{ source, message: "a config ends in .yaml, .yml, .json, .jsonc, .ts, .mts, .js or .mjs" }]);
  }
  const { parseJson } = await import("./parse-json.ts");
  return parseJson(text, extension === ".jsonc", basename(path) === "package.json" ? manifestKey : undefined);
}

async function runConfig(path: string, source: string, noCode: boolean): Promise<ReadConfig> {
  if (noCode) {
    const message = "it is code, which --no-code refuses to run; write the config as .yaml or .json";
    throw new ConfigError([{ source, message }]);
  }
  const { importConfig } = await import("./import-code.ts");
  await readText(path, source);
  const imported = await importConfig(path);
  if ("flaw" in imported) throw new ConfigError([{ source, message: imported.flaw }]);
  return { source, value: imported.value, placeOf: () => undefined };
}

function problemsOf({ source, value, placeOf }: ReadConfig, rules: RuleSet): readonly ConfigProblem[] {
  const [flaws, more] = firstOf(flawsOf(value, rules), source);
  const problems = flaws.map(({ path, part, message }): ConfigProblem => {
    const place = placeOf(path, part);
    if (place !== undefined) return { source, ...place, message };
    return { source, message: path.length > 0 ? `${message} (at ${dotted(path)})` : message };
  });
  const inOrder = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return [...inOrder, ...more];
}

const mostProblems = 100;

/** The first problems of a file, and a last one that says so when there are more than anyone reads. */
function firstOf<T>(all: Iterable<T>, source: string): [first: readonly T[], more: readonly ConfigProblem[]] {
  const first: T[] = [];
  for (const problem of all) {
    if (first.length === mostProblems) return [first, [{ source, message: "there is more; mend these first" }]];
    first.push(problem);
  }
  return [first, []];
}
