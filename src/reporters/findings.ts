import type { Finding, Report } from "#model/report";
import { severities, type Severity } from "#model/severity";
import { compareStrings } from "#text/compare";
import { plural } from "#text/wording";

/** A severity as people and most tools write it. */
export const severityWords = { error: "error", warn: "warning", info: "info" } as const satisfies Record<
  Severity,
  string
>;

/** Findings that count: neither suppressed nor in the baseline. */
export const activeFindings = ({ findings }: Report): readonly Finding[] =>
  findings.filter(({ status }) => status === "active");

/** Findings with the worst first, and in the report's order within a severity. */
export const worstFirst = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));

/** A rule, how many findings it has, and the severity of the worst of them. */
export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

/** Counts findings by rule: the worst rules first, then those with the most findings. */
export function countRules(findings: readonly Finding[]): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { rule, severity } of worstFirst(findings)) {
    const known = counts.get(rule);
    counts.set(rule, { rule, severity: known?.severity ?? severity, count: (known?.count ?? 0) + 1 });
  }
  const rank = ({ severity }: RuleCount) => severities.indexOf(severity);
  return [...counts.values()].toSorted(
    (a, b) => rank(b) - rank(a) || b.count - a.count || compareStrings(a.rule, b.rule),
  );
}

/** "1 error, 12 warnings, 3 infos"; severities without findings are left out. "No findings" where there are none. */
export function countBySeverity({ error, warn, info }: Pick<Report["summary"], Severity>): string {
  const parts = [
    ...(error > 0 ? [plural(error, "error")] : []),
    ...(warn > 0 ? [plural(warn, "warning")] : []),
    ...(info > 0 ? [plural(info, "info")] : []),
  ];
  return parts.length === 0 ? "No findings" : parts.join(", ");
}

/** "90 entries of 3 documents": how much a run has read. */
export const readingWords = ({ run }: Report) =>
  `${plural(run.entries, "entry", "entries")} of ${plural(run.documents, "document")}`;

/** What kept the run from doing its whole job, as one line for each error. */
export const errorLines = ({ errors }: Report) =>
  errors.map(({ code, rule, path, message }) => `${code} (${rule}${path === null ? "" : ` in ${path}`}): ${message}`);
