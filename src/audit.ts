import { createHash } from "node:crypto";
import { cacheFolder, FactCache } from "#cache/fact-cache";
import { relative } from "node:path";
import { entryOf, matchBaseline, type BaselineEntry } from "#baseline/baseline";
import { writeBaseline } from "#baseline/baseline-file";
import {
  joinCorpus,
  judge,
  keepChanged,
  reportOf,
  settle,
  settleStale,
  byPlace,
  type ChangedFiles,
  type DocumentFacts,
  type SettleContext,
  type Settlement,
} from "#engine/index";
import { extractDocument, extractInputs, planOf } from "#extraction/index";
import { findChanges } from "#history/git";
import { applyFixes } from "#fix/apply-fixes";
import type { Corpus } from "#model/corpus";
import type { Document } from "#model/document";
import type { Finding, Fix, Report, RunError } from "#model/report";
import type { Severity } from "#model/severity";
import type { Span } from "#model/span";
import type { Run } from "#rule-kit/define-rule";
import type { RuleSet, Settings } from "#rule-kit/settings";
import { DocumentStore } from "#sources/document-store";
import { readDocument, type ReadOptions } from "#sources/read-document";
import { decodeLines, encodeLines } from "#text/lines";
import { baselineFile, knownFindings, type KnownFindings } from "./known-findings.ts";
import { prepare, readOptions, type AuditRequest, type Prepared } from "./preparation.ts";
import { buildId, version } from "./version.ts";

export { listInputs, ruleDetails, showConfig, showConfigSchema, type AuditRequest } from "./preparation.ts";

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
  const prepared = await prepare(request);
  const store = new DocumentStore(prepared.found.inputs, request.stdin?.bytes);
  return auditStore(request, prepared, store);
}

/** An audit whose fixes were carried out, in memory. */
export interface FixedAudit extends AuditResult {
  /** How many findings were mended. */
  readonly fixed: number;
  /** The documents that changed, with the text before. */
  readonly changed: readonly {
    readonly document: Document;
    readonly before: string;
    readonly file: string | undefined;
  }[];
}

/** Most rounds of fixes: one fix can make room for another, and two that undo each other must not go on for ever. */
const mostRounds = 10;

/**
 * Runs an audit, carries out its fixes in memory, and again until nothing is left to fix. The report is that of the
 * fixed documents. A fix after which less of a document could be read is dropped, and named in the notices.
 *
 * @param unsafe carries out unsafe fixes too
 */
export async function auditAndFix(request: AuditRequest, unsafe: boolean): Promise<FixedAudit> {
  const prepared = await prepare(request);
  const store = new DocumentStore(prepared.found.inputs, request.stdin?.bytes);
  const read = readOptions(request, prepared.config.value);
  const notices: string[] = [];
  const refused = new Set<string>();
  let fixed = 0;
  let result = await auditStore(request, prepared, store);
  for (let round = 0; round < mostRounds; round++) {
    let applied = 0;
    for (const [path, fixes] of fixesByPath(result.report, unsafe)) {
      const before = store.document(path);
      if (before === undefined || refused.has(path)) continue;
      const after = applyFixes(before, fixes);
      const refusal = await whyNot(after.document, before, store, read);
      if (refusal === undefined) {
        store.replace(after.document);
        applied += after.applied;
      } else {
        refused.add(path);
        notices.push(`${path} is not fixed: ${refusal}`);
      }
    }
    if (applied === 0) break;
    fixed += applied;
    result = await auditStore(request, prepared, store);
  }
  return { ...result, notices: [...result.notices, ...notices], fixed, changed: store.changed() };
}

function fixesByPath({ findings }: Report, unsafe: boolean): Map<string, Fix[]> {
  const byPath = new Map<string, Fix[]>();
  for (const { path, fix, status } of findings) {
    if (fix === null || status !== "active" || (fix.safety === "unsafe" && !unsafe)) continue;
    byPath.set(path, [...(byPath.get(path) ?? []), fix]);
  }
  return byPath;
}

