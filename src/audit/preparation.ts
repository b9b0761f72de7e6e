import { relative, resolve, sep } from "node:path";
import { cacheFolder } from "#cache/fact-cache";
import {
  compileGlobs,
  configSchemaText,
  loadConfig,
  pathFrom,
  printConfig,
  resolveSettings,
  rulesOfPlugins,
  type CommandLineOverrides,
  type LoadedConfig,
} from "#config/index";
import type { Format } from "#model/document";
import type { Timing } from "#model/timing";
import type { SiteModel } from "#model/site";
import type { Site } from "#rule-kit/define-rule";
import type { RuleSet, Settings } from "#rule-kit/settings";
import { findSite, pictureSizes } from "#sites/index";
import type { TooLarge } from "#sources/decode";
import { findInputs, InputError, type FoundInputs } from "#sources/find-inputs";
import type { ReadOptions } from "#sources/read-document";
import type { ParserChoice } from "#sources/markdown-parsers";
import { findRoot, type Root } from "#sources/root";
import { documentsOfSite, siteFolderAbove, siteInputs, withSite, type SiteInputs } from "./site-inputs.ts";

export { largestDocument } from "#sources/decode";
export { parserChoices, type ParserChoice } from "#sources/markdown-parsers";

/** A step of a run that may take long, and how many of its documents are done. */
export interface RunStep {
  readonly phase: "extract" | "judge";
  readonly done: number;
  readonly all: number;
}

/** What to audit, and how. */
export interface AuditRequest {
  /** Absolute path of the folder that inputs and config are looked up from. */
  readonly cwd: string;
  /** Files, folders and globs; empty for what the config names. */
  readonly inputs: readonly string[];
  /** Takes no inputs for none, and not for what the config names. */
  readonly onlyThese?: boolean | undefined;
  /** Standard input as one more document. */
  readonly stdin?: { readonly name: string; readonly bytes: Uint8Array | TooLarge } | undefined;
  readonly config: { readonly file?: string | undefined; readonly none: boolean; readonly noCode: boolean };
  readonly overrides: CommandLineOverrides;
  /** Reads every input as this form. */
  readonly format?: Format | undefined;
  /** The run's clock: an ISO 8601 date-time in UTC. */
  readonly now: string;
  readonly passOnNoFiles: boolean;
  /** A revision: only findings in what changed since the merge base with it are kept. */
  readonly since?: string | undefined;
  /** Only findings in what is staged are kept. */
  readonly staged?: boolean | undefined;
  /** With `since` or `staged`: only findings on lines that changed. */
  readonly changedLines?: boolean | undefined;
  readonly baseline: { readonly off: boolean; readonly file?: string | undefined };
  readonly cache: {
    readonly off: boolean;
    /** Absolute path; undefined for the usual place. */
    readonly folder?: string | undefined;
    /** Time of day, in milliseconds since 1970: files that changed just now are not trusted by their stamps. */
    readonly time: number;
  };
  /** Reads Markdown with this parser, whatever is installed. */
  readonly parser?: ParserChoice | undefined;
  /** Most threads that read documents; undefined for as many as pay. */
  readonly concurrency?: number | undefined;
  /** Told how far the run is. */
  readonly onProgress?: ((step: RunStep) => void) | undefined;
  /** Told where the time goes. */
  readonly timing?: Timing | undefined;
}

/** Every rule with its id, for lists and explanations. */
export async function ruleDetails() {
  const rules = await loadRules();
  return Object.entries(rules).map(([id, { severity, presets, summary, on }]) => ({
    id,
    severity,
    presets,
    summary,
    on,
  }));
}

/** Every built-in rule. They are one module, which is loaded when the first command needs it. */
export const loadRules = async (): Promise<RuleSet> => (await import("#rules/index")).rules;

/**
 * The built-in rules, with those that the config feeds switched on, those of its plugins, and those that it makes of
 * phrases.
 */
