import { projectUrl } from "#model/project";
import type { Finding, Report } from "#model/report";
import { plural } from "#text/wording";
import { activeFindings, errorLines, worstFirst } from "./findings.ts";
import { printable } from "#text/printable";
import { toJson } from "./json-text.ts";
import type { ReportContext, Reporter } from "./reporter.ts";
import { repositoryPath } from "./repository-path.ts";
import { resultsOf } from "./sarif-results.ts";
import { describeRules } from "./sarif-rules.ts";

/** Results that GitHub takes in one run; with more it refuses the upload. */
const mostResults = 25_000;
/** GitHub refuses uploads above 10 MB after gzip. */
const mostBytes = 10_000_000;

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** SARIF 2.1.0, made for GitHub code scanning. */
export const sarif: Reporter = (report, context) => {
  const { includeSuppressed, gzipSize } = context;
  const wanted = includeSuppressed ? report.findings : activeFindings(report);
  const inside = wanted.filter(({ path }) => repositoryPath(report, path) !== undefined);
  const outside = wanted.length - inside.length;

  let kept = worst(inside, mostResults);
  let output = logOf(report, context, kept, inside.length, outside);
  for (let size = sizeOf(output, gzipSize); size > mostBytes && kept.length > 0; size = sizeOf(output, gzipSize)) {
    kept = worst(kept, Math.floor(Math.min(kept.length - 1, (kept.length * mostBytes * 0.95) / size)));
    output = logOf(report, context, kept, inside.length, outside);
  }
  return { output, notices: noticesOf(inside.length, kept.length, outside) };
};

/** The most severe findings, in the report's order. */
function worst(findings: readonly Finding[], count: number): readonly Finding[] {
  if (findings.length <= count) return findings;
  const chosen = new Set(worstFirst(findings).slice(0, count));
  return findings.filter((finding) => chosen.has(finding));
}

/** Bytes after gzip. Text that is small enough as it is need not be packed: gzip adds little to what it can't shrink. */
const sizeOf = (text: string, gzipSize: ReportContext["gzipSize"]) =>
  text.length * 3 < mostBytes ? 0 : gzipSize(text);

function logOf(report: Report, context: ReportContext, kept: readonly Finding[], total: number, outside: number) {
  const { sarifCategory } = context;
  const rules = describeRules(report, context);
  const run = {
    tool: {
      driver: {
        name: "standfirst",
        fullName: `Standfirst ${report.tool.version}`,
        version: report.tool.version,
        semanticVersion: report.tool.version,
        informationUri: projectUrl,
        rules,
      },
    },
    ...(sarifCategory === undefined ? {} : { automationDetails: { id: `${sarifCategory.replace(/\/+$/, "")}/` } }),
    invocations: [{ executionSuccessful: report.run.complete, ...notificationsOf(report, outside) }],
    columnKind: "utf16CodeUnits",
    results: resultsOf(report, context, kept, rules),
    ...(kept.length < total ? { properties: { findings: total, omittedFindings: total - kept.length } } : {}),
  };
  return toJson({ $schema: schema, version: "2.1.0", runs: [run] });
}

function notificationsOf(report: Report, outside: number) {
  const notifications = [
    ...(outside === 0 ? [] : [{ level: "note", message: { text: outsideText(outside) } }]),
    ...errorLines(report).map((line) => ({ level: "error", message: { text: printable(line) } })),
  ];
  return notifications.length === 0 ? {} : { toolExecutionNotifications: notifications };
}

const outsideText = (count: number) =>
  `${plural(count, "finding")} outside of the repository ${count === 1 ? "is" : "are"} not among the results.`;

function noticesOf(total: number, kept: number, outside: number): string[] {
  const cut = `SARIF: GitHub's limits leave room for ${kept.toLocaleString("en-US")} of ${plural(total, "finding")}; the mildest are left out.`;
  return [...(outside === 0 ? [] : [`SARIF: ${outsideText(outside)}`]), ...(kept === total ? [] : [cut])];
}
