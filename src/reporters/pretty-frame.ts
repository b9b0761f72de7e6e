import type { Finding, Related } from "#model/report";
import { displayWidth, wrapText } from "#text/display-width";
import { printable } from "#text/printable";
import { excerpt } from "#text/wording";
import { snugRange } from "./place.ts";
import { groupWords, leadIn, margin, ruleName, type Sheet } from "./pretty-sheet.ts";
import { windowAround } from "./source-window.ts";

/** Width of a frame where the output is not a terminal. */
const usualWidth = 100;
/** Related places that are named below a frame; `--full` names all. */
const mostRelated = 3;

/** The findings of a document, each with its line, a mark below the place, and what else there is to say of it. */
export const framedFindings = (findings: readonly Finding[], sheet: Sheet): string[] =>
  findings.flatMap((finding, index) => {
    const isNewPost = finding.subject !== findings[index - 1]?.subject;
    const notes = [...(isNewPost ? postOf(finding, sheet) : []), ...notesOf(finding, sheet)];
    return [
      ...headOf(finding, sheet),
      ...frame(finding, sheet),
      ...notes.flatMap((text) => noteLines(printable(text), sheet)),
      "",
    ];
  });

/** A finding's line, broken where it must be, with its rule behind the message. */
function headOf(finding: Finding, sheet: Sheet): string[] {
  const { indent, total } = sheet.layout;
  const lines = wrapText(printable(finding.message), total - indent);
  const last = lines.at(-1) ?? "";
  const rule = ruleName(finding.rule, sheet);
  const fits = indent + displayWidth(last) + 2 + finding.rule.length <= total;
  const all = fits ? [...lines.slice(0, -1), `${last}  ${rule}`] : [...lines, rule];
  return all.map((line, index) => (index === 0 ? leadIn(finding, sheet) : " ".repeat(indent)) + line);
}

/** Where the bar between line numbers and source stands. */
const gutterWidth = ({ layout }: Sheet) => margin.length + layout.position + 1;

function frame(finding: Finding, sheet: Sheet): string[] {
  const { start, end } = snugRange(finding.range, finding.path, sheet.lines);
  const line = sheet.lines(finding.path)?.line(start.line);
  if (line === undefined) return [];

  const { style, layout } = sheet;
  const gutter = gutterWidth(sheet);
  const isLong = end.line > start.line;
  const more = isLong ? ` to line ${end.line}` : "";
  const room = (layout.total === Infinity ? usualWidth : layout.total) - gutter - 2 - more.length;
  const to = isLong ? line.length : end.column - 1;
  const { before, marked, after } = windowAround(line, start.column - 1, to, room);
  const paint = style.severity[finding.severity];
  const mark = paint("^".repeat(Math.max(1, displayWidth(marked))));
  const bar = style.faint("│");
  return [
    `${style.faint(String(start.line).padStart(gutter - 1))} ${bar} ${before}${paint(marked)}${after}`,
    `${" ".repeat(gutter)}${bar} ${" ".repeat(displayWidth(before))}${mark}${style.faint(more)}`,
  ];
}

/** What stands below a frame: the cause that it shares, related places, and a way to mend it. */
function notesOf(finding: Finding, sheet: Sheet): string[] {
  const shown = sheet.context.full ? finding.related : finding.related.slice(0, mostRelated);
  const left = finding.related.length - shown.length;
  const group = groupWords(finding, sheet);
  return [
    ...(group === "" ? [] : [group]),
    ...shown.map(relatedText),
    ...(left === 0 ? [] : [`and ${left} more; --full names them`]),
    ...fixOf(finding),
  ];
}

/** The post's title, unless the marked line shows it. */
function postOf({ subject, path, range }: Finding, { lines }: Sheet): string[] {
  if (subject === null) return [];
  const line = lines(path)?.line(range.start.line);
  return line?.includes(subject) ? [] : [`in “${excerpt(subject)}”`];
}

const relatedText = ({ path, range, message }: Related) =>
  `${path}:${range.start.line}:${range.start.column} ${message}`;

const fixOf = ({ fix }: Finding): string[] =>
  fix === null ? [] : [`fix (${fix.safety === "safe" ? "--fix" : "--fix --unsafe"}): ${fix.description}`];

function noteLines(text: string, sheet: Sheet): string[] {
  const { style, layout } = sheet;
  const indent = " ".repeat(gutterWidth(sheet));
  const [first = "", ...rest] = wrapText(text, layout.total - indent.length - 2);
  return [`${indent}${style.faint("=")} ${first}`, ...rest.map((line) => `${indent}  ${line}`)];
}
