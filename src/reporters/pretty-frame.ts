import type { Finding, Related } from "#model/report";
import { displayWidth, wrapText } from "#text/display-width";
import { printable } from "#text/printable";
import { excerpt } from "#text/wording";
import { flowing } from "./pretty-list.ts";
import { groupWords, margin, ruleName, type Sheet } from "./pretty-sheet.ts";
import { windowAround } from "./source-window.ts";

/** Width of a frame where the output is not a terminal. */
const usualWidth = 100;
/** Related places that are named below a frame; `--full` names all. */
const mostRelated = 3;

/** A finding with the line that it is about, a mark below the place, and what else there is to say of it. */
export function framedFinding(finding: Finding, sheet: Sheet): string[] {
  const head = flowing(finding, sheet, ruleName(finding.rule, sheet), finding.rule.length);
  return [...head, ...frame(finding, sheet), ...notes(finding, sheet), ""];
}

/** Where the bar between line numbers and source stands. */
const gutterWidth = ({ layout }: Sheet) => margin.length + layout.position + 1;

function frame(finding: Finding, sheet: Sheet): string[] {
  const { start, end } = finding.range;
  const line = sheet.lines(finding.path)?.line(start.line);
  if (line === undefined) return [];

  const { style, layout } = sheet;
  const gutter = gutterWidth(sheet);
  const room = (layout.total === Infinity ? usualWidth : layout.total) - gutter - 2;
  const to = end.line > start.line ? line.length : end.column - 1;
  const { before, marked, after } = windowAround(line, start.column - 1, to, room);
  const paint = style.severity[finding.severity];
  const mark = paint("^".repeat(Math.max(1, displayWidth(marked))));
  const more = end.line > start.line ? style.faint(` to line ${end.line}`) : "";
  const bar = style.faint("│");
  return [
    `${style.faint(String(start.line).padStart(gutter - 1))} ${bar} ${before}${paint(marked)}${after}`,
    `${" ".repeat(gutter)}${bar} ${" ".repeat(displayWidth(before))}${mark}${more}`,
  ];
}

/** What stands below a frame: the post, the cause that it shares, related places, and a way to mend it. */
function notes(finding: Finding, sheet: Sheet): string[] {
  const shown = sheet.context.full ? finding.related : finding.related.slice(0, mostRelated);
  const left = finding.related.length - shown.length;
  const group = groupWords(finding, sheet);
  const texts = [
    ...postOf(finding, sheet),
    ...(group === "" ? [] : [group]),
    ...shown.map(relatedText),
    ...(left === 0 ? [] : [`and ${left} more; --full names them`]),
    ...fixOf(finding),
  ];
  return texts.flatMap((text) => noteLines(printable(text), sheet));
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
