import { createHash } from "node:crypto";
import { extractFacts, joinCorpus, judge, planFacts, reportOf, settle, type DocumentFacts } from "#engine/index";
import type { DocumentReading } from "#model/corpus";
import type { Document } from "#model/document";
import type { Report, RunError } from "#model/report";
import type { Rule, Run } from "#rule-kit/define-rule";
import type { RuleSet, Settings } from "#rule-kit/settings";
import { readDocument, type ReadOptions } from "#sources/read-document";
import { indexLines, type LineIndex } from "#text/lines";

/** What an audit of documents in memory needs beside them. */
export interface AuditOptions {
  readonly rules: RuleSet;
  readonly settings: Settings;
  readonly run: Run;
  readonly read?: ReadOptions;
  readonly version: string;
}

/** Audits documents that are in memory already. */
export async function auditDocuments(documents: readonly Document[], options: AuditOptions): Promise<Report> {
  const { rules, settings, run } = options;
  const facts = planFacts(enabledRules(rules, settings));
  const extracted: DocumentFacts[] = [];
  for (const document of documents) {
    const reading: DocumentReading = {
      path: document.path,
      bom: document.bom,
      ...(await readDocument(document, options.read)),
    };
    extracted.push(extractFacts(reading, facts));
  }
  const corpus = joinCorpus(extracted.map(({ reading }) => reading));
  const { problems, crashes } = judge(corpus, extracted, rules, settings, run);
  const findings = settle(problems, corpus, rules, settings, { rangeOf: rangesIn(documents), digest });
  const errors: RunError[] = crashes.map(({ stack: _stack, ...error }) => error);
  return reportOf(findings, corpus, rules, settings, {
    version: options.version,
    root: ".",
    cached: 0,
    since: null,
    errors,
  });
}

const enabledRules = (rules: RuleSet, settings: Settings): Rule[] => settings.enabled.flatMap((id) => rules[id] ?? []);

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/** Looks up lines, and indexes a document's lines when its first finding asks for them. */
function rangesIn(documents: readonly Document[]) {
  const texts = new Map(documents.map(({ path, text }) => [path, text]));
  const indexes = new Map<string, LineIndex>();
  return (path: string, span: { start: number; end: number }) => {
    const index = indexes.get(path) ?? indexLines(texts.get(path) ?? "");
    indexes.set(path, index);
    return index.range(span);
  };
}
