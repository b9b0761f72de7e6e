import type { Position, Range, Span } from "#model/span";
import { decodeNumbers, encodeNumbers } from "./number-code.ts";

/** Finds lines and columns in one text. A line ends with LF, CRLF or a lone CR. */
export interface LineIndex {
  position(offset: number): Position;
  range(span: Span): Range;
  /** Text of a line, counted from 1, without its line ending; undefined outside of the text. */
  line(number: number): string | undefined;
}

const lineEnding = /\r\n?|\n/g;

/** Reads a text once and answers any number of questions about its lines, each in logarithmic time. */
export function indexLines(text: string): LineIndex {
  const starts = lineStarts(text);
  return {
    ...places(starts, text.length),
    line(number) {
      const start = starts[number - 1];
      if (start === undefined) return undefined;
      return text.slice(start, starts[number] ?? text.length).replace(/[\r\n]+$/, "");
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(lineEnding)) starts.push(match.index + match[0].length);
  return starts;
}

/** Positions in a text of which only the line starts and the length are known. */
function places(starts: readonly number[], length: number): Pick<LineIndex, "position" | "range"> {
  const position = (offset: number): Position => {
    const inside = Math.max(0, Math.min(offset, length));
    const line = lastAtMost(starts, inside);
    return { line: line + 1, column: inside - (starts[line] ?? 0) + 1, offset: inside };
  };
  return { position, range: ({ start, end }) => ({ start: position(start), end: position(Math.max(start, end)) }) };
}

/**
 * The lengths of a text's lines as a short string, about two characters a line. With it a document's places can be told
 * without its text.
 */
export function encodeLines(text: string): string {
  const starts = lineStarts(text);
  return encodeNumbers(starts.map((start, index) => (starts[index + 1] ?? text.length) - start));
}

/** Positions in the text that an encoding was made from. */
export function decodeLines(code: string): Pick<LineIndex, "position" | "range"> {
  const starts = [0];
  let end = 0;
  for (const length of decodeNumbers(code)) starts.push((end += length));
  starts.pop();
  return places(starts, end);
}

/** Index of the last element that is not above `value`, in an ascending list whose first element is not. */
function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
