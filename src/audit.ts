import { createHash } from "node:crypto";
import { cacheFolder, FactCache } from "#cache/fact-cache";
import { joinCorpus, judge, reportOf, settle, type DocumentFacts } from "#engine/index";
import { extractDocument, extractInputs, KeptDocuments, planOf, type ExtractedDocument } from "#extraction/index";
import type { Corpus, DocumentReading } from "#model/corpus";
import type { Document } from "#model/document";
import type { Report, RunError } from "#model/report";
import type { Severity } from "#model/severity";
import type { Timing } from "#model/timing";
import type { SiteModel } from "#model/site";
import type { Run } from "#rule-kit/define-rule";
import type { RuleSet, Settings } from "#rule-kit/settings";
import { placeReadings } from "#sites/index";
import { DocumentStore } from "#sources/document-store";
import type { FoundInputs } from "#sources/find-inputs";
import type { ReadOptions } from "#sources/read-document";
import { byKey } from "#text/groups";
import { changesFor, type ChangesOfRun } from "./audit/changes.ts";
import { compareWithBaseline } from "./audit/compare-with-baseline.ts";
import { historyFor } from "./audit/date-histories.ts";
import { knownFindings, type KnownFindings } from "./audit/known-findings.ts";
import { frontMatterCheckOf, prepare, readOptions, type AuditRequest, type Prepared } from "./audit/preparation.ts";
import { rangesIn } from "./audit/ranges.ts";
import { buildId, version } from "./version.ts";

/** A report, and what writing it out needs. */
export interface AuditResult {
  readonly report: Report;
  /** Absolute path of the folder that the report's paths start from. */
  readonly root: string;
  readonly crashes: readonly Crash[];
  readonly notices: readonly string[];
  readonly documents: readonly string[];
  /** The folder of the built site, where there is one; POSIX, relative to the root. */
  readonly output: string | undefined;
  readonly failOn: Severity | "never";
  /** Text of a document by its path in the report; undefined when it can't be read any more. */
  textOf(path: string): string | undefined;
  hasByteOrderMark(path: string): boolean;
}

/** An error that a rule did not mean to throw. */
interface Crash extends RunError {
  readonly stack: string;
}

/**
 * Runs an audit: config, documents, facts, corpus, judgement, report.
 *
 * @throws ConfigError, InputError for what users can mend
 */
export async function audit(request: AuditRequest): Promise<AuditResult> {
  const prepared = await prepare(request);
  const store = new DocumentStore(prepared.found.inputs, request.stdin?.bytes);
  return auditStore(request, prepared, store);
}

/** Runs an audit of documents that are found already, some of them perhaps changed in memory. */
export async function auditStore(
  request: AuditRequest,
  prepared: Prepared,
  store: DocumentStore,
): Promise<AuditResult> {
  const { found } = prepared;
  const extraction = extract(request, prepared, store);
  const documents = new KeptDocuments(found.inputs.length);
  for await (const document of extraction.documents) documents.add(document);
  request.timing?.end("extract");
  const { readings, cached } = documents;
  request.onProgress?.({ phase: "judge", done: 0, all: found.inputs.length });
  const unsaved = found.inputs.flatMap(({ path, file }) => (file === undefined ? path : []));
  const judged = await judgeRun(request, prepared, { readings, documents, cached, unsaved });
  return {
    ...judged,
    notices: [...noticesOf(prepared), ...extraction.notices, ...judged.notices],
    documents: found.inputs.map(({ path }) => path),
    output: prepared.site?.output,
    textOf: (path) => store.document(path)?.text ?? redirectsText(prepared.site, path),
    hasByteOrderMark: (path) => store.document(path)?.bom ?? false,
  };
}

/** The text of a redirects file, which is no document. */
export const redirectsText = (site: SiteModel | undefined, path: string): string | undefined =>
  site?.redirects.find((file) => file.path === path)?.text;

/** The facts of documents, one after the other, and what there is to tell when all are there. */
export interface ExtractionOfRun {
  readonly documents: AsyncIterable<ExtractedDocument>;
  readonly notices: readonly string[];
}

/** Extracts the facts of the documents that were found, or of some of them, as they are asked for. */
export function extract(
  request: AuditRequest,
  { rules, config, settings, root, site, found }: Prepared,
  store: DocumentStore,
  inputs: FoundInputs["inputs"] = found.inputs,
): ExtractionOfRun {
  const cache = openCache(request, root, inputs.length);
  const job = {
    read: readOptions(request, { config, site }),
    rules: settings.enabled,
    phrases: config.phrases,
    plugins: config.plugins?.map(({ code }) => code),
  };
  const documents = extractInputs(inputs, job, {
    facts: planOf(settings.enabled, rules),
    cache,
    concurrency: request.concurrency,
    inMemory: (path) => store.inMemory(path),
    onProgress: (done, all) => request.onProgress?.({ phase: "extract", done, all }),
    timing: request.timing,
  });
  return { documents, notices: cache?.notices ?? [] };
}

/** What was read of the documents of a run, and their facts. */
export interface FactsOfRun {
  readonly readings: readonly DocumentReading[];
  readonly documents: Iterable<DocumentFacts> | AsyncIterable<DocumentFacts>;
  /** How many documents came from a cache. */
  readonly cached: number;
  /** Paths of documents that are not what the disk has: git knows nothing of their changes. */
  readonly unsaved?: readonly string[];
}

