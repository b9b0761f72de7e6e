import type { Span } from "#model/span";
import { readMetaLine, type MetaLine } from "./meta-line.ts";

/** Lines that stand together, without the white space around them. */
export interface Paragraph {
  readonly kind: "text";
  readonly lines: readonly Span[];
}

/** A line of date · minutes · author. */
export interface Meta {
  readonly kind: "meta";
  readonly line: Span;
  readonly meta: MetaLine;
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

/** No editor wraps lines that late: a paragraph with a longer line has a paragraph on each line. */
const widestWrap = 160;

/** Splits a text into paragraphs, lines of date · minutes · author, URLs and rules, in order. */
export function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  let open: Span[] = [];
  const close = () => {
    const isWrapped = open.every(({ start, end }) => end - start <= widestWrap);
    const groups = isWrapped ? [open] : open.map((line) => [line]);
    for (const lines of groups) if (lines.length > 0) items.push({ kind: "text", lines });
    open = [];
  };
  for (const line of linesOf(text)) {
    const item = line.start === line.end ? undefined : readLine(text, line);
    if (item === "text") open.push(line);
    // A rule under a single line underlines a heading.
    else if (item?.kind === "rule" && open.length === 1) continue;
    else {
      close();
      if (item !== undefined) items.push(item);
    }
  }
  close();
  return items;
}

/** The lines of a text, trimmed. */
function* linesOf(text: string): Generator<Span> {
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

function readLine(text: string, line: Span): Exclude<Item, Paragraph> | "text" {
  const content = text.slice(line.start, line.end);
  if (/^(?:[-*_=~] ?){3,}$/.test(content)) return { kind: "rule", line };
  if (/^<?https?:\/\/[^\s<>]+>?$/i.test(content)) return { kind: "url", line };
  const meta = readMetaLine(content, line.start);
  return meta === undefined ? "text" : { kind: "meta", line, meta };
}
