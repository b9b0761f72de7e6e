import { createHash } from "node:crypto";
import { cacheFolder, FactCache } from "#cache/fact-cache";
import { joinCorpus, judge, reportOf, settle, type DocumentFacts } from "#engine/index";
import { extractDocument, extractInputs, planOf } from "#extraction/index";
import { applyFixes } from "#fix/apply-fixes";
import type { Corpus } from "#model/corpus";
import type { Document } from "#model/document";
import type { Fix, Report, RunError } from "#model/report";
import type { Severity } from "#model/severity";
import type { Span } from "#model/span";
import type { Run } from "#rule-kit/define-rule";
import type { RuleSet, Settings } from "#rule-kit/settings";
import { DocumentStore } from "#sources/document-store";
import { readDocument, type ReadOptions } from "#sources/read-document";
import { decodeLines } from "#text/lines";
import { prepare, readOptions, type AuditRequest } from "./preparation.ts";
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

type Prepared = Awaited<ReturnType<typeof prepare>>;

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
