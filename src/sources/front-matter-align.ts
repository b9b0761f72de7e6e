import type { TextStyle } from "#model/front-matter";
import type { Span } from "#model/span";

const escapes: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\u0007",
  b: "\b",
  t: "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\u001b",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
};

/** The inside of a text in quotes, of which the closing one may be missing: an escaped quote at its end closes nothing. */
export function insideQuotes(text: string, { start, end }: Span): Span {
  const quote = text[start];
  let backslashes = 0;
  if (quote === '"') while (end - 2 - backslashes > start && text[end - 2 - backslashes] === "\\") backslashes++;
  const closed = end - start > 1 && text[end - 1] === quote && backslashes % 2 === 0;
  return { start: start + 1, end: closed ? end - 1 : end };
}

/** A stretch of the source that is not written as it reads: its length in the source, and its length in the value. */
interface Stretch {
  readonly source: number;
  readonly value: number;
}

const codePoint = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/y;
const escapedBreak = /\\[ \t]*(?:\r\n?|\n)[ \t\r\n]*/y;
const foldedBreak = /[ \t]*(?:\r\n?|\n)[ \t\r\n]*/y;

/** A value next to its source. */
interface Pairing {
  readonly text: string;
  readonly end: number;
  readonly value: string;
  readonly style: TextStyle;
  /** Width of the indentation of a block's lines. */
  readonly indent: number;
}

/**
 * The map of a text value of front matter: how its offsets relate to the source (see `Field`). The value is the
 * parser's; this only finds where its parts stand. Undefined where the value stands in the source as it is. A value
 * that can't be followed is one stretch.
 *
 * @param span the value in the source, without quotes
 */
export function alignText(text: string, span: Span, value: string, style: TextStyle): number[] | undefined {
  if (span.end - span.start === value.length && text.startsWith(value, span.start)) return undefined;
  const pairing = { text, end: span.end, value, style, indent: style === "block" ? indentOf(text, span) : 0 };
  const map: number[] = [];
  let at = skipIndent(text, span.start, span.end, pairing.indent);
  let from = 0;
  let run = { at, from };
  while (at < span.end) {
    const stretch = stretchAt(pairing, at, from);
    if (stretch === undefined) {
      if (text[at++] !== value[from++]) return whole(span);
      continue;
    }
    if (from > run.from) map.push(run.from, run.at, at - run.at);
    if (stretch.value > 0) map.push(from, at, stretch.source);
    at += stretch.source;
    from += stretch.value;
    run = { at, from };
  }
  if (from > run.from) map.push(run.from, run.at, at - run.at);
  return from === value.length && map.length > 0 ? map : whole(span);
}

const whole = (span: Span): number[] => [0, span.start, span.end - span.start];

/** The stretch at a place of the source, or undefined where its next character stands for itself. */
function stretchAt(pairing: Pairing, at: number, from: number): Stretch | undefined {
  const { text, style } = pairing;
  const sign = text[at];
  if (style === "double" && sign === "\\") return escapeAt(text, at);
  if (style === "single" && sign === "'" && text[at + 1] === "'") return { source: 2, value: 1 };
  const isBreak = sign === "\r" || sign === "\n";
  if (style === "block") return isBreak ? blockBreak(pairing, at, from) : undefined;
  // A run of blanks is looked at once, from its start: looking on from each of them would take quadratic time.
  return isBreak || (isBlank(sign) && !isBlank(text[at - 1])) ? flowBreak(text, at, pairing.end) : undefined;
}

const isBlank = (sign: string | undefined) => sign === " " || sign === "\t";

function escapeAt(text: string, at: number): Stretch | undefined {
  codePoint.lastIndex = at;
  const code = codePoint.exec(text)?.[0];
  if (code !== undefined) return { source: code.length, value: Number.parseInt(code.slice(2), 16) > 0xffff ? 2 : 1 };
  escapedBreak.lastIndex = at;
  const line = escapedBreak.exec(text)?.[0];
  if (line !== undefined) return { source: line.length, value: countBreaks(line) - 1 };
  return { source: 2, value: escapes[text[at + 1] ?? ""]?.length ?? 1 };
}

/** A line break within quotes or a plain scalar: it reads as a space, and each empty line after it as a line feed. */
function flowBreak(text: string, at: number, end: number): Stretch | undefined {
  foldedBreak.lastIndex = at;
  const found = foldedBreak.exec(text)?.[0].slice(0, end - at);
  if (found === undefined) return undefined;
  return { source: found.length, value: Math.max(1, countBreaks(found) - 1) };
}

/** The line breaks from one line of a block to the next that is not empty, with the indentation of that line. */
function blockBreak({ text, end, value, indent }: Pairing, at: number, from: number): Stretch {
  let next = at;
  let start = at;
  while (next < end && /\s/.test(text[next] ?? "")) {
    if (text[next] === "\n" || (text[next] === "\r" && text[next + 1] !== "\n")) start = next + 1;
    next++;
  }
  const stop = next >= end ? end : skipIndent(text, start, end, indent);
  let length = value[from] === " " ? 1 : 0;
  if (length === 0) while (value[from + length] === "\n") length++;
  return { source: stop - at, value: length };
}

const countBreaks = (text: string): number => text.match(/\r\n?|\n/g)?.length ?? 0;

/** Width of the indentation that a block's first line with text has. */
function indentOf(text: string, span: Span): number {
  const line = /^(?:[ \t]*(?:\r\n?|\n))*( *)/.exec(text.slice(span.start, span.end));
  return line?.[1]?.length ?? 0;
}

function skipIndent(text: string, from: number, end: number, indent: number): number {
  let at = from;
  while (at < end && at - from < indent && text[at] === " ") at++;
  return at;
}