export async function withOwnRules(
  builtIn: RuleSet,
  { phrases = [], frontMatter, plugins }: Pick<LoadedConfig, "phrases" | "frontMatter" | "plugins">,
): Promise<RuleSet> {
  if (phrases.length === 0 && frontMatter === undefined && plugins === undefined) return builtIn;
  const schema = builtIn["frontmatter/schema"];
  const fed: RuleSet =
    frontMatter === undefined || schema === undefined
      ? {}
      : { "frontmatter/schema": { ...schema, isFromConfig: true } };
  const all = { ...builtIn, ...fed, ...rulesOfPlugins(plugins) };
  return phrases.length === 0 ? all : { ...all, ...(await (await import("#house/index")).houseRules(phrases)) };
}

/** The check of front matter by the schemas of the config; undefined where it has none. */
export async function frontMatterCheckOf({ frontMatter, directory }: LoadedConfig, root: string) {
  if (frontMatter === undefined) return undefined;
  const { frontMatterCheck } = await import("#config/front-matter-checks");
  return frontMatterCheck(frontMatter, (globs) => compileGlobs(globs, directory, root));
}

/** Everything that is settled before the first document is read. */
export async function prepare(request: AuditRequest) {
  const builtIn = await loadRules();
  const config = await configOf(request, builtIn);
  const rules = await withOwnRules(builtIn, config);
  const { inputs, from } = whatToRead(request, config);
  const { root, prefix } = await rootOf(inputs ?? [], from, config);
  const settings = await resolveSettings(config, request.overrides, rules, root);
  request.timing?.end("config");
  const { found, selected, ...read } =
    inputs === undefined ? await wholeSite(from, root) : await withSite(await find(inputs, request, from, root), root);
  const asksForSizes = readerOfPictureSizes(rules, settings) !== undefined;
  const site = asksForSizes ? withPictureSizes(read.site, root) : read.site;
  request.timing?.end("find");
  const named = new Set((inputs ?? []).map((input) => pathFrom(root, resolve(from, input))));
  const wanted = withoutIgnored(found, config, root, { named, selected });
  return { rules, config, settings: withSiteFacts(settings, site), root, prefix, site, selected, found: wanted };
}

/** A rule that is on and reads how large pictures are; undefined where none does. */
export const readerOfPictureSizes = (rules: RuleSet, { enabled }: Settings): string | undefined =>
  enabled.find((id) => rules[id]?.readsPictureSizes === true);

const withPictureSizes = (site: SiteModel | undefined, root: string): SiteModel | undefined =>
  site === undefined ? undefined : { ...site, pictureSizes: pictureSizes(site, root) };

const find = (inputs: readonly string[], request: AuditRequest, from: string, root: string) =>
  findInputs(request.stdin === undefined ? inputs : [...inputs, "-"], {
    root,
    cwd: from,
    stdinFilename: request.stdin?.name,
    anyType: request.format !== undefined,
    allowEmpty: request.passOnNoFiles,
    filesOf: request.format === undefined ? documentsOfSite : undefined,
  });

/** Where the run's paths start. Outside of a repository, and without a config, a generator's config file says it too. */
async function rootOf(inputs: readonly string[], from: string, config: LoadedConfig): Promise<Root> {
  const found = findRoot(inputs, from, folderOf(config));
  if (found.isSure) return found;
  const site = await siteFolderAbove(found.root);
  return site === undefined ? found : { ...found, root: site };
}

/** All documents of the site in a folder. */
async function wholeSite(folder: string, root: string): Promise<SiteInputs> {
  const site = await findSite(folder, root);
  const found = site === undefined ? undefined : siteInputs(site, root);
  if (found === undefined || found.inputs.length === 0) {
    const left = (found?.skipped ?? []).map(({ path, why }) => ` ${path} ${why}.`).join("");
    throw new InputError(
      `There is nothing to check.${left} Name a post index (a post list as text or HTML, JSON, a feed) or a folder of ` +
        "Markdown, run it in the folder of a site, or set `inputs` in the config.",
    );
  }
  return { site, found, selected: undefined };
}

/** Adds to the settings what the site's own config says; the Standfirst config wins. */
export const withSiteFacts = (settings: Settings, site: SiteModel | undefined): Settings =>
  site === undefined ? settings : { ...settings, site: { ...siteFacts(site), ...settings.site } };

const siteFacts = ({ baseUrl, titleSuffix, language }: SiteModel): Site => ({
  ...(baseUrl !== undefined && { url: baseUrl }),
  ...(titleSuffix !== undefined && { titleSuffix }),
  ...(language !== undefined && { language }),
});