/** Why a fixed document must not take the place of the one before; undefined where it may. */
async function whyNot(after: Document, before: Document, store: DocumentStore, read: ReadOptions) {
  if (!store.isWritable(before.path)) return "it is not in UTF-8.";
  const [now, then] = await Promise.all([readDocument(after, read), readDocument(before, read)]);
  const isReadable = now.failures.length <= then.failures.length && now.entries.length >= then.entries.length;
  return isReadable ? undefined : "after the fix less of it could be read.";
}

async function auditStore(request: AuditRequest, prepared: Prepared, store: DocumentStore): Promise<AuditResult> {
  const { rules, config, settings, root, prefix, found } = prepared;
  const cache = openCache(request, root, found.inputs.length);
  const job = { read: readOptions(request, config.value), rules: settings.enabled };
  const { extracted, cached } = await extractInputs(found.inputs, job, {
    facts: planOf(settings.enabled, rules),
    cache,
    concurrency: request.concurrency,
    inMemory: (path) => store.inMemory(path),
    onProgress: request.onProgress ?? (() => undefined),
  });
  const run = { now: request.now, site: settings.site };
  const selection = {
    since: request.since ?? (request.staged === true ? "staged" : undefined),
    changed: await changesFor(request, root),
    baseline: knownFindings(request, prepared),
  };
  return {
    ...conclude(extracted, { rules, settings, run, version, root: prefix, cached, ...selection }),
    root,
    notices: [...found.skipped.map(({ path, why }) => `${path} is left out: it ${why}.`), ...(cache?.notices ?? [])],
    documents: found.inputs.map(({ path }) => path),
    failOn: settings.gate.failOn,
    textOf: (path) => store.document(path)?.text,
    hasByteOrderMark: (path) => store.document(path)?.bom ?? false,
  };
}

/** The baseline of a site beside its findings of today. */
export interface BaselineState {
  /** Absolute path of the file, and its name for people. */
  readonly file: string;
  readonly name: string;
  /** Whether every rule could do its job. */
  readonly complete: boolean;
  /** Entries for all findings of today. */
  readonly current: readonly BaselineEntry[];
  /** Entries of the file that still match, or could not be judged. */
  readonly kept: readonly BaselineEntry[];
  readonly stale: readonly BaselineEntry[];
  /** How many findings the file does not have. */
  readonly added: number;
  /** The text of a baseline. */
  text(entries: readonly BaselineEntry[]): string;
}

/** Holds today's findings against the baseline, to make it or to bring it up to date. */
export async function auditForBaseline(request: AuditRequest): Promise<BaselineState> {
  const prepared = await prepare(request);
  const store = new DocumentStore(prepared.found.inputs, request.stdin?.bytes);
  const known = knownFindings(request, prepared, true);
  const unmarked = { ...request, baseline: { off: true } };
  const { report, documents } = await auditStore(unmarked, prepared, store);
  const findings = report.findings.filter(({ status }) => status === "active");
  const entries = known?.entries ?? [];
  const isGone = known?.isGone ?? (() => false);
  const { matched, unmatched } = matchBaseline(findings, entries, isGone);
  const judged = ({ rule, path }: BaselineEntry) =>
    isJudged(rule, prepared) && (documents.includes(path) || isGone(path));
  const file = baselineFile(request, prepared);
  return {
    file,
    name: relative(request.cwd, file),
    complete: report.run.complete,
    current: [...findings.map(entryOf), ...unmatched.filter((entry) => !judged(entry))],
    kept: [...matched, ...unmatched.filter((entry) => !judged(entry))],
    stale: unmatched.filter(judged),
    added: findings.length - matched.length,
    text: writeBaseline,
  };
}

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
  readonly baseline?: KnownFindings | undefined;
}

