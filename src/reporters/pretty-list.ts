import type { Finding } from "#model/report";
import { displayWidth, wrapText } from "#text/display-width";
import { printable } from "#text/printable";
import { groupWords, leadIn, margin, ruleName, type Sheet } from "./pretty-sheet.ts";
import { windowAround } from "./source-window.ts";

/** Width of a post's title where the output is not a terminal. */
const usualWidth = 100;

/** The findings of a document as rows: `line:col  severity  message  rule`, by post where it speaks of several. */
export function listedFindings(findings: readonly Finding[], sheet: Sheet): string[] {
  const hasPosts = new Set(findings.map(({ subject }) => subject)).size > 1;
  return findings.flatMap((finding, index) => {
    const isNewPost = hasPosts && finding.subject !== findings[index - 1]?.subject;
    return [...(isNewPost ? postHeading(finding, sheet) : []), ...rowOf(finding, sheet)];
  });
}

function postHeading({ subject }: Finding, { style, layout }: Sheet): string[] {
  const width = Math.min(layout.total, usualWidth) - margin.length;
  const title = subject ?? "no title";
  return [margin + style.strong(windowAround(title, 0, 0, width).after)];
}

function rowOf(finding: Finding, sheet: Sheet): string[] {
  const { total, message: width, indent } = sheet.layout;
  const group = groupWords(finding, sheet);
  const message = printable(finding.message) + (group === "" ? "" : ` (${group})`);
  const rule = ruleName(finding.rule, sheet);

  // Off the terminal nothing is broken, so that a search finds whole messages.
  const lines = wrapText(message, total === Infinity ? Infinity : (width ?? total - indent));
  const ruleColumn = width ?? total - indent - 2 - finding.rule.length;
  const at = width === undefined ? lines.length - 1 : 0;
  const rows = lines.flatMap((line, index) => {
    if (index !== at) return line;
    const gap = ruleColumn - displayWidth(line);
    if (gap < 0 && width === undefined) return [line, `${" ".repeat(ruleColumn + 2)}${rule}`];
    return `${line}${" ".repeat(Math.max(0, gap) + 2)}${rule}`;
  });
  return rows.map((row, index) => (index === 0 ? leadIn(finding, sheet) : " ".repeat(indent)) + row);
}
