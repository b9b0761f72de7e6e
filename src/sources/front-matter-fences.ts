import type { Span } from "#model/span";

/** Where front matter stands. */
export interface Fenced {
  readonly format: "yaml" | "toml" | "json" | "js";
  readonly span: Span;
  readonly inner: Span;
  readonly bodyStart: number;
  readonly closed: boolean;
}

const opening = /^(---(?:json|js|javascript)?|\+\+\+)[ \t]*(?:\r\n?|\n|$)/;
/** The formats of fences, by their first lines; a name behind the fence is that of gray-matter. */
const formats = new Map<string, Fenced["format"]>([
  ["---", "yaml"],
  ["+++", "toml"],
  ["---json", "json"],
  ["---js", "js"],
  ["---javascript", "js"],
]);
// Of a Markdown body, no first line looks like this: a brace, and a quoted key with its colon.
const jsonOpening = /^\{\s*(?:"[^"\\\n]{0,200}"\s{0,200}:|\}[ \t]*(?:[\r\n]|$))/;
const yamlKey =
  /^(?:"[^"\n]*"[ \t]*|'[^'\n]*'[ \t]*|[^\s#:'"[{*>|&!%@`-][^:\n]*|<<):(?:[ \t]|$)|^[{&!?]|^[\w.-]+[ \t]*=|^<{7} /;

/** Empty lines, which Hugo and Astro pass over. */
const emptyLines = /^(?:[ \t]*(?:\r\n?|\n)){1,50}(?=---|\+\+\+)/;

/** Finds front matter at the start of a text. A thematic break that opens a body is none. */
export function findFences(text: string): Fenced | undefined {
  if (text.startsWith("{")) return jsonOpening.test(text.slice(0, 2000)) ? braced(text) : undefined;
  const start = emptyLines.exec(text)?.[0].length ?? 0;
  const [open = "", mark = ""] = opening.exec(text.slice(start, start + longestOpening)) ?? [];
  const format = formats.get(mark);
  const found = format === undefined ? undefined : between(text, { start, end: start + open.length }, format);
  return start > 0 && found?.closed === false ? undefined : found;
}

/** Longest line that opens, in UTF-16 units. */
const longestOpening = 200;

/** To Hugo and to gray-matter more than three hyphens close too; they take the others for a line of the text. */
const closings: Readonly<Record<Fenced["format"], RegExp>> = {
  yaml: /^(?:-{3,}|\.\.\.)[ \t]*$/gm,
  toml: /^\+\+\+[ \t]*$/gm,
  json: /^---[ \t]*$/gm,
  js: /^---[ \t]*$/gm,
};

function between(text: string, { start, end: from }: Span, format: Fenced["format"]): Fenced | undefined {
  const close = new RegExp(closings[format]);
  const found = closingLine(text, close, from);
  const inner = { start: from, end: found?.start ?? unclosedEnd(text, from) };
  if (format === "yaml" && !startsWithKey(text, inner, found !== undefined)) return undefined;
  const span = { start, end: found?.end ?? inner.end };
  return { format, span, inner, bodyStart: afterLineEnd(text, span.end), closed: found !== undefined };
}

/** The first line that closes. With the flag `m`, `$` also stands before CR. */
function closingLine(text: string, close: RegExp, from: number): Span | undefined {
  close.lastIndex = from;
  const match = close.exec(text);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].trimEnd().length };
}

/** Without a closing line, front matter ends before the first empty line. */
function unclosedEnd(text: string, from: number): number {
  const empty = /^[ \t]*$/gm;
  empty.lastIndex = from;
  return empty.exec(text)?.index ?? text.length;
}

/** Whether the first line with something on it has a key. Nothing at all between two fences is front matter too. */
function startsWithKey(text: string, { start, end }: Span, closed: boolean): boolean {
  const line = /^(?![ \t]*(?:#|\r|$)).+$/gm;
  line.lastIndex = start;
  const found = line.exec(text);
  if (found === null || found.index >= end) return closed;
  return yamlKey.test(found[0].trim());
}

/** An object from its first brace to the one that closes it, without regard to braces in texts. */
function braced(text: string): Fenced {
  const sign = /["{}]/g;
  let depth = 0;
  for (let found = sign.exec(text); found !== null; found = sign.exec(text)) {
    if (found[0] === '"') sign.lastIndex = afterText(text, found.index);
    else depth += found[0] === "{" ? 1 : -1;
    if (depth === 0) return object(text, found.index + 1, true);
  }
  return object(text, unclosedEnd(text, 0), false);
}

/** Where a quoted text ends: after its closing quote, or at the end of the line. */
function afterText(text: string, open: number): number {
  const stop = /["\\\n]/g;
  stop.lastIndex = open + 1;
  for (let found = stop.exec(text); found !== null; found = stop.exec(text)) {
    if (found[0] !== "\\") return found.index + 1;
    stop.lastIndex = found.index + 2;
  }
  return text.length;
}

function object(text: string, end: number, closed: boolean): Fenced {
  const span = { start: 0, end };
  return { format: "json", span, inner: span, bodyStart: afterLineEnd(text, end), closed };
}

function afterLineEnd(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at++;
  if (text[at] === "\r") return text[at + 1] === "\n" ? at + 2 : at + 1;
  if (text[at] === "\n") return at + 1;
  return at === text.length ? at : from;
}
