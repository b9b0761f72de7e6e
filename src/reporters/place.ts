import type { Range } from "#model/span";
import { indexLines, type LineIndex } from "#text/lines";
import { rememberingLast } from "#text/remember";
import type { ReportContext } from "./reporter.ts";

/** A document's text, and where its lines are. */
export interface DocumentLines extends Pick<LineIndex, "line" | "position"> {
  readonly text: string;
}

/** Gives the lines of a document; undefined where its text is not at hand. */
export type LineFinder = (path: string) => DocumentLines | undefined;

/** Looks up the lines of documents, and keeps those of the last one. */
export const linesOf = ({ text }: Pick<ReportContext, "text">): LineFinder =>
  rememberingLast((path: string) => {
    const content = text(path);
    if (content === undefined) return undefined;
    const { line, position } = indexLines(content);
    // The line asked for last is kept too: an index in JSON may have thousands of findings on its only line.
    return { text: content, position, line: rememberingLast(line) };
  });

/**
 * A range that ends with its last line and not at the start of the next one: GitHub shows an annotation on a pull
 * request only where all lines of the range are part of the diff.
 */
export function snugRange({ start, end }: Range, path: string, lines: LineFinder): Range {
  if (end.column !== 1 || end.line <= start.line) return { start, end };
  const document = lines(path);
  const last = document?.line(end.line - 1);
  if (document === undefined || last === undefined) return { start, end };
  const ending = document.text.startsWith("\r\n", end.offset - 2) ? 2 : 1;
  return { start, end: { line: end.line - 1, column: last.length + 1, offset: end.offset - ending } };
}
