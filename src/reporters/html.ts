import type { Finding, Report } from "#model/report";
import { severities } from "#model/severity";
import { byKey } from "#text/groups";
import {
  activeFindings,
  countBySeverity,
  countRules,
  errorLines,
  readingWords,
  severityWords,
  type RuleCount,
} from "./findings.ts";
import { script, scriptHash, style } from "./html-assets.ts";
import { linesOf, snugRange, type LineFinder } from "./place.ts";
import { whole, type Reporter } from "./reporter.ts";
import { windowAround } from "./source-window.ts";
import { escapeMarkup } from "./xml.ts";

/** Columns of a source line that are shown around a place. */
const frameWidth = 160;
/** Related places that are named below a finding. */
const mostRelated = 5;

/** A page for people that needs nothing beside it: findings by document with their source, to be filtered in the browser. */
export const html: Reporter = (report, context) => {
  const findings = activeFindings(report);
  const lines = linesOf(context);
  const documents = [...byKey(findings, ({ path }) => path)].map(([path, own]) => documentOf(path, own, report, lines));
  const counts = countRules(findings);
  const body = [
    ...headOf(report),
    ...(findings.length > 0 ? [formOf(counts), ruleTable(counts, report)] : []),
    ...documents,
  ];
  return whole(pageOf(body.join("\n")));
};

const pageOf = (body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '${scriptHash}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Standfirst</title>
<style>${style}</style>
</head>
<body>
${body}
<script>${script}</script>
</body>
</html>
`;

function headOf(report: Report): string[] {
  const { summary, gate } = report;
  const { suppressed, baselined, fixable } = summary;
  const more = [
    ...(fixable.safe > 0 ? [`${fixable.safe} fixable with --fix`] : []),
    ...(fixable.unsafe > 0 ? [`${fixable.unsafe} with --fix --unsafe`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(baselined > 0 ? [`${baselined} baselined`] : []),
  ];
  const state = gate.passed ? "The gate passed." : `The gate failed: ${gate.reasons.join("; ")}.`;
  return [
    `<h1>Standfirst: ${escapeMarkup(countBySeverity(summary).toLowerCase())}</h1>`,
    `<p>${escapeMarkup([`Read ${readingWords(report)}`, ...more].join(" · "))}</p>`,
    `<p class="gate${gate.passed ? "" : " failed"}">${escapeMarkup(state)}</p>`,
    ...errorLines(report).map((line) => `<p class="failed">${escapeMarkup(line)}</p>`),
  ];
}

// Hidden until the script runs: without it the boxes would do nothing.
const formOf = (counts: readonly RuleCount[]) => `<form hidden>
<input type="search" name="words" placeholder="Words of a message, a path, a rule" aria-label="Filter">
${severities
  .toReversed()
  .map((one) => `<label class="${one}"><input type="checkbox" name="${one}" checked> ${severityWords[one]}</label>`)
  .join("\n")}
<select name="rule" aria-label="Rule">
<option value="">All rules</option>
${counts.map(({ rule, count }) => `<option value="${escapeMarkup(rule)}">${escapeMarkup(rule)} (${count})</option>`).join("\n")}
</select>
<output></output>
</form>`;

const ruleTable = (counts: readonly RuleCount[], { rules }: Report) => `<details>
<summary>Findings by rule</summary>
<table>
<tr><th>Severity</th><th>Rule</th><th>What it asks for</th><th>Findings</th></tr>
${counts
  .map(
    ({ rule, severity, count }) =>
      `<tr><td class="${severity}">${severityWords[severity]}</td><td>${ruleLink(rule, rules)}</td><td>${escapeMarkup(rules[rule]?.summary ?? "")}</td><td><button type="button" data-rule="${escapeMarkup(rule)}">${count}</button></td></tr>`,
  )
  .join("\n")}
</table>
</details>`;

function documentOf(path: string, findings: readonly Finding[], report: Report, lines: LineFinder): string {
  const items = findings.map((finding, index) => findingOf(finding, findings[index - 1]?.subject, report, lines));
  return `<section data-path="${escapeMarkup(path)}">\n<h2>${escapeMarkup(path)}</h2>\n<ol>\n${items.join("\n")}\n</ol>\n</section>`;
}

function findingOf(
  finding: Finding,
  subjectBefore: string | null | undefined,
  { rules, groups }: Report,
  lines: LineFinder,
): string {
  const { rule, severity, range, message, subject, related, fix, group } = finding;
  const size = group === null ? 0 : (groups[group]?.size ?? 0);
  const others = related.slice(0, mostRelated).map((one) => `${one.message}: ${one.path}:${one.range.start.line}`);
  const notes = [
    ...(subject === null || subject === subjectBefore ? [] : [`in “${subject}”`]),
    ...(size > 1 ? [`one of ${size} with the same cause`] : []),
    ...others,
    ...(related.length > mostRelated ? [`and ${related.length - mostRelated} more places`] : []),
    ...(fix === null ? [] : [`Fix: ${fix.description}${fix.safety === "safe" ? "" : " (--unsafe)"}`]),
  ];
  return `<li class="finding" data-rule="${escapeMarkup(rule)}" data-severity="${severity}">
<p><span class="place">${range.start.line}:${range.start.column}</span> <span class="severity ${severity}">${severityWords[severity]}</span> ${escapeMarkup(message)} <span class="rule">${ruleLink(rule, rules)}</span></p>
${frameOf(finding, lines)}${notes.map((note) => `<p class="note">${escapeMarkup(note)}</p>`).join("")}</li>`;
}

function frameOf(finding: Finding, lines: LineFinder): string {
  const { start, end } = snugRange(finding.range, finding.path, lines);
  const line = lines(finding.path)?.line(start.line);
  if (line === undefined || line.trim() === "") return "";
  const to = end.line > start.line ? line.length : end.column - 1;
  const { before, marked, after } = windowAround(line, start.column - 1, to, frameWidth);
  return `<pre>${escapeMarkup(before)}<mark>${escapeMarkup(marked)}</mark>${escapeMarkup(after)}</pre>`;
}

function ruleLink(rule: string, rules: Report["rules"]): string {
  const url = rules[rule]?.url ?? "";
  return /^https:\/\/[!-~]+$/.test(url)
    ? `<a href="${escapeMarkup(url)}">${escapeMarkup(rule)}</a>`
    : escapeMarkup(rule);
}
