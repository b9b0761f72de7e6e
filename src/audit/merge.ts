import { realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { judgeRun, noticesOf, redirectsText, type AuditResult, type JudgementRequest } from "#audit";
import { flawsOf } from "#config/check";
import {
  frontMatterFlaw,
  isInside,
  loadConfig,
  repositoryRoot,
  resolveSettings,
  type CommandLineOverrides,
  type Config,
} from "#config/index";
import { factKey, type DocumentFacts } from "#engine/index";
import { planOf } from "#extraction/index";
import type { DocumentReading } from "#model/corpus";
import type { RuleSet } from "#rule-kit/settings";
import type { SharedRun } from "#shards/facts-file";
import { openFacts, readFacts, type FactsFile } from "#shards/read-facts";
import { ShardError } from "#shards/shard";
import { checkSet, readSet } from "#shards/shard-set";
import { DocumentStore } from "#sources/document-store";
import { findInputs } from "#sources/find-inputs";
import { encodeLines } from "#text/lines";
import { rememberingLast } from "#text/remember";
import { buildId, version } from "../version.ts";
import { loadRules, readerOfPictureSizes, withOwnRules, withSiteFacts, type Prepared } from "./preparation.ts";

/** What to merge, and how to judge it. */
export interface MergeRequest extends JudgementRequest {
  /** Facts files: paths and globs. */
  readonly facts: readonly string[];
  /** Come after what the shards were told. */
  readonly overrides: CommandLineOverrides;
  /** Where the plugins of the shards are looked up: facts files must not say what code to run. */
  readonly config: ConfigChoice;
}

type ConfigChoice = { readonly file?: string | undefined; readonly none: boolean; readonly noCode: boolean };

/**
 * Judges what the shards of a run read. The report is the one that a single machine would give.
 *
 * The config is that of the shards, so no code is run but that of plugins, which the config of this checkout must name too.
 * The documents themselves are read only where a format shows them, and only as long as they are what the shards saw.
 *
 * @throws ShardError, ConfigError, InputError for what users can mend
 */
export async function auditShards(request: MergeRequest): Promise<AuditResult> {
  const set = checkSet(await openAll(request));
  const { files, run } = set;
  const { readings, cached } = await readSet(set);
  const prepared = await prepareMerge(request, run);
  const judged = await judgeRun(request, prepared, { readings, documents: documentsIn(files, readings), cached });
  return {
    ...judged,
    notices: [...noticesOf(prepared), ...judged.notices],
    documents: readings.map(({ path }) => path),
    output: prepared.site?.output,
    ...textsOf(readings, prepared, request.cwd),
  };
}

async function openAll({ facts, cwd }: MergeRequest): Promise<FactsFile[]> {
  const named = facts.map((name) => (isFolder(resolve(cwd, name)) ? `${name}/*` : name));
  const { inputs } = await findInputs(named, { root: cwd, cwd, anyType: true });
  const tool = { version, build: buildId };
  const opened: FactsFile[] = [];
  for (const { path, file } of inputs) if (file !== undefined) opened.push(await openFacts(file, path, tool));
  return opened;
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Settles what a run on one machine settles before it reads the first document. */
async function prepareMerge(request: MergeRequest, { config, extraction, root: place, ...run }: SharedRun) {
  const { cwd, overrides } = request;
  const root = resolve(cwd, place.fromHere);
  const loaded = { ...(await ownOf(config, request)), directory: resolve(root, config.directory) };
  const rules = await withOwnRules(await loadRules(), loaded);
  refuse([...flawsOf(config.value, rules)][0]?.message);
  const settings = await resolveSettings(loaded, withOwn(config, overrides), rules, root);
  requireFacts(settings.enabled, rules, extraction.facts);
  const site = run.site ?? undefined;
  const asking = readerOfPictureSizes(rules, settings);
  if (asking !== undefined && site !== undefined && site.pictureSizes === undefined) throw lackingFacts(asking);
  const selected = run.selected === null ? undefined : new Set(run.selected);
  const found = { inputs: [], skipped: run.skipped };
  return {
    rules,
    config: loaded,
    settings: withSiteFacts(settings, site),
    root,
    prefix: place.prefix,
    site,
    selected,
    found,
  };
}

/** The config of the shards, with the rules that it makes and brings. What its lists of them have wrong is told. */
async function ownOf({ phrases, frontMatter, value, plugins }: SharedRun["config"], request: MergeRequest) {
  refuse([...flawsOf({ phrases }, await loadRules())][0]?.message);
  for (const { files, schema } of frontMatter) refuse(await frontMatterFlaw(files, schema));
  return {
    value: value as Config,
    phrases,
    ...(frontMatter.length > 0 && { frontMatter }),
    ...(plugins.length > 0 && { plugins: await pluginsHere(plugins, request) }),
  };
}

function refuse(flaw: string | undefined): void {
  if (flaw !== undefined) throw new ShardError(`The config in the facts files is not valid: ${flaw}.`);
}

/** The plugins of the shards, as the config of this checkout names them. */
async function pluginsHere(wanted: SharedRun["config"]["plugins"], { cwd, config }: MergeRequest) {
  const { file, none, noCode } = config;
  const choice = { cwd, file, noConfig: none, noCode, rules: await loadRules() };
  const { plugins = [] } = await loadConfig(choice);
  return wanted.map(({ source, digest }) => {
    const here = plugins.find((plugin) => plugin.source === source && plugin.code.digest === digest);
    if (here !== undefined) return here;
    throw new ShardError(
      `The shards have rules of the plugin "${source}", which the config here does not name, or whose code is another. ` +
        "Merge in a checkout of the same commit.",
    );
  });
}

/** What the shards were told and what merge is told: lists grow, but a new `--only` takes the place of the old one. */
const withOwn = ({ rule, only, skip }: SharedRun["config"], own: CommandLineOverrides): CommandLineOverrides => ({
  ...own,
  rule: [...rule, ...(own.rule ?? [])],
  only: own.only ?? only ?? undefined,
  skip: [...skip, ...(own.skip ?? [])],
});

function requireFacts(enabled: readonly string[], rules: RuleSet, there: readonly string[]): void {
  const lacking = enabled.find((id) => planOf([id], rules).some((fact) => !there.includes(factKey(fact))));
  if (lacking !== undefined) throw lackingFacts(lacking);
}

const lackingFacts = (rule: string) =>
  new ShardError(
    `The shards have no facts for the rule ${rule}, which was off for them. Give --rule and --only to \`check --shard\` too.`,
  );

/** The facts of all documents, one at a time, with what was read before. */
async function* documentsIn(
  files: readonly FactsFile[],
  readings: readonly DocumentReading[],
): AsyncGenerator<DocumentFacts> {
  const byPath = new Map(readings.map((reading) => [reading.path, reading]));
  for (const file of files) {
    for await (const line of readFacts(file, ["facts"])) {
      const reading = "path" in line ? byPath.get(line.path) : undefined;
      if (reading !== undefined && "facts" in line) yield { reading, facts: line.facts };
    }
  }
}

/** The texts of documents, where a checkout has them as the shards saw them. */
function textsOf(readings: readonly DocumentReading[], { root, site }: Pick<Prepared, "root" | "site">, cwd: string) {
  const byPath = new Map(readings.map((reading) => [reading.path, reading]));
  const store = new DocumentStore(
    readings.map(({ path }) => ({ path, file: resolve(root, path) })),
    undefined,
  );
  // Facts files may come from elsewhere: they must not have files shown that are none of the site's.
  const checkout = repositoryRoot(cwd) ?? cwd;
  const read = (path: string) => {
    if (!isReallyIn(resolve(root, path), checkout)) return undefined;
    const text = store.document(path)?.text;
    return text !== undefined && encodeLines(text) === byPath.get(path)?.lines ? text : undefined;
  };
  return {
    // Neighbours in a report are asked for together.
    textOf: rememberingLast((path: string) => (byPath.has(path) ? read(path) : redirectsText(site, path))),
    hasByteOrderMark: (path: string) => byPath.get(path)?.bom ?? false,
  };
}

function isReallyIn(file: string, folder: string): boolean {
  try {
    return isInside(realpathSync(file), realpathSync(folder));
  } catch {
    return false;
  }
}
