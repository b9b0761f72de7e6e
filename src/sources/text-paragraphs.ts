import type { Field } from "#model/field";
import type { Span } from "#model/span";
import { readLinkLine } from "./entry-line.ts";
import { isFurniture } from "./furniture.ts";
import { joinMetas, readByline, readMetaLine, type MetaLine } from "./meta-line.ts";

/** Lines that stand together, without the white space around them. */
export interface Paragraph {
  readonly kind: "text";
  readonly lines: readonly Span[];
}

/** A line of date · minutes · author, or a few such lines on end. */
export interface Meta {
  readonly kind: "meta";
  readonly line: Span;
  readonly meta: MetaLine;
  /** Where the line begins with a linked title. */
  readonly title?: Span;
  readonly url?: Field;
}

/** A line that is only a URL. */
export interface UrlLine {
  readonly kind: "url";
  readonly line: Span;
}

/** A rule between entries. */
interface Rule {
  readonly kind: "rule";
  readonly line: Span;
}

export type Item = Paragraph | Meta | UrlLine | Rule;

/** A line by itself. A byline reads "By Ann Lee", which could be a title. */
type Line = Meta | UrlLine | Rule | (Omit<Meta, "kind"> & { readonly kind: "byline" }) | TextLine;

interface TextLine {
  readonly kind: "text" | "blank";
  readonly line: Span;
}

/** No editor wraps lines that late: a paragraph with a longer line has a paragraph on each line. */
const widestWrap = 160;

/** Splits a text into paragraphs, lines of date · minutes · author, URLs and rules, in order. */
export function itemsOf(text: string): Item[] {
  const lines = settleBylines(Array.from(linesOf(text), (line) => readLine(text, line)));
  const items: Item[] = [];
  let open: Span[] = [];
  const close = () => {
    const isWrapped = open.every(({ start, end }) => end - start <= widestWrap);
    const groups = isWrapped ? [open] : open.map((line) => [line]);
    for (const group of groups) if (group.length > 0) items.push({ kind: "text", lines: group });
    open = [];
  };
  for (const line of lines) {
    if (line.kind === "text") open.push(line.line);
    // A rule under a single line underlines a heading.
    else if (line.kind === "rule" && open.length === 1) continue;
    else {
      close();
      if (line.kind === "meta") addMeta(items, line);
      else if (line.kind === "url" || line.kind === "rule") items.push(line);
    }
  }
  close();
  return items;
}

/** Puts a date on one line and minutes on the next together. */
function addMeta(items: Item[], meta: Meta): void {
  const last = items.at(-1);
  const joined = last?.kind === "meta" && meta.title === undefined ? joinMetas(last.meta, meta.meta) : undefined;
  if (last?.kind !== "meta" || joined === undefined) items.push(meta);
  else items[items.length - 1] = { ...last, meta: joined, line: { start: last.line.start, end: meta.line.end } };
}

/** A byline counts beside a date or minutes, and in a listing that has none of them. Elsewhere it is text. */
function settleBylines(lines: readonly Line[]): Exclude<Line, { kind: "byline" }>[] {
  const written = lines.filter(({ kind }) => kind !== "blank");
  const before = new Map(written.map((line, index) => [line, written[index - 1]?.kind]));
  const after = new Map(written.map((line, index) => [line, written[index + 1]?.kind]));
  const hasMetas = written.some(({ kind }) => kind === "meta");
  return lines.map((line) => {
    if (line.kind !== "byline") return line;
    const counts = hasMetas ? before.get(line) === "meta" || after.get(line) === "meta" : before.get(line) === "text";
    return counts ? { ...line, kind: "meta" } : { kind: "text", line: line.line };
  });
}

/** The lines of a text, trimmed. */
export function* linesOf(text: string): Generator<Span> {
  let from = 0;
  while (from <= text.length) {
    const to = lineEnd(text, from);
    let [start, end] = [from, to];
    while (start < end && isSpace(text, start)) start++;
    while (end > start && isSpace(text, end - 1)) end--;
    yield { start, end };
    from = to + (text.startsWith("\r\n", to) ? 2 : 1);
  }
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}

const isSpace = (text: string, at: number) => /[\s\u200b\ufeff]/.test(text.charAt(at));

/** Whether a line is nothing but a rule, of a table too. */
export const isRule = (line: string) => /^(?:[-*_=~] ?){3,}$/.test(line) || /^\|[\s:|-]{3,}$/.test(line);

function readLine(text: string, line: Span): Line {
  const content = text.slice(line.start, line.end);
  if (content === "" || isFurniture(content)) return { kind: "blank", line };
  if (isRule(content)) return { kind: "rule", line };
  if (/^<?https?:\/\/[^\s<>]+>?$/i.test(content)) return { kind: "url", line };
  const linked = readLinkLine(content, line.start);
  if (linked !== undefined) return { kind: "meta", line, ...linked };
  const meta = readMetaLine(content, line.start);
  if (meta !== undefined) return { kind: "meta", line, meta };
  const byline = readByline(content, line.start);
  return byline === undefined ? { kind: "text", line } : { kind: "byline", line, meta: byline };
}