/** What judging asks of a request. */
export type JudgementRequest = Pick<
  AuditRequest,
  "cwd" | "now" | "since" | "staged" | "changedLines" | "baseline" | "timing"
>;

/** From the facts of a run to its report. */
export async function judgeRun(
  request: JudgementRequest,
  prepared: Omit<Prepared, "found">,
  facts: FactsOfRun,
): Promise<Pick<AuditResult, "report" | "crashes" | "root" | "failOn" | "notices">> {
  const { rules, config, settings, root, prefix, site: siteModel, selected } = prepared;
  const { dateHistories, notices } = await historyFor(prepared, facts.readings);
  const frontMatter = await frontMatterCheckOf(config, root);
  const run = { now: request.now, site: settings.site, frontMatter, dateHistories };
  const selection = {
    since: request.since ?? (request.staged === true ? "staged" : undefined),
    changed: await changesFor(request, { root, selected, unsaved: facts.unsaved }),
    baseline: knownFindings(request, prepared),
    timing: request.timing,
  };
  const concluded = await conclude(facts, { rules, settings, run, version, siteModel, root: prefix, ...selection });
  return { ...concluded, root, notices, failOn: settings.gate.failOn };
}

/** What people are told of the site and of the files that were found. */
export const noticesOf = ({ site, found }: Pick<Prepared, "site" | "found">): string[] => [
  ...(site?.notices ?? []),
  ...Array.from(byKey(found.skipped, ({ why }) => why).values()).flatMap(leftOut),
];

/** Most files that are left out for one reason and told of one by one. */
const mostSingly = 5;

/** What is told of files that are left out for one reason. A folder of pictures may have hundreds. */
function leftOut(files: FoundInputs["skipped"]): string[] {
  const [first, second] = files;
  if (first === undefined || second === undefined || files.length <= mostSingly) {
    return files.map(({ path, why }) => `${path} is left out: it ${why}.`);
  }
  return [`${first.path}, ${second.path} and ${files.length - 2} others are left out: each ${first.why}.`];
}

/** Audits documents that are in memory already. */
export async function auditDocuments(documents: readonly Document[], options: AuditOptions): Promise<Report> {
  const { rules, settings, read = {} } = options;
  const job = { read, rules: settings.enabled };
  const facts = planOf(settings.enabled, rules);
  const extracted = await Promise.all(documents.map((document) => extractDocument(document, job, facts)));
  const readings = extracted.map(({ reading }) => reading);
  return (await conclude({ readings, documents: extracted, cached: 0 }, { ...options, root: "." })).report;
}

/** What an audit of documents in memory needs beside them. */
export interface AuditOptions {
  readonly rules: RuleSet;
  readonly settings: Settings;
  readonly run: Run;
  readonly read?: ReadOptions;
  readonly version: string;
  /** What is known of the site that the Markdown documents belong to. */
  readonly siteModel?: SiteModel | undefined;
  readonly baseline?: KnownFindings | undefined;
}

interface Conclusion extends AuditOptions {
  readonly root: string;
  readonly since?: string | undefined;
  /** What `--since` or `--staged` selects; undefined for everything. */
  readonly changed?: ChangesOfRun | undefined;
  readonly timing?: Timing | undefined;
}

/** From facts to the report. */
async function conclude({ readings, documents, cached }: FactsOfRun, options: Conclusion) {
  const { rules, settings, run, changed, baseline, timing } = options;
  const corpus = corpusOf(readings, options);
  timing?.end("join");
  const judged = await judge(corpus, documents, rules, settings, run, timing);
  timing?.end("judge");
  const tools = { rangeOf: rangesIn(corpus, baseline), digest };
  const context = { corpus, rules, settings, run, tools };
  const settled = settle(judged.problems, context);
  const compared = compareWithBaseline(settled.findings, context, baseline, changed === undefined);
  const kept = await changed?.keep(compared.findings, settled, { ...options, readings, tools });
  timing?.end("settle");
  const crashes = [...judged.crashes, ...settled.crashes, ...compared.crashes];
  const errors: RunError[] = crashes.map(({ stack: _stack, ...error }) => error);
  const { version: tool, root, since = null } = options;
  const report = reportOf(kept ?? compared.findings, corpus, rules, settings, {
    version: tool,
    root,
    cached,
    since,
    errors,
  });
  timing?.end("report");
  return { report, crashes };
}

/** Joins what was read; where the documents are a site's, each with the URL that the build gives it. */
function corpusOf(read: readonly DocumentReading[], { siteModel, run }: Conclusion): Corpus {
  if (siteModel === undefined) return joinCorpus(read);
  const { readings, site } = placeReadings(siteModel, read, run.now);
  return { ...joinCorpus(readings), site };
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/** Fewer documents than this are read sooner than a cache is of use. */
const documentsWorthCaching = 20;

/** The facts of earlier runs, unless they are not wanted or not worth it. */
function openCache({ cache: { off, folder, time } }: AuditRequest, root: string, documents: number) {
  if (off || (folder === undefined && documents < documentsWorthCaching)) return undefined;
  return new FactCache<DocumentFacts>(folder ?? cacheFolder(root), buildId, time);
}
