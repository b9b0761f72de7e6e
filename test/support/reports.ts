import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Finding, Fix, Related, Report, RunError, Status } from "#model/report";
import type { Severity } from "#model/severity";
import type { Range } from "#model/span";
import type { ReportContext } from "#reporters/index";
import { indexLines } from "#text/lines";

/** A place: a document, and the words in it that are marked (`until` and its words where the mark is longer). */
interface PlaceSpec {
  readonly path: string;
  /** Words that stand there; "" is an empty mark at the start. */
  readonly mark: string;
  /** Which occurrence of the words is meant, from 1. */
  readonly nth?: number;
  /** The mark goes on up to the end of these words. */
  readonly until?: string;
}

export interface FindingSpec extends PlaceSpec {
  readonly rule: string;
  readonly message: string;
  readonly severity?: Severity;
  readonly subject?: string;
  readonly url?: string;
  readonly related?: readonly (PlaceSpec & { readonly message: string })[];
  readonly group?: string;
  /** What the mark is replaced with. */
  readonly fix?: { readonly text: string; readonly description: string; readonly safety?: Fix["safety"] };
  readonly status?: Status;
  readonly statusReason?: string;
  readonly fingerprint?: string;
}

export interface ReportSpec {
  /** Texts by path. */
  readonly documents: Readonly<Record<string, string>>;
  readonly findings: readonly FindingSpec[];
  readonly entries?: number;
  readonly root?: string;
  readonly errors?: readonly RunError[];
  /** Rules that ran and found nothing. */
  readonly quietRules?: readonly string[];
  readonly failOn?: Severity | "never";
}

/** Makes a report as the engine would. */
export function reportFrom(spec: ReportSpec): Report {
  const { documents, errors = [], root = ".", failOn = "error" } = spec;
  const findings = spec.findings.map((finding, index) => findingFrom(finding, index, documents));
  const active = findings.filter(({ status }) => status === "active");
  const count = (severity: Severity) => active.filter((finding) => finding.severity === severity).length;
  const failing = failOn === "never" ? 0 : count(failOn);
  return {
    $schema: "https://standfirst.dev/schemas/report-1.json",
    schemaVersion: "1.0",
    tool: { name: "standfirst", version: "0.1.0" },
    run: {
      root,
      documents: Object.keys(documents).length,
      entries: spec.entries ?? Object.keys(documents).length,
      posts: spec.entries ?? Object.keys(documents).length,
      cached: 0,
      since: null,
      shard: null,
      complete: errors.length === 0,
    },
    summary: {
      error: count("error"),
      warn: count("warn"),
      info: count("info"),
      fixable: {
        safe: active.filter(({ fix }) => fix?.safety === "safe").length,
        unsafe: active.filter(({ fix }) => fix?.safety === "unsafe").length,
      },
      suppressed: findings.filter(({ status }) => status === "suppressed").length,
      baselined: findings.filter(({ status }) => status === "baselined").length,
    },
    gate: {
      passed: failing === 0,
      reasons: failing === 0 ? [] : [`${failing} finding${failing === 1 ? "" : "s"} at or above ${failOn}`],
    },
    rules: rulesOf(spec),
    findings,
    groups: groupsOf(findings),
    errors,
  };
}

/** What the command line gives to reporters beside the report; parts of it can be set. */
export function contextFor(spec: ReportSpec, changes: Partial<ReportContext> = {}): ReportContext {
  return {
    text: (path) => spec.documents[path],
    documents: Object.keys(spec.documents),
    failOn: spec.failOn ?? "error",
    colour: false,
    hyperlinks: false,
    full: false,
    quiet: false,
    includeSuppressed: false,
    gzipSize: (text) => gzipSync(text).length,
    ...changes,
  };
}

function findingFrom(spec: FindingSpec, index: number, documents: ReportSpec["documents"]): Finding {
  const range = rangeOf(spec, documents);
  const identity = createHash("sha256").update(`${spec.rule} ${spec.path} ${index}`).digest("hex").slice(0, 32);
  const { fix } = spec;
  return {
    rule: spec.rule,
    severity: spec.severity ?? "warn",
    messageId: "found",
    message: spec.message,
    data: {},
    path: spec.path,
    url: spec.url ?? null,
    subject: spec.subject ?? null,
    range,
    related: (spec.related ?? []).map((place): Related => ({
      path: place.path,
      range: rangeOf(place, documents),
      message: place.message,
    })),
    group: spec.group ?? null,
    fix:
      fix === undefined
        ? null
        : { safety: fix.safety ?? "safe", description: fix.description, edits: [{ range, text: fix.text }] },
    fingerprint: spec.fingerprint ?? `v1:${identity}`,
    key: spec.mark,
    context: identity.slice(0, 16),
    status: spec.status ?? "active",
    statusReason: spec.statusReason ?? null,
  };
}

function rangeOf({ path, mark, until, nth = 1 }: PlaceSpec, documents: ReportSpec["documents"]): Range {
  const text = documents[path] ?? "";
  let start = text.indexOf(mark);
  for (let count = 1; count < nth; count++) start = text.indexOf(mark, start + 1);
  if (start < 0) throw new Error(`"${mark}" is not in ${path}`);
  const last = until === undefined ? start : text.indexOf(until, start);
  if (last < 0) throw new Error(`"${until}" is not behind "${mark}" in ${path}`);
  return indexLines(text).range({ start, end: last + (until ?? mark).length });
}

const rulesOf = ({ findings, quietRules = [] }: ReportSpec): Report["rules"] =>
  Object.fromEntries(
    [...new Set([...findings.map(({ rule }) => rule), ...quietRules])].toSorted().map((rule) => [
      rule,
      {
        url: `https://standfirst.dev/rules/${rule}`,
        summary: `Keep ${rule.replace("/", " ")} as it should be.`,
        severity: findings.find((finding) => finding.rule === rule)?.severity ?? "warn",
        presets: ["recommended" as const],
      },
    ]),
  );

function groupsOf(findings: readonly Finding[]): Report["groups"] {
  const groups: Record<string, { rule: string; key: string; size: number }> = {};
  for (const { group, rule } of findings) {
    if (group === null) continue;
    groups[group] = { rule, key: group, size: (groups[group]?.size ?? 0) + 1 };
  }
  return groups;
}
