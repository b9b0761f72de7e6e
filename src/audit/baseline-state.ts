import { existsSync } from "node:fs";
import { relative } from "node:path";
import { auditStore } from "#audit";
import { entryOf, matchBaseline, type BaselineEntry } from "#baseline/baseline";
import { writeBaseline } from "#baseline/baseline-file";
import { DocumentStore } from "#sources/document-store";
import { staleIn } from "./compare-with-baseline.ts";
import { baselineFile, knownFindings } from "./known-findings.ts";
import { prepare, type AuditRequest } from "./preparation.ts";

/** The baseline of a site beside its findings of today. */
export interface BaselineState {
  /** Absolute path of the file, and its name for people. */
  readonly file: string;
  readonly name: string;
  /** Whether the file is there. */
  readonly exists: boolean;
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
  const { selected } = prepared;
  // Where some documents were named, what is gone may live on in one of the others, under another name.
  const isStale =
    selected === undefined ? staleIn(prepared, documents, isGone) : staleIn(prepared, [...selected], () => false);
  const unknown = unmatched.filter((entry) => !isStale(entry));
  const file = baselineFile(request, prepared);
  return {
    file,
    name: relative(request.cwd, file),
    exists: existsSync(file),
    complete: report.run.complete,
    current: [...findings.map(entryOf), ...unknown],
    kept: [...matched, ...unknown],
    stale: unmatched.filter(isStale),
    added: findings.length - matched.length,
    text: writeBaseline,
  };
}
