import { statSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import type { FrontMatterSchema } from "#model/front-matter-schema";
import type { Phrase } from "#model/phrase";
import type { LoadedPlugin } from "#plugins/index";
import type { RuleSet } from "#rule-kit/settings";
import { indexLines } from "#text/lines";
import { ConfigError, type ConfigProblem } from "./config-error.ts";
import { findConfig, manifestKey } from "./find.ts";
import { isMap, valueAt, type ConfigPath, type Flaw } from "./flaw.ts";
import { globFlaw } from "./globs.ts";
import type { Config } from "./keys.ts";
import type { Parse } from "./places.ts";
import { asList, doubledPhrases, phraseFile, phraseFlaws, standIns } from "./phrases.ts";
import { pathFrom } from "./path-from.ts";
import type { loadPlugins } from "./plugins.ts";
import { readText } from "./read-text.ts";
import { dotted } from "./schema-messages.ts";
import { visible } from "./wording.ts";

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
  /** The phrases of the config itself and of the files that it names. */
  readonly phrases?: readonly Phrase[];
  /** Where each phrase is defined, by its id: the file as the user would name it, with line and column where it has them. */
  readonly phrasePlaces?: ReadonlyMap<string, string>;
  /** The schemas of front matter, those of files too. */
  readonly frontMatter?: readonly FrontMatterSchema[];
  readonly plugins?: readonly LoadedPlugin[];
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
  const read = await readConfig(path, pathFrom(cwd, path), noCode ?? false);
  const plugins = await loadOwnRules(read, { config: path, noCode: noCode ?? false, rules });
  const { phrases, places, problems: inPhrases } = await loadPhrases(read, path, cwd, rules);
  const { schemas, problems: inSchemas } = await loadSchemas(read, path, cwd);
  const own = problemsOf(
    read,
    await flawsIn(read.value, { ...rules, ...rulesOfPlugins(plugins), ...standIns(phrases) }),
  );
  const problems = [...own, ...inPhrases, ...inSchemas];
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    path,
    directory: dirname(path),
    value: read.value as Config,
    ...(phrases.length > 0 && { phrases, phrasePlaces: places }),
    ...(schemas.length > 0 && { frontMatter: schemas }),
    ...(plugins.length > 0 && { plugins }),
  };
}

/**
 * The plugins that a config names.
 *
 * @throws ConfigError where one can't be used: what the config says of its rules can't be checked then
 */
async function loadOwnRules(read: ReadConfig, request: Parameters<typeof loadPlugins>[1]) {
  if (valueAt(read.value, ["plugins"]) === undefined) return [];
  const { plugins, flaws } = await (await import("./plugins.ts")).loadPlugins(read.value, request);
  if (flaws.length > 0) throw new ConfigError(problemsOf(read, flaws));
  return plugins;
}

/** The rules of plugins, by id. */
export const rulesOfPlugins = (plugins: readonly LoadedPlugin[] = []): RuleSet =>
  Object.assign({}, ...plugins.map(({ rules }) => rules)) as RuleSet;

/** The schemas of front matter, each compiled once to see whether it can be. */
async function loadSchemas(read: ReadConfig, config: string, cwd: string) {
  const schemas: FrontMatterSchema[] = [];
  const problems: ConfigProblem[] = [];
  const given = valueAt(read.value, ["frontMatter"]);
  for (const [files, value] of isMap(given) ? Object.entries(given) : []) {
    const isFile = typeof value === "string";
    const from = isFile
      ? await readConfig(phraseFile(config, value), pathFrom(cwd, phraseFile(config, value)), true, dirname(config))
      : read;
    const schema = isFile ? from.value : value;
    const place = isFile ? [] : ["frontMatter", files];
    const flaw = await frontMatterFlaw(files, schema);
    if (flaw !== undefined) {
      const message = `this schema of front matter can't be used: ${visible(flaw)}`;
      problems.push(...problemsOf(from, [{ path: place, part: "value", message }]));
    } else schemas.push({ files, schema: schema as object });
  }
  return { schemas, problems };
}

