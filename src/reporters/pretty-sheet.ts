import type { Finding, Report } from "#model/report";
import { displayWidth } from "#text/display-width";
import { printable } from "#text/printable";
import { severityWords } from "./findings.ts";
import type { LineFinder } from "./place.ts";
import type { Style } from "./pretty-style.ts";
import type { ReportContext } from "./reporter.ts";

/** What all parts of one pretty report share. */
export interface Sheet {
  readonly report: Report;
  readonly context: ReportContext;
  readonly style: Style;
  readonly layout: Layout;
  readonly lines: LineFinder;
  /** How many findings of each group have been shown so far. */
  readonly ordinals: Map<string, number>;
}

/** Columns of the report, in columns of the terminal. */
export interface Layout {
  readonly position: number;
  /** Where messages start. */
  readonly indent: number;
  /** Width of the whole report; Infinity where the output is not a terminal. */
  readonly total: number;
  /** Width of the messages where rules stand in a column behind them; undefined where there is no room for one. */
  readonly message: number | undefined;
}

export const margin = "  ";
const severityWidth = displayWidth(severityWords.warn);
/** A terminal that is narrower than this breaks the lines itself. */
const leastWidth = 40;
/** Below this width a column of messages is too ragged to read, unless all of them fit. */
const leastMessage = 48;
/** One long message must not push the rules of all the others out of sight. */
const mostMessage = 100;

/** Measures what is shown, so that all documents of a report are aligned with each other. */
export function layoutOf(findings: readonly Finding[], { width = Infinity }: ReportContext): Layout {
  const widest = (measure: (finding: Finding) => number) =>
    findings.reduce((most, finding) => Math.max(most, measure(finding)), 0);
  const total = Math.max(width, leastWidth);
  const position = widest((finding) => placeText(finding).length);
  const indent = margin.length + position + 2 + severityWidth + 2;
  const room = total - indent - 2 - widest(({ rule }) => rule.length);
  const longest = Math.min(
    mostMessage,
    widest(({ message }) => displayWidth(printable(message))),
  );
  return {
    position,
    indent,
    total,
    message: room < Math.min(leastMessage, longest) ? undefined : Math.min(room, longest),
  };
}

const placeText = ({ range }: Finding) => `${range.start.line}:${range.start.column}`;

/** Name of a document, above its findings. */
export function pathHeading(path: string, { style, context }: Sheet): string {
  const top = { line: 1, column: 1, offset: 0 };
  return style.link(style.path(printable(path)), context.link?.(path, top));
}

/** The start of a finding's line, up to where its message starts. */
export function leadIn(finding: Finding, { style, layout, context }: Sheet): string {
  const place = placeText(finding);
  const linked = style.link(style.faint(place), context.link?.(finding.path, finding.range.start));
  const word = severityWords[finding.severity];
  const painted = style.severity[finding.severity](word);
  return `${margin}${linked}${" ".repeat(layout.position - place.length)}  ${painted}${" ".repeat(severityWidth - word.length)}  `;
}

/** A rule's id, linked to its doc. */
export const ruleName = (rule: string, { style, report }: Sheet) =>
  style.link(style.faint(rule), report.rules[rule]?.url);

/** "2 of 5 with one cause" for a finding that shares its cause with others; empty for any other. */
export function groupWords({ group }: Finding, { report, ordinals }: Sheet): string {
  const size = group === null ? undefined : report.groups[group]?.size;
  if (group === null || size === undefined) return "";
  const ordinal = (ordinals.get(group) ?? 0) + 1;
  ordinals.set(group, ordinal);
  return `${ordinal} of ${size} with one cause`;
}
