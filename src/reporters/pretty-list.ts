import type { Finding } from "#model/report";
import { displayWidth, wrapText } from "#text/display-width";
import { printable } from "#text/printable";
import { groupWords, leadIn, ruleName, type Sheet } from "./pretty-sheet.ts";

/** A finding as a row of a list: `line:col  severity  message  rule`. */
export function listedFinding(finding: Finding, sheet: Sheet): string[] {
  const { layout, style } = sheet;
  const group = groupWords(finding, sheet);
  const rule = ruleName(finding.rule, sheet) + (group === "" ? "" : style.faint(` (${group})`));
  if (layout.message === undefined) return flowing(finding, sheet, rule, finding.rule.length + group.length + 3);

  // Off the terminal nothing is broken, so that a search finds whole messages.
  const width = layout.total === Infinity ? Infinity : layout.message;
  const [first = "", ...rest] = wrapText(printable(finding.message), width);
  const padding = " ".repeat(Math.max(0, layout.message - displayWidth(first)));
  return [
    `${leadIn(finding, sheet)}${first}${padding}  ${rule}`,
    ...rest.map((line) => " ".repeat(layout.indent) + line),
  ];
}

/**
 * A finding whose rule follows its message.
 *
 * @param tail what stands behind the message, painted
 * @param tailWidth its columns
 */
export function flowing(finding: Finding, sheet: Sheet, tail: string, tailWidth: number): string[] {
  const { indent, total } = sheet.layout;
  const lines = wrapText(printable(finding.message), total - indent);
  const last = lines.at(-1) ?? "";
  const fits = indent + displayWidth(last) + 2 + tailWidth <= total;
  const all = fits ? [...lines.slice(0, -1), `${last}  ${tail}`] : [...lines, tail];
  return all.map((line, index) => (index === 0 ? leadIn(finding, sheet) : " ".repeat(indent)) + line);
}
