import type { Shortcode, ShortcodeSyntax } from "#model/shortcode";
import type { Span } from "#model/span";
import { codeRegions, withFreeFences } from "./shortcodes-code.ts";
import { directiveTags, hugoTags, liquidTags, type Tag } from "./shortcodes-tags.ts";

/** Stands for one UTF-16 unit of a shortcode within a line of text: U+FFFC, the object replacement character. */
export const filler = "\ufffc";

/** A text without its shortcodes, and what they were. */
export interface Masked {
  /** As long as the text that was given, with the same line ends. */
  readonly text: string;
  /** In the order of their first tags. */
  readonly shortcodes: readonly Shortcode[];
}

const everySyntax: readonly ShortcodeSyntax[] = ["hugo", "liquid", "directive"];

/**
 * Takes shortcodes out of a text so that a Markdown parser does not see them, and offsets stay. A shortcode that has
 * its lines for itself becomes blanks; within a line of text it becomes fillers, so that the line does not turn into
 * indented code or an empty link. The text between two tags stays, unless the shortcode holds code. Nothing is taken
 * for a shortcode within code, and escaped forms are text.
 *
 * @param from offset where the body starts; what is before it becomes blanks
 */
export function maskShortcodes(text: string, from = 0, syntaxes: readonly ShortcodeSyntax[] = everySyntax): Masked {
  const head = blank(text.slice(0, from));
  const found = tagsIn(text, from, syntaxes);
  if (found.length === 0) return { text: head + text.slice(from), shortcodes: [] };
  const freed = syntaxes.includes("liquid") ? withFreeFences(text) : text;
  const code = codeRegions(freed, from);
  const tags = withoutOverlaps(outsideOf(code, found));
  const { shortcodes, opaque } = pair(tags);
  return { text: head + masked(freed, from, holes(tags, opaque)), shortcodes };
}

function tagsIn(text: string, from: number, syntaxes: readonly ShortcodeSyntax[]): Tag[] {
  const has = (syntax: ShortcodeSyntax, sign: string) => syntaxes.includes(syntax) && text.includes(sign, from);
  const tags = [
    ...(has("hugo", "{{") ? hugoTags(text, from) : []),
    ...(has("liquid", "{%") || has("liquid", "{{") ? liquidTags(text, from) : []),
    ...(has("directive", "::") ? directiveTags(text, from) : []),
  ];
  return tags.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** The tags that are no code. Liquid comes before Markdown: raw text may begin or end in code and the other way round. */
function outsideOf(code: readonly Span[], tags: readonly Tag[]): Tag[] {
  let raw: "code" | "text" | undefined;
  return tags.filter((tag) => {
    const { syntax, name, role, span } = tag;
    const isRaw = syntax === "liquid" && name === "raw";
    const isCode = isWithin(code, span.start) && !(isRaw && role === "close" && raw === "text");
    const endsCode = isRaw && role === "close" && raw === "code";
    if (isRaw) raw = role === "open" ? (isCode ? "code" : "text") : undefined;
    return !isCode && !endsCode;
  });
}

/** Of tags that share signs, the first and longest. */
function withoutOverlaps(tags: readonly Tag[]): Tag[] {
  let end = 0;
  return tags.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

/** Whether an offset lies in one of some ascending regions. */
function isWithin(regions: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((regions[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (regions[low]?.start ?? Infinity) <= offset;
}

// What stands between the tags of these is code, a drawing or a formula, and no prose.
const opaqueNames =
  /^(?:highlight|code(?:-?(?:block|toggle))?|comment|math|katex|latex|mermaid|plantuml|graphviz|goat|chart|script|style|rawhtml|.*\.inline)$/;

interface Open {
  readonly tag: Tag;
  readonly index: number;
}

/** Joins opening and closing tags. A tag that is never closed is a shortcode without an inner text. */
function pair(tags: readonly Tag[]): { shortcodes: Shortcode[]; opaque: Span[] } {
  const shortcodes: Shortcode[] = [];
  const opaque: Span[] = [];
  const open: Open[] = [];
  const waiting = new Map<string, number>();
  const count = (key: string, by: number) => waiting.set(key, (waiting.get(key) ?? 0) + by);
  for (const tag of tags) {
    if (tag.role !== "close") {
      const index = shortcodes.push(single(tag)) - 1;
      if (tag.role === "open") {
        open.push({ tag, index });
        count(keyOf(tag), 1);
      }
    } else if ((waiting.get(keyOf(tag)) ?? 0) === 0) {
      shortcodes.push({ ...single(tag), stray: true });
    } else {
      const first = popUntil(open, keyOf(tag), count);
      if (first === undefined) continue;
      const inner = { start: first.tag.span.end, end: tag.span.start };
      const span = { start: first.tag.span.start, end: tag.span.end };
      shortcodes[first.index] = { syntax: tag.syntax, name: first.tag.name, span, inner, closed: true };
      if (opaqueNames.test(first.tag.name)) opaque.push(inner);
    }
  }
  return { shortcodes, opaque };
}

const keyOf = ({ syntax, name }: Tag) => (syntax === "directive" ? ":" : `${syntax} ${name}`);

const single = ({ syntax, name, span, role }: Tag): Shortcode => ({ syntax, name, span, closed: role === "void" });

function popUntil(open: Open[], key: string, count: (key: string, by: number) => void): Open | undefined {
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    count(keyOf(last.tag), -1);
    if (keyOf(last.tag) === key) return last;
  }
  return undefined;
}

/** The stretches to take out: the tags, and with those that hold code all between them. */
function holes(tags: readonly Tag[], opaque: readonly Span[]): Span[] {
  const spans = [...tags.map(({ span }) => span), ...opaque].toSorted((a, b) => a.start - b.start || b.end - a.end);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else merged.push(span);
  }
  return merged;
}

const blank = (text: string) => text.replace(/[^\r\n]+/g, (line) => " ".repeat(line.length));
/** What is blank already stood beside the marks of a fence. */
const fill = (text: string) => (text.trim() === "" ? text : filled(text));
const filled = (text: string) => text.replace(/[^\r\n]+/g, (line) => filler.repeat(line.length));

/** Takes stretches out: with blanks where they are all that their lines have, else with fillers. */
function masked(text: string, from: number, stretches: readonly Span[]): string {
  const clearBefore = stretches.map(() => true);
  const parts: string[] = [];
  let end = from;
  stretches.forEach(({ start, end: next }, index) => {
    const gap = text.slice(end, start);
    const line = lastLine(gap);
    clearBefore[index] =
      line.trim() === "" && (line.length < gap.length || index === 0 || clearBefore[index - 1] === true);
    end = next;
  });
  end = text.length;
  let clearAfter = true;
  for (let index = stretches.length - 1; index >= 0; index--) {
    const { start, end: stop } = stretches[index] ?? { start: end, end };
    const gap = text.slice(stop, end);
    const line = firstLine(gap);
    clearAfter = line.trim() === "" && (line.length < gap.length || index === stretches.length - 1 || clearAfter);
    const hole = text.slice(start, stop);
    parts.push(gap, clearAfter && clearBefore[index] === true ? blank(hole) : fill(hole));
    end = start;
  }
  parts.push(text.slice(from, end));
  return parts.toReversed().join("");
}

const lastLine = (text: string) => text.slice(Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1);
const firstLine = (text: string) => /^[^\r\n]*/.exec(text)?.[0] ?? "";
