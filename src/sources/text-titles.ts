import type { Field } from "#model/field";
import type { Span } from "#model/span";
import type { Item, Paragraph } from "./text-paragraphs.ts";

/** What marks a title: the level of a heading, a number, a link over the whole line, or bold type. */
type Mark = `#${number}` | "number" | "link" | "bold";

/** How the titles of a listing can be told from its other lines. */
export interface TitleStyle {
  /** The mark that titles have; undefined where they have none and only look like titles. */
  readonly mark: Mark | undefined;
}

/** Longer lines are no titles. */
const longestTitle = 150;

/** Fewest titles, and share of the lines with date or minutes, for a mark to be the listing's way to write titles. */
const markQuorum = { titles: 2, share: 0.6 } as const;

/** Finds out how a listing marks its titles. */
export function titleStyle(text: string, items: readonly Item[]): TitleStyle {
  const counts = new Map<Mark, number>();
  let metas = 0;
  for (const item of items) {
    if (item.kind === "meta") metas++;
    const mark = item.kind === "text" ? markOf(text, item) : undefined;
    if (mark !== undefined) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  const enough = Math.max(markQuorum.titles, metas * markQuorum.share);
  return { mark: most !== undefined && most[1] >= enough ? most[0] : undefined };
}

function markOf(text: string, { lines: [line] }: Paragraph): Mark | undefined {
  if (line === undefined) return undefined;
  const content = text.slice(line.start, line.end);
  const hashes = /^#{1,6}(?=\s)/.exec(content)?.[0].length;
  if (hashes !== undefined) return `#${hashes}`;
  if (/^\d{1,5}[.)]\s/.test(content)) return "number";
  const start = line.start + (/^[-*+]\s+/.exec(content)?.[0].length ?? 0);
  if (readLink(text, { start, end: line.end }) !== undefined) return "link";
  return /^\*\*[^*]+\*\*$/.test(text.slice(start, line.end)) ? "bold" : undefined;
}

/** Whether a paragraph starts with a title. */
export function isTitle(text: string, paragraph: Paragraph, { mark }: TitleStyle): boolean {
  if (mark !== undefined) return markOf(text, paragraph) === mark;
  const [line] = paragraph.lines;
  return line !== undefined && readsAsTitle(text.slice(line.start, line.end)) && !isWrapped(text, paragraph);
}

/** Whether a paragraph is a heading of the list or of a part of it. */
export function isSectionHeading(text: string, paragraph: Paragraph, { mark }: TitleStyle): boolean {
  const own = markOf(text, paragraph);
  return own?.startsWith("#") === true && mark !== undefined && own !== mark;
}

/** Whether a line without a mark can be a title: short, and no sentence. */
const readsAsTitle = (line: string) => line.length <= longestTitle && !/(?:[.,;:…]|\.["”’)])$/.test(line);

/** No editor wraps lines that early. */
const narrowestWrap = 50;

/** Whether the first line of a paragraph goes on in the second because the paragraph is as wide as its lines get. */
function isWrapped(text: string, { lines }: Paragraph): boolean {
  const [first, second] = lines;
  if (first === undefined || second === undefined) return false;
  const widest = lines.reduce((most, { start, end }) => Math.max(most, end - start), narrowestWrap);
  const nextWord = /^\S+/.exec(text.slice(second.start, second.end))?.[0].length ?? 0;
  return first.end - first.start + 1 + nextWord > widest;
}

/** Fewest lines on end that are a list of titles; two may be a title and its summary. */
const fewestTitles = 3;

/** Splits a list of titles without blank lines between them, in a listing that has neither dates nor minutes. */
export function splitTitles(text: string, paragraph: Paragraph): Paragraph[] {
  const { lines } = paragraph;
  const areTitles = lines.length >= fewestTitles && !isWrapped(text, paragraph);
  if (!areTitles || !lines.every(({ start, end }) => readsAsTitle(text.slice(start, end)))) return [paragraph];
  return lines.map((line) => ({ kind: "text", lines: [line] }));
}

/** A title without its marks, the URL that it links to, and what stands under it in the same paragraph. */
export interface SplitTitle {
  readonly title: Span;
  readonly url?: Field;
  readonly rest?: Paragraph;
}

/** Takes the title from the first line of a paragraph. */
export function splitTitle(text: string, { lines: [line = { start: 0, end: 0 }, ...rest] }: Paragraph): SplitTitle {
  const below = rest.length === 0 ? {} : { rest: { kind: "text", lines: rest } as const };
  return { ...readTitle(text, line), ...below };
}

/** A title's place without heading marks, list marks, number, bold marks and link. */
function readTitle(text: string, line: Span): Pick<SplitTitle, "title" | "url"> {
  const content = text.slice(line.start, line.end);
  const lead = /^(?:#{1,6}\s+)?(?:[-*+]\s+)?(?:\d{1,5}[.)]\s+)?/.exec(content)?.[0].length ?? 0;
  const tail = content.startsWith("#") ? (/\s#+$/.exec(content)?.[0].length ?? 0) : 0;
  let title = { start: line.start + lead, end: line.end - tail };
  title = unwrap(text, title, "**", "**");
  const link = readLink(text, title);
  return link === undefined ? { title } : { ...link, title: unwrap(text, link.title, "**", "**") };
}

function unwrap(text: string, { start, end }: Span, before: string, after: string): Span {
  const isWrappedIn = end - start > before.length + after.length && text.startsWith(before, start);
  if (!isWrappedIn || !text.endsWith(after, end)) return { start, end };
  return { start: start + before.length, end: end - after.length };
}

/** Reads "[title](url)" that takes up a whole stretch. */
function readLink(text: string, { start, end }: Span): { readonly title: Span; readonly url: Field } | undefined {
  const content = text.slice(start, end);
  const middle = content.lastIndexOf("](");
  if (!content.startsWith("[") || !content.endsWith(")") || middle < 2) return undefined;
  const value = content.slice(middle + 2, -1);
  const at = start + middle + 2;
  return {
    title: { start: start + 1, end: start + middle },
    url: { value, span: { start: at, end: at + value.length } },
  };
}