/**
 * Why a schema of front matter can't be used, or the glob of its files; undefined for good ones, and for what the config's
 * own schema complains of.
 */
export async function frontMatterFlaw(files: string, schema: unknown): Promise<string | undefined> {
  const flaw = globFlaw(files);
  if (flaw !== undefined || !isMap(schema)) return flaw;
  const { compileSchema } = await import("./front-matter-checks.ts");
  try {
    compileSchema(schema);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The phrases of a config and of the files that it names, and what is wrong with them beyond the config's schema. */
async function loadPhrases(read: ReadConfig, config: string, cwd: string, rules: RuleSet) {
  const phrases: Phrase[] = [];
  const places = new Map<string, string>();
  const problems: ConfigProblem[] = [];
  const given = valueAt(read.value, ["phrases"]);
  if (!Array.isArray(given)) return { phrases, places, problems };
  problems.push(...problemsOf(read, await listOf(phraseFlaws(given, ["phrases"]))));
  const add = (phrase: Phrase, from: ReadConfig, path: ConfigPath) => {
    phrases.push(phrase);
    places.set(phrase.id, placeText(from, path));
  };
  for (const [index, item] of (given as readonly unknown[]).entries()) {
    if (typeof item !== "string") {
      add(item as Phrase, read, ["phrases", String(index)]);
      continue;
    }
    const file = await readPhraseFile(phraseFile(config, item), config, cwd, rules);
    problems.push(...file.problems);
    for (const [at, phrase] of file.phrases.entries()) add(phrase, file.read, file.isList ? [String(at)] : []);
  }
  const known = phrases.filter((phrase) => typeof valueAt(phrase, ["id"]) === "string");
  problems.push(...[...doubledPhrases(known)].map((message) => ({ source: read.source, message })));
  return { phrases: known, places, problems };
}

/** What is wrong with a config's value. The compiled schema is a megabyte, which a run without a config is spared. */
const flawsIn = async (value: unknown, rules: RuleSet): Promise<readonly Flaw[]> => [
  ...(await import("./check.ts")).flawsOf(value, rules),
];

/** A place in a config for people: `standfirst.config.yaml:12:5`. */
function placeText({ source, placeOf }: ReadConfig, path: ConfigPath): string {
  const place = placeOf(path, "value");
  return place === undefined ? source : `${source}:${place.line}:${place.column}`;
}

/** A file with one phrase or a list of them. */
async function readPhraseFile(file: string, config: string, cwd: string, rules: RuleSet) {
  const read = await readConfig(file, pathFrom(cwd, file), true, dirname(config));
  const list = asList(read.value);
  const flaws = [...(await flawsIn({ phrases: list }, rules)), ...(await listOf(phraseFlaws(list, ["phrases"])))];
  const nested = list.flatMap((item, index): Flaw[] =>
    typeof item === "string"
      ? [{ path: ["phrases", String(index)], part: "value", message: "a phrase file can't name another file" }]
      : [],
  );
  // The file has no key above its list, and no list around a single phrase.
  const above = Array.isArray(read.value) ? 1 : 2;
  const placed = [...flaws, ...nested].map((flaw) => ({ ...flaw, path: flaw.path.slice(above) }));
  const isList = Array.isArray(read.value);
  return { read, isList, phrases: list as readonly Phrase[], problems: problemsOf(read, placed) };
}

async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function readConfig(path: string, source: string, noCode: boolean, home?: string): Promise<ReadConfig> {
  if (code.includes(extname(path))) return runConfig(path, source, noCode);
  const text = await readText(path, source, home);
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
  const { importModule } = await import("#plugins/import-module");
  await readText(path, source);
  const imported = await importModule(path, "config", String(statSync(path).mtimeMs));
  if ("flaw" in imported) throw new ConfigError([{ source, message: imported.flaw }]);
  return { source, value: imported.value, placeOf: () => undefined };
}

function problemsOf({ source, placeOf }: ReadConfig, found: Iterable<Flaw>): readonly ConfigProblem[] {
  const [flaws, more] = firstOf(found, source);
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
