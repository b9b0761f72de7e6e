import { decodeHTMLStrict } from "entities/decode";

const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;
const lineBreak = /[ \t]*(?:\r\n?|\n)[ \t>]*/y;

/**
 * The map of a text in Markdown (see `Field`): escapes, entities, and the marks of quotes at the start of a line make it
 * shorter than its source. Undefined where both agree; one stretch for all where they can't be followed.
 */
export function alignInline(source: string, start: number, end: number, value: string): number[] | undefined {
  if (end - start === value.length && source.startsWith(value, start)) return undefined;
  const map: number[] = [];
  let run = { from: 0, at: start };
  let at = start;
  let from = 0;
  while (at < end && from < value.length) {
    const stretch = nextStretch(source, at, value, from, at === run.at);
    if (stretch === undefined) {
      if (source[at++] !== value[from++]) return [0, start, end - start];
      continue;
    }
    if (from > run.from) map.push(run.from, run.at, at - run.at);
    if (stretch.value > 0) map.push(from, at, stretch.source);
    at += stretch.source;
    from += stretch.value;
    run = { from, at };
  }
  if (from > run.from) map.push(run.from, run.at, at - run.at);
  return from === value.length && map.length > 0 ? map : [0, start, end - start];
}

interface Stretch {
  readonly source: number;
  readonly value: number;
}

/** The stretch at an offset; none behind the backslash of an escape, after which a run starts. */
const nextStretch = (source: string, at: number, value: string, from: number, startsRun: boolean) =>
  startsRun && source[at - 1] === "\\" ? undefined : stretchAt(source, at, value, from);

function stretchAt(source: string, at: number, value: string, from: number): Stretch | undefined {
  const sign = source[at];
  if (sign === "\\" && source[at + 1] === value[from]) return { source: 1, value: 0 };
  if (sign === "&") return entityAt(source, at);
  if (!mayStartBreak(source, at, sign)) return undefined;
  lineBreak.lastIndex = at;
  const found = lineBreak.exec(source)?.[0];
  if (found === undefined) return undefined;
  return { source: found.length, value: value.startsWith("\r\n", from) ? 2 : 1 };
}

/** A line end, or the first of the blanks before it: to look on from each of them would take quadratic time. */
function mayStartBreak(source: string, at: number, sign: string | undefined): boolean {
  if (sign === "\n" || sign === "\r") return true;
  return (sign === " " || sign === "\t") && !/[ \t]/.test(source[at - 1] ?? "");
}

/** An entity stands for one unit or two. One without a meaning, or behind a backslash, stands for itself. */
function entityAt(source: string, at: number): Stretch | undefined {
  entity.lastIndex = at;
  const found = entity.exec(source)?.[0];
  if (found === undefined) return undefined;
  const decoded = decodeHTMLStrict(found);
  return decoded === found ? undefined : { source: found.length, value: decoded.length };
}
