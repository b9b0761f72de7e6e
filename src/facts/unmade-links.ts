import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { filler, visitsOf, type Visit } from "./markdown-nodes.ts";

/** What is written like a link, and is none: readers see its brackets. */
export interface UnmadeLink {
  /** `[text][label]` of a label that is defined nowhere in the document, or `(text)[address]`. */
  readonly kind: "undefined" | "reversed";
  readonly text: string;
  readonly target: string;
  readonly span: Span;
}

/** Most that are kept of one document. */
const mostKept = 50;

/** Links in the text of a Markdown document that are none, in order; null where there are none, and for other documents. */
export const unmadeLinks = defineFact<readonly UnmadeLink[] | null>({
  id: "unmade-links",
  version: 1,
  from: { entry: () => null, markdown: read },
});

const texts: ReadonlySet<string> = new Set(["paragraph", "heading", "tableCell"]);

function read(view: MarkdownView): UnmadeLink[] | null {
  if (!/\]\[|\)\[/.test(view.masked)) return null;
  const visits = visitsOf(view);
  const found = visits.flatMap((visit, index) => {
    if (!texts.has(visit.node.type) || !/\]\[|\)\[/.test(view.masked.slice(visit.start, visit.end))) return [];
    const shown = plainText(view.masked, visits, index);
    return [...undefinedIn(view, visit, shown), ...reversedIn(view, visit, shown)];
  });
  if (found.length === 0) return null;
  const { text } = view.document;
  const takesIn = takesInText.test(text.slice(view.bodyStart));
  const defined = definedIn(text);
  const kept = found.filter(({ kind, target }) => kind === "reversed" || (!takesIn && !defined.has(labelOf(target))));
  return kept.length === 0 ? null : kept.slice(0, mostKept);
}

/** The source of a text with fillers for what is no plain text in it: code, links, pictures, HTML, and the marks of emphasis. */
function plainText(masked: string, visits: readonly Visit[], index: number): string {
  const { start = 0, end = start, next = index } = visits[index] ?? {};
  const parts: string[] = [];
  let at = start;
  for (let below = index + 1; below < next; below++) {
    const visit = visits[below];
    if (visit === undefined || visit.start < at) continue;
    if (visit.node.type === "text") {
      parts.push(filler.repeat(visit.start - at), masked.slice(visit.start, visit.end));
      at = visit.end;
    } else if (visit.node.type === "link" || visit.node.type === "linkReference") below = visit.next - 1;
  }
  return parts.join("") + filler.repeat(Math.max(0, end - at));
}

/** Parts of the document that are written elsewhere may define labels. */
const takesInText =
  /\{%-?\s*(?:include|render)|\{\{[<%]\s*(?:include|snippet|readfile|import|md)|-{1,8}8<-{1,8}|@include/i;

const labelOf = (label: string) => label.toLowerCase().replace(/\s+/g, " ").trim();

/** Labels that look defined, wherever that is: other parsers take definitions where CommonMark does not. */
const definedIn = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(/\[([^[\]]{1,200})\]\s?:/g), ([, label = ""]) => labelOf(label)));

const reference = /\[([^[\]\n]{2,200})\]\[([^[\]\n]{0,100})\](?![[({:\p{L}\p{N}])/gu;

function* undefinedIn({ masked }: MarkdownView, { start }: Visit, shown: string): Iterable<UnmadeLink> {
  for (const { index, 0: all, 1: inner = "", 2: label = "" } of shown.matchAll(reference)) {
    const from = start + index;
    const text = masked.slice(from + 1, from + 1 + inner.length);
    const before = masked.slice(Math.max(0, from - 2), from);
    if (isPartOfCode(before) || label.includes(filler) || !isMeant(text, label)) continue;
    yield {
      kind: "undefined",
      text,
      target: label === "" ? text : label,
      span: { start: from, end: from + all.length },
    };
  }
}

/** Whether what stands before a bracket makes an index or a type of it. */
const isPartOfCode = (before: string) => /[\p{L}\p{N}_\])`\\$}>\ufffc]$/u.test(before);

/** Whether words in brackets and what stands in the brackets behind them are the text and the label of a link. */
function isMeant(text: string, label: string): boolean {
  if (!/\p{L}{2}/u.test(text) || /^[\^@!#]|[$|\\]|^\s|\s$/u.test(text) || /^[\^@!#$/]|[$|=<>{}\\]|^\s|\s$/u.test(label))
    return false;
  // The names of things in code lead to their pages where a plugin makes a reference of code.
  if (/^`?[\w-]+(?:(?:\.|::)[\w-]+)+`?$/.test(label === "" ? text : label)) return false;
  // A row of tags: "[feature][ui]". The text of a link has words, or its label is a number.
  return /\s/.test(text.trim()) || (/^\d{1,3}$/.test(label) && !/^\d/.test(text)) || /^`[^`]+`$/.test(text);
}

const reversed = /(?<![\p{L}\p{N}_\])}\\\ufffc])\(([^()[\]\n]{2,200})\)\[([^[\]\s]{3,500})\](?![[(])/gu;
/** An address with a scheme, a path of two parts or with an extension, or a place on the page. */
const address = /^(?:https?:\/\/\S|mailto:\S|www\.\w|\.{1,2}\/\w|\/[\w-]+[/.#]|#\p{L}[\p{L}\p{N}_]*-)/u;

function* reversedIn({ masked }: MarkdownView, { start }: Visit, shown: string): Iterable<UnmadeLink> {
  for (const { index, 0: all, 1: inner = "", 2: written = "" } of shown.matchAll(reversed)) {
    const from = start + index;
    const at = from + inner.length + 3;
    const target = masked.slice(at, at + written.length);
    if (!address.test(target) || !/\p{L}/u.test(inner)) continue;
    const text = masked.slice(from + 1, from + 1 + inner.length);
    yield { kind: "reversed", text, target, span: { start: from, end: from + all.length } };
  }
}
