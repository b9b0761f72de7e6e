import type { Directive } from "#model/directive";
import type { Document, Format } from "#model/document";
import type { Span } from "#model/span";
import { htmlComments, lineComments, mdxComments, type Comment } from "./directive-comments.ts";
import { elementAfter } from "./element-after.ts";
import { codeRegions } from "./shortcodes-code.ts";

/** What every directive in a comment starts with. */
const prefix = "standfirst-";

/** Finds the span that the next block, element or line has after an offset; offsets only grow from call to call. */
type NextOf = (from: number) => Span;

/**
 * Finds the directives in a document's comments. Comments inside code are text. Forms without comments (text, JSON) have
 * none.
 *
 * @param bodyStart offset where the body of a Markdown document starts; its front matter has comments of its own
 */
export function readDirectives({ text }: Pick<Document, "text">, format: Format, bodyStart: number): Directive[] {
  if (!text.includes(prefix)) return [];
  if (format !== "markdown" && !["html", "rss", "atom"].includes(format)) return [];
  if (format !== "markdown") return covered(htmlComments(text, []), text, (from) => elementAfter(text, from));
  const code = codeRegions(text, bodyStart);
  const comments = [...htmlComments(text, code), ...mdxComments(text, code), ...lineComments(text.slice(0, bodyStart))];
  const blockAfter = blockFinder(text, code);
  return covered(
    comments.toSorted((a, b) => a.span.start - b.span.start),
    text,
    (from) => (from < bodyStart ? lineAfter(text, from) : blockAfter(from)),
  );
}

/** Finds what each comment covers; regions end at the `enable` that names one of their rules, or none, or at the end. */
function covered(comments: readonly Comment[], text: string, nextOf: NextOf): Directive[] {
  const ends = regionEnds(comments, text.length);
  return comments.flatMap((comment, index): Directive[] => {
    const { command, rules, reason, span } = comment;
    const rest = { rules, reason, span };
    switch (command.value) {
      case "disable-next":
        return [{ kind: "next", ...rest, covers: nextOf(span.end) }];
      case "disable-next-line":
        return [{ kind: "next-line", ...rest, covers: lineAfter(text, span.end) }];
      case "disable-file":
        return [{ kind: "file", ...rest, covers: { start: 0, end: text.length } }];
      case "disable":
        return [{ kind: "region", ...rest, covers: { start: span.end, end: ends[index] ?? text.length } }];
      case "enable":
        return [];
      default:
        return [{ kind: "unknown", command, ...rest, covers: { start: 0, end: 0 } }];
    }
  });
}

/** Where the regions of the comments that open one end, by the comments' places. */
function regionEnds(comments: readonly Comment[], end: number): number[] {
  const ends: number[] = [];
  let forAll = end;
  let byRule = new Map<string, number>();
  for (const [index, { command, rules, span }] of [...comments.entries()].toReversed()) {
    if (command.value === "disable") {
      ends[index] = rules.reduce((least, { value }) => Math.min(least, byRule.get(value) ?? end), forAll);
    } else if (command.value === "enable" && rules.length === 0) {
      forAll = span.start;
      byRule = new Map();
    } else if (command.value === "enable") {
      for (const { value } of rules) byRule.set(value, span.start);
    }
  }
  return ends;
}

/** The line after the one that an offset is on. */
function lineAfter(text: string, from: number): Span {
  const lineBreak = text.indexOf("\n", from);
  if (lineBreak < 0) return { start: text.length, end: text.length };
  const next = text.indexOf("\n", lineBreak + 1);
  return { start: lineBreak + 1, end: next < 0 ? text.length : next };
}

/** Finds the next block of Markdown: a fence as a whole, else up to a blank line. */
function blockFinder(text: string, code: readonly Span[]): NextOf {
  const fences = new Map(code.filter(({ start }) => isFence(text, start)).map((region) => [region.start, region]));
  const blank = /\r?\n[ \t]*\r?\n/g;
  let end = -1;
  return (from) => {
    const start = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
    const fence = fences.get(start);
    if (fence !== undefined) return fence;
    if (end < start) {
      blank.lastIndex = start;
      end = blank.exec(text)?.index ?? text.length;
    }
    return { start, end };
  };
}

const isFence = (text: string, start: number) => /^(?:`{3,}|~{3,})/.test(text.slice(start, start + 3));
