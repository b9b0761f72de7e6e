import { projectUrl } from "#model/project";
import type { Finding } from "#model/report";
import type { Severity } from "#model/severity";
import type { Position, Range } from "#model/span";
import { printable } from "#text/printable";
import { rememberingLast } from "#text/remember";
import { utf8Offsets } from "#text/utf8";
import { activeFindings } from "./findings.ts";
import { toJson } from "./json-text.ts";
import { linesOf, type LineFinder } from "./place.ts";
import { whole, type Reporter } from "./reporter.ts";

const severities = { error: "ERROR", warn: "WARNING", info: "INFO" } as const satisfies Record<Severity, string>;

/**
 * Reviewdog's diagnostic format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf (read 2026-07-01).
 * Columns are bytes of UTF-8; where the text is not at hand a place has only lines.
 */
export const rdjson: Reporter = (report, { text, hasByteOrderMark }) => {
  const lines = linesOf({ text });
  const rangesIn = rememberingLast((path: string) => byteRanges(lines(path), hasByteOrderMark?.(path) ?? false));
  const diagnostics = activeFindings(report).map((finding) => {
    const rangeOf = rangesIn(finding.path);
    const url = report.rules[finding.rule]?.url;
    return {
      message: printable(finding.message),
      location: { path: finding.path, range: rangeOf(finding.range) },
      severity: severities[finding.severity],
      code: { value: finding.rule, ...(url === undefined ? {} : { url }) },
      ...suggestionsOf(finding, rangeOf),
    };
  });
  return whole(toJson({ source: { name: "standfirst", url: projectUrl }, diagnostics }));
};

/**
 * Reviewdog reads each suggestion as a way to mend the whole problem, so a fix of several edits is none. Without columns
 * a suggestion would replace whole lines.
 */
function suggestionsOf({ fix }: Finding, rangeOf: (range: Range) => ReturnType<ReturnType<typeof byteRanges>>) {
  const [edit, ...others] = fix?.edits ?? [];
  if (edit === undefined || others.length > 0) return {};
  const range = rangeOf(edit.range);
  return "column" in range.start && "column" in range.end ? { suggestions: [{ range, text: edit.text }] } : {};
}

function byteRanges(lines: ReturnType<LineFinder>, hasMark: boolean) {
  const offsetsIn = rememberingLast((line: number) => {
    const content = lines?.line(line);
    return content === undefined ? undefined : utf8Offsets(content);
  });
  const positionOf = ({ line, column }: Position) => {
    const bytesBefore = offsetsIn(line);
    if (bytesBefore === undefined) return { line };
    return { line, column: bytesBefore(column - 1) + 1 + (hasMark && line === 1 ? markBytes : 0) };
  };
  return ({ start, end }: Range) => ({ start: positionOf(start), end: positionOf(end) });
}

/** Bytes of a byte order mark in UTF-8. */
const markBytes = 3;
