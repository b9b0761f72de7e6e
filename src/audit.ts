import { createHash } from "node:crypto";
import { relative, resolve, sep } from "node:path";
import {
  compileGlobs,
  configSchemaText,
  loadConfig,
  printConfig,
  resolveSettings,
  type CommandLineOverrides,
  type Config,
  type LoadedConfig,
} from "#config/index";
import { cacheFolder, FactCache } from "#cache/fact-cache";
import { joinCorpus, judge, reportOf, settle, type DocumentFacts } from "#engine/index";
import { extractDocument, extractInputs, planOf } from "#extraction/index";
import type { Corpus } from "#model/corpus";
import type { Document, Format } from "#model/document";
import type { Report, RunError } from "#model/report";
import type { Severity } from "#model/severity";
import type { Span } from "#model/span";
import type { Run } from "#rule-kit/define-rule";
import type { RuleSet, Settings } from "#rule-kit/settings";
import { DocumentStore } from "#sources/document-store";
import { InputError, findInputs, type FoundInputs } from "#sources/find-inputs";
import type { ReadOptions } from "#sources/read-document";
import { recognise } from "#sources/recognise";
import { findRoot } from "#sources/root";
import { decodeLines } from "#text/lines";
import { buildId, version } from "./version.ts";

/** What to audit, and how. */
export interface AuditRequest {
  /** Absolute path of the folder that inputs and config are looked up from. */
  readonly cwd: string;
  /** Files, folders and globs; empty for what the config names. */
  readonly inputs: readonly string[];
  /** Standard input as one more document. */
  readonly stdin?: { readonly name: string; readonly bytes: Uint8Array } | undefined;
  readonly config: { readonly file?: string | undefined; readonly none: boolean; readonly noCode: boolean };
  readonly overrides: CommandLineOverrides;
  /** Reads every input as this form. */
  readonly format?: Format | undefined;
  /** The run's clock: an ISO 8601 date-time in UTC. */
  readonly now: string;
  readonly passOnNoFiles: boolean;
  readonly cache: {
    readonly off: boolean;
    /** Absolute path; undefined for the usual place. */
    readonly folder?: string | undefined;
    /** Time of day, in milliseconds since 1970: files that changed just now are not trusted by their stamps. */
    readonly time: number;
  };
  /** Most threads that read documents; undefined for as many as pay. */
  readonly concurrency?: number | undefined;
  /** Told how many of the documents that must be read are done. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
}

/** A report, and what writing it out needs. */
export interface AuditResult {
  readonly report: Report;
  /** Absolute path of the folder that the report's paths start from. */
  readonly root: string;
  readonly crashes: readonly Crash[];
  readonly notices: readonly string[];
  readonly documents: readonly string[];
  readonly failOn: Severity | "never";
  /** Text of a document by its path in the report; undefined when it can't be read any more. */
  textOf(path: string): string | undefined;
  hasByteOrderMark(path: string): boolean;
}

/** An error that a rule did not mean to throw. */
export interface Crash extends RunError {
  readonly stack: string;
}

/**
 * Runs an audit: config, documents, facts, corpus, judgement, report.
 *
 * @throws ConfigError, InputError for what users can mend
 */
export async function audit(request: AuditRequest): Promise<AuditResult> {
  const { rules, config, settings, root, prefix, found } = await prepare(request);
  const job = { read: readOptions(request, config.value), rules: settings.enabled };
  const cache = openCache(request, root, found.inputs.length);
  const { extracted, cached } = await extractInputs(found.inputs, job, {
    facts: planOf(settings.enabled, rules),
    cache,
    concurrency: request.concurrency,
    stdin: request.stdin?.bytes,
    onProgress: request.onProgress ?? (() => undefined),
  });
  const run = { now: request.now, site: settings.site };
  const store = new DocumentStore(found.inputs, request.stdin?.bytes);
  return {
    ...conclude(extracted, { rules, settings, run, version, root: prefix, cached }),
    root,
    notices: [...found.skipped.map(({ path, why }) => `${path} is left out: it ${why}.`), ...(cache?.notices ?? [])],
    documents: found.inputs.map(({ path }) => path),
    failOn: settings.gate.failOn,
    textOf: (path) => store.document(path)?.text,
    hasByteOrderMark: (path) => store.document(path)?.bom ?? false,
  };
}

/** Which files an audit would read, and the forms that they have. */
export async function listInputs(request: AuditRequest): Promise<{ path: string; format: Format }[]> {
  const { found } = await prepare(request);
  const store = new DocumentStore(found.inputs, request.stdin?.bytes);
  return store.paths.flatMap((path) => {
    const document = store.document(path);
    return document === undefined ? [] : [{ path, format: request.format ?? recognise(document) }];
  });
}

/** The effective config as YAML, of all or of one path that is relative to the working folder. */
export async function showConfig(request: AuditRequest, file: string | undefined): Promise<string> {
  const rules = await loadRules();
  const config = await configOf(request, rules);
  const { root } = findRoot(file === undefined ? [] : [file], request.cwd, folderOf(config));
  const settings = resolveSettings(config, request.overrides, rules, root);
  const path = file === undefined ? undefined : relative(root, resolve(request.cwd, file)).replaceAll(sep, "/");
  return printConfig(config, settings, rules, { root, path });
}

/** The JSON Schema of a config, as text. */
export const showConfigSchema = async (): Promise<string> => configSchemaText(await loadRules());

/** Audits documents that are in memory already. */
export async function auditDocuments(documents: readonly Document[], options: AuditOptions): Promise<Report> {
  const { rules, settings, read = {} } = options;
  const job = { read, rules: settings.enabled };
  const facts = planOf(settings.enabled, rules);
  const extracted = await Promise.all(documents.map((document) => extractDocument(document, job, facts)));
  return conclude(extracted, { ...options, root: ".", cached: 0 }).report;
}

/** What an audit of documents in memory needs beside them. */
export interface AuditOptions {
  readonly rules: RuleSet;
  readonly settings: Settings;
  readonly run: Run;
  readonly read?: ReadOptions;
  readonly version: string;
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

/** Everything that is settled before the first document is read. */
async function prepare(request: AuditRequest) {
  const rules = await loadRules();
  const config = await configOf(request, rules);
  const { inputs, from } = whatToRead(request, config);
  const { root, prefix } = findRoot(inputs, from, folderOf(config));
  const settings = resolveSettings(config, request.overrides, rules, root);
  const found = await findInputs(request.stdin === undefined ? inputs : [...inputs, "-"], {
    root,
    cwd: from,
    stdinFilename: request.stdin?.name,
    anyType: request.format !== undefined,
    allowEmpty: request.passOnNoFiles,
  });
  return { rules, config, settings, root, prefix, found: withoutIgnored(found, config, root) };
}

const configOf = ({ cwd, config: { file, none, noCode } }: AuditRequest, rules: RuleSet) =>
  loadConfig({ cwd, file, noConfig: none, noCode, rules });

/** The config's folder; undefined where there is no config file. */
const folderOf = ({ path, directory }: LoadedConfig) => (path === undefined ? undefined : directory);

/** The inputs that were named, else the config's, and the folder that they are relative to. */
function whatToRead({ inputs, stdin, cwd }: AuditRequest, { directory, value }: LoadedConfig) {
  if (inputs.length > 0 || stdin !== undefined) return { inputs, from: cwd };
  if (value.inputs !== undefined) return { inputs: value.inputs, from: directory };
  throw new InputError(
    "There is nothing to check. Name a post index (a post list as text or HTML, JSON, a feed), or set `inputs` in the config.",
  );
}

/** Moves what the config ignores from the inputs to what is left out. */
function withoutIgnored(
  { inputs, skipped }: FoundInputs,
  { value, directory }: LoadedConfig,
  root: string,
): FoundInputs {
  if (value.ignores === undefined) return { inputs, skipped };
  const isIgnored = compileGlobs(value.ignores, directory, root);
  const ignored = inputs.filter(({ path }) => isIgnored(path));
  return {
    inputs: inputs.filter((input) => !ignored.includes(input)),
    skipped: [...skipped, ...ignored.map(({ path }) => ({ path, why: "is ignored by the config" }))],
  };
}

const readOptions = ({ format }: AuditRequest, { html }: Config): ReadOptions => ({ format, selectors: html });

/** From facts to the report. */
function conclude(
  extracted: readonly DocumentFacts[],
  { rules, settings, run, ...about }: AuditOptions & { readonly root: string; readonly cached: number },
) {
  const corpus = joinCorpus(extracted.map(({ reading }) => reading));
  const judged = judge(corpus, extracted, rules, settings, run);
  const tools = { rangeOf: rangesIn(corpus), digest };
  const { findings, crashes: later } = settle(judged.problems, corpus, rules, settings, tools, run);
  const crashes = [...judged.crashes, ...later];
  const errors: RunError[] = crashes.map(({ stack: _stack, ...error }) => error);
  return { report: reportOf(findings, corpus, rules, settings, { ...about, since: null, errors }), crashes };
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/** Looks up lines and columns; a document's lines are decoded when its first finding asks for them. */
function rangesIn({ documents }: Corpus) {
  const lines = new Map(documents.map((document) => [document.path, document.lines]));
  const indexes = new Map<string, ReturnType<typeof decodeLines>>();
  return (path: string, span: Span) => {
    const index = indexes.get(path) ?? decodeLines(lines.get(path) ?? "");
    indexes.set(path, index);
    return index.range(span);
  };
}

/** Fewer documents than this are read sooner than a cache is of use. */
const documentsWorthCaching = 20;

/** The facts of earlier runs, unless they are not wanted or not worth it. */
function openCache({ cache: { off, folder, time } }: AuditRequest, root: string, documents: number) {
  if (off || (folder === undefined && documents < documentsWorthCaching)) return undefined;
  return new FactCache<DocumentFacts>(folder ?? cacheFolder(root), buildId, time);
}
