import type { Finding, Report } from "#model/report";
import { printable } from "#text/printable";
import { plural } from "#text/wording";
import {
  activeFindings,
  countBySeverity,
  countRules,
  errorLines,
  readingWords,
  severityWords,
  worstFirst,
} from "./findings.ts";
import type { Reporter } from "./reporter.ts";

/** GitHub drops a job summary above 1,024 KB whole. Bytes of UTF-8. */
const mostBytes = 900_000;
/** Longer tables are folded, so that what stands below them in the summary stays in sight. */
const mostRowsOpen = 50;

/** Headline, counts by rule and a table of the findings, the worst first: for a job summary or a comment. */
export const markdown: Reporter = (report) => {
  const findings = worstFirst(activeFindings(report));
  const head = [...headline(report), ...runErrors(report), ...ruleTable(report, findings)].join("\n");
  const { rows, left } = rowsWithin(findings, report, mostBytes - byteLength(head) - 1_000);
  const cut = left === 0 ? [] : ["", `${plural(left, "more finding")} not shown: the summary is at its limit of size.`];
  const output = `${[head, ...findingTable(rows, findings.length), ...cut].join("\n")}\n`;
  return {
    output,
    notices: left === 0 ? [] : [`The Markdown report leaves out ${plural(left, "finding")} to stay below 900 KB.`],
  };
};

function headline(report: Report): string[] {
  const { summary, gate } = report;
  const gateLine = gate.passed ? [] : ["", `**The gate failed:** ${gate.reasons.map(escapeMarkdown).join("; ")}.`];
  return [`## Standfirst: ${countBySeverity(summary).toLowerCase()}`, "", `${details(report)}.`, ...gateLine];
}

function details(report: Report): string {
  const { fixable, suppressed, baselined } = report.summary;
  const parts = [
    `Read ${readingWords(report)}`,
    ...(fixable.safe + fixable.unsafe > 0 ? [`${fixable.safe + fixable.unsafe} fixable`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(baselined > 0 ? [`${baselined} baselined`] : []),
  ];
  return parts.join(", ");
}

const runErrors = (report: Report): string[] =>
  report.errors.length === 0
    ? []
    : [
        "",
        "**The run could not do its whole job:**",
        "",
        ...errorLines(report).map((line) => `- ${escapeMarkdown(line)}`),
      ];

function ruleTable(report: Report, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const rows = countRules(findings).map(
    ({ rule, severity, count }) => `| ${severityWords[severity]} | ${ruleLink(rule, report)} | ${count} |`,
  );
  return ["", "| Severity | Rule | Findings |", "| --- | --- | ---: |", ...rows];
}

/** As many rows as fit, and how many findings are left. */
function rowsWithin(findings: readonly Finding[], report: Report, bytes: number) {
  const rows: string[] = [];
  let room = bytes;
  for (const finding of findings) {
    const row = rowOf(finding, report);
    room -= byteLength(row) + 1;
    if (room < 0) break;
    rows.push(row);
  }
  return { rows, left: findings.length - rows.length };
}

function rowOf({ severity, path, range, message, rule }: Finding, report: Report): string {
  const place = `${escapeMarkdown(path)}:${range.start.line}:${range.start.column}`;
  return `| ${severityWords[severity]} | ${place} | ${escapeMarkdown(message)} | ${ruleLink(rule, report)} |`;
}

function findingTable(rows: readonly string[], total: number): string[] {
  if (total === 0) return [];
  const table = ["| Severity | Place | Message | Rule |", "| --- | --- | --- | --- |", ...rows];
  if (rows.length <= mostRowsOpen) return ["", ...table];
  return ["", "<details>", `<summary>${plural(rows.length, "finding")}</summary>`, "", ...table, "", "</details>"];
}

function ruleLink(rule: string, { rules }: Report): string {
  const url = rules[rule]?.url ?? "";
  return /^https:\/\/[!-'*-~]+$/.test(url) ? `[${escapeMarkdown(rule)}](${url})` : escapeMarkdown(rule);
}

/**
 * Text that Markdown shows as it is: no mark-up, no HTML, and none of what GitHub makes of plain text by itself. It looks
 * for addresses, mentions, issue numbers and `:emoji:` after the mark-up is read, so an empty comment parts what would
 * match; an escape would not.
 */
const escapeMarkdown = (text: string) =>
  printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_[\]~|]/g, String.raw`\$&`)
    .replace(/@|#(?=\d)|:(?=[\w+-]+:|\/\/)|www(?=\.)/gi, "$&<!-- -->");

const encoder = new TextEncoder();
const byteLength = (text: string) => encoder.encode(text).length;