interface Conclusion extends AuditOptions {
  readonly root: string;
  readonly cached: number;
  readonly since?: string | undefined;
  /** What `--since` or `--staged` selects; undefined for everything. */
  readonly changed?: ChangedFiles | undefined;
}

/** From facts to the report. */
function conclude(extracted: readonly DocumentFacts[], options: Conclusion) {
  const { rules, settings, run, changed, baseline } = options;
  const corpus = joinCorpus(extracted.map(({ reading }) => reading));
  const judged = judge(corpus, extracted, rules, settings, run);
  const tools = { rangeOf: rangesIn(corpus, baseline), digest };
  const context = { corpus, rules, settings, run, tools };
  const settled = settle(judged.problems, context);
  const kept = changed === undefined ? settled.findings : keepChanged(settled.findings, changed);
  const compared = compareWithBaseline(kept, context, baseline, changed === undefined);
  const crashes = [...judged.crashes, ...settled.crashes, ...compared.crashes];
  const errors: RunError[] = crashes.map(({ stack: _stack, ...error }) => error);
  const { version: tool, root, cached, since = null } = options;
  const report = reportOf(compared.findings, corpus, rules, settings, { version: tool, root, cached, since, errors });
  return { report, crashes };
}

/** Marks what the baseline knows, and adds findings for its entries that are stale where everything was judged. */
function compareWithBaseline(
  findings: readonly Finding[],
  context: SettleContext,
  baseline: KnownFindings | undefined,
  isWhole: boolean,
): Settlement {
  if (baseline === undefined) return { findings, crashes: [] };
  const active = findings.filter(({ status }) => status === "active");
  const { known, unmatched } = matchBaseline(active, baseline.entries, baseline.isGone);
  const marked = findings.map((finding) =>
    known.has(finding) ? { ...finding, status: "baselined" as const } : finding,
  );
  const read = new Set(context.corpus.documents.map(({ path }) => path));
  const stale = unmatched.filter(
    ({ rule, path }) => isJudged(rule, context) && (read.has(path) || baseline.isGone(path)),
  );
  const settled = settleStale(isWhole ? stale.map((entry) => ({ ...entry, file: baseline.file })) : [], context);
  return { findings: [...marked, ...settled.findings].toSorted(byPlace), crashes: settled.crashes };
}

/** Whether a rule ran, or can never run again because there is none of its name. */
const isJudged = (rule: string, { rules, settings }: Pick<SettleContext, "rules" | "settings">) =>
  settings.enabled.includes(rule) || !(rule in rules);

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/** Looks up lines and columns; a document's lines are decoded when its first finding asks for them. */
function rangesIn({ documents }: Corpus, baseline: KnownFindings | undefined) {
  const lines = new Map(documents.map((document) => [document.path, document.lines]));
  if (baseline !== undefined) lines.set(baseline.file, encodeLines(baseline.text));
  const indexes = new Map<string, ReturnType<typeof decodeLines>>();
  return (path: string, span: Span) => {
    const index = indexes.get(path) ?? decodeLines(lines.get(path) ?? "");
    indexes.set(path, index);
    return index.range(span);
  };
}

/** What `--since` or `--staged` selects. */
async function changesFor(
  { since, staged, changedLines }: AuditRequest,
  root: string,
): Promise<ChangedFiles | undefined> {
  if (since === undefined && staged !== true) return undefined;
  return (await findChanges({ root, since, staged, lines: changedLines })).files;
}

/** Fewer documents than this are read sooner than a cache is of use. */
const documentsWorthCaching = 20;

/** The facts of earlier runs, unless they are not wanted or not worth it. */
function openCache({ cache: { off, folder, time } }: AuditRequest, root: string, documents: number) {
  if (off || (folder === undefined && documents < documentsWorthCaching)) return undefined;
  return new FactCache<DocumentFacts>(folder ?? cacheFolder(root), buildId, time);
}