/** What is settled before the first document is read. */
export type Prepared = Awaited<ReturnType<typeof prepare>>;

/**
 * The config of a run. One that `-c` names far from the working folder, neither above nor below it, has rules for a site and
 * is no part of it: its globs and inputs start at the working folder, as nothing of the site is where the file is.
 */
async function configOf({ cwd, config: { file, none, noCode } }: AuditRequest, rules: RuleSet): Promise<LoadedConfig> {
  const config = await loadConfig({ cwd, file, noConfig: none, noCode, rules });
  const isFar = leadsAway(config.directory, cwd) && leadsAway(cwd, config.directory);
  return isFar ? { ...config, directory: resolve(cwd) } : config;
}

const leadsAway = (from: string, to: string): boolean => relative(from, to).split(sep)[0] === "..";

/** The config's folder; undefined where there is no config file. */
const folderOf = ({ path, directory }: LoadedConfig) => (path === undefined ? undefined : directory);

/** The inputs that were named, else the config's, else none: the site itself; and the folder that they are relative to. */
function whatToRead({ inputs, onlyThese, stdin, cwd }: AuditRequest, { path, directory, value }: LoadedConfig) {
  if (inputs.length > 0 || stdin !== undefined || onlyThese === true) return { inputs, from: cwd };
  return { inputs: value.inputs, from: path === undefined ? cwd : directory };
}

/**
 * Takes what the config ignores from the inputs. Of a file that was named, and where nothing is left, it is told; what a
 * folder has of such files is ignored as the config wants it.
 */
function withoutIgnored(
  { inputs, skipped }: FoundInputs,
  { value, directory }: LoadedConfig,
  root: string,
  { named, selected }: { readonly named: ReadonlySet<string>; readonly selected: ReadonlySet<string> | undefined },
): FoundInputs {
  if (value.ignores === undefined) return { inputs, skipped };
  const isIgnored = compileGlobs(value.ignores, directory, root);
  const why = "is ignored by the config";
  const kept = inputs.filter(({ path }) => !isIgnored(path));
  const told = inputs.filter(({ path, file }) => (file === undefined || named.has(path)) && isIgnored(path));
  const wanted = selected ?? new Set(inputs.map(({ path }) => path));
  const isAll = told.length === 0 && wanted.size > 0 && !kept.some(({ path }) => wanted.has(path));
  const paths = isAll ? ["All that was found"] : told.map(({ path }) => path);
  return { inputs: kept, skipped: [...skipped, ...paths.map((path) => ({ path, why }))] };
}

/** What steers the readers. */
export const readOptions = (
  { format, parser }: AuditRequest,
  { config, site }: Pick<Prepared, "config" | "site">,
): ReadOptions => ({
  format,
  selectors: config.value.html,
  markdown: {
    parser,
    fieldNames: site?.fieldNames,
    splitsTags: site?.splitsTags,
    shortcodes: site?.shortcodes,
    readsMdx: site?.readsMdx,
    hasFirstMdx: site?.hasFirstMdx,
  },
});

/** The effective config as YAML, of all or of one path that is relative to the working folder. */
export async function showConfig(request: AuditRequest, file: string | undefined): Promise<string> {
  const builtIn = await loadRules();
  const config = await configOf(request, builtIn);
  const rules = await withOwnRules(builtIn, config);
  const { root } = findRoot(file === undefined ? [] : [file], request.cwd, folderOf(config));
  const settings = await resolveSettings(config, request.overrides, rules, root);
  const path = file === undefined ? undefined : pathFrom(root, resolve(request.cwd, file));
  return printConfig(config, settings, rules, { root, path });
}

/** The JSON Schema of a config, as text. */
export const showConfigSchema = async (): Promise<string> => configSchemaText(await loadRules());

/** Absolute path of the folder that keeps the facts of earlier runs. */
export async function cachePlace(request: AuditRequest): Promise<string> {
  if (request.cache.folder !== undefined) return request.cache.folder;
  const config = await configOf(request, await loadRules());
  return cacheFolder(findRoot([], request.cwd, folderOf(config)).root);
}
