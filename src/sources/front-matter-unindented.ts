/** YAML with spaces put in, and where its parts stand in the text as written. */
export interface Indented {
  readonly text: string;
  /** The place in the text as written; a place within spaces that were put in is the one after them. */
  readonly placeOf: (place: number) => number;
}

/** A line with a value in quotes: the indentation, with the signs of list items, and the quote. */
const quotedLine = /( {0,40}(?:- {1,4}){0,4})(?:[^\s"'#:][^\r\n:]*:[ \t]+)?(["'])/y;
/** A line whose value is a block on the lines after it. */
const blockLine = /( *)[^\r\n]*[ \t][|>][-+\d]{0,2}[ \t]*(?:#[^\r\n]*)?(?=[\r\n])/y;
const line = /( *)[^\r\n]*(?:\r\n?|\n|$)/y;
const key = /[\w-]+:(?:[ \t\r\n]|$)/y;

// The rest of a quoted text, to its closing quote.
const double = /[^"\\]*(?:\\[^][^"\\]*)*"/y;
const single = /[^']*(?:''[^']*)*'(?!')/y;

/**
 * Indents the lines within quotes that are not: YAML asks for it and the parser here insists on it, but the parsers of
 * the generators (libyaml and its kin, js-yaml) read such a text up to its closing quote.
 *
 * @returns undefined where there is no such line, or where one looks like the next key: then the quote was forgotten
 */
export function indentQuoted(text: string): Indented | undefined {
  const inserts: Insert[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = quotedAt(text, at);
    if (quoted === undefined) {
      at = afterBlock(text, at) ?? endOfLine(text, at);
      continue;
    }
    const missing = quoted === "open" ? "key" : indentsIn(text, quoted);
    if (quoted === "open" || missing === "key") return undefined;
    inserts.push(...missing);
    at = endOfLine(text, quoted.end);
  }
  return inserts.length === 0 ? undefined : insertSpaces(text, inserts);
}

/** A text in quotes. */
interface Quoted {
  readonly start: number;
  readonly end: number;
  /** Width of the indentation of its key. */
  readonly indent: number;
}

/** The text in quotes that begins in the line at a place; "open" where it has no end. */
function quotedAt(text: string, at: number): Quoted | "open" | undefined {
  const found = matchAt(quotedLine, text, at);
  if (found === undefined) return undefined;
  const start = quotedLine.lastIndex;
  const rest = found[2] === "'" ? single : double;
  if (matchAt(rest, text, start) === undefined) return "open";
  return { start, end: rest.lastIndex, indent: found[1]?.length ?? 0 };
}

/** The spaces that the lines within quotes lack; "key" where one looks like the next key. */
function indentsIn(text: string, { start, end, indent }: Quoted): Insert[] | "key" {
  const inserts: Insert[] = [];
  for (let at = endOfLine(text, start); at < end; at = endOfLine(text, at)) {
    const length = indent + 1 - (matchAt(line, text, at)?.[1]?.length ?? 0);
    if (length <= 0) continue;
    if (matchAt(key, text, at + indent) !== undefined) return "key";
    inserts.push({ at, length });
  }
  return inserts;
}

interface Insert {
  readonly at: number;
  readonly length: number;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function endOfLine(text: string, at: number): number {
  matchAt(line, text, at);
  return line.lastIndex;
}

/** The end of the block whose first line is at a place: quotes in it are text. */
function afterBlock(text: string, at: number): number | undefined {
  const lead = matchAt(blockLine, text, at)?.[1];
  if (lead === undefined) return undefined;
  let end = endOfLine(text, at);
  while (end < text.length) {
    const [whole = "", indent = ""] = matchAt(line, text, end) ?? [];
    if (indent.length <= lead.length && whole.trim() !== "") break;
    end += whole.length;
  }
  return end;
}

function insertSpaces(text: string, inserts: readonly Insert[]): Indented {
  const parts: string[] = [];
  /** Where the text goes on after each insert: in the new text, and as written. */
  const places: [number, number][] = [[0, 0]];
  let from = 0;
  let length = 0;
  for (const insert of inserts) {
    parts.push(text.slice(from, insert.at), " ".repeat(insert.length));
    length += insert.at - from + insert.length;
    from = insert.at;
    places.push([length, from]);
  }
  return { text: parts.join("") + text.slice(from), placeOf: (place) => placeAmong(places, place) };
}

function placeAmong(places: readonly (readonly [number, number])[], place: number): number {
  let low = 0;
  let high = places.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.[0] ?? 0) <= place) low = middle;
    else high = middle;
  }
  const [here = 0, written = 0] = places[low] ?? [];
  const next = places[low + 1]?.[1] ?? Number.POSITIVE_INFINITY;
  return Math.min(written + place - here, next);
}
