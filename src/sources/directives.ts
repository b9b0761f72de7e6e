import type { Directive } from "#model/directive";
import type { Document, Format } from "#model/document";
import type { Field } from "#model/field";
import type { Span } from "#model/span";
import { elementAfter } from "./element-after.ts";
import { codeRegions } from "./shortcodes-code.ts";

/** What every directive in a comment starts with. */
const prefix = "standfirst-";

const htmlComment = /<!--\s*standfirst-(disable(?:-next-line|-next|-file)?|enable)(?=[\s-])((?:(?!-->)[^])*)-->/g;
const mdxComment = /\{\/\*\s*standfirst-(disable(?:-next-line|-next|-file)?|enable)(?=[\s*])((?:(?!\*\/)[^])*)\*\/\}/g;
const lineComment = /^[ \t]*#[ \t]*standfirst-(disable(?:-next-line|-file)?|enable)(?=\s|$)([^\r\n]*)/gm;

/** A directive's comment before it is known what it covers. */
interface Comment {
  readonly command: string;
  readonly rules: readonly Field[];
  readonly reason: string | null;
  readonly span: Span;
}

/**
 * Finds the directives in a document's comments. Comments inside code are text. Forms without comments (text, JSON) have
 * none.
 *
 * @param bodyStart offset where the body of a Markdown document starts; its front matter has comments of its own
 */
export function readDirectives({ text }: Pick<Document, "text">, format: Format, bodyStart: number): Directive[] {
  if (!text.includes(prefix)) return [];
  const isMarkdown = format === "markdown";
  if (!isMarkdown && !["html", "rss", "atom"].includes(format)) return [];
  const code = isMarkdown ? codeRegions(text, bodyStart) : [];
  const isCode = ({ start }: Span) => code.some((region) => region.start <= start && start < region.end);
  const comments = [
    ...commentsIn(text, htmlComment),
    ...(isMarkdown ? commentsIn(text, mdxComment) : []),
    ...(isMarkdown ? commentsIn(text.slice(0, bodyStart), lineComment) : []),
  ].filter(({ span }) => !isCode(span));
  return covered(
    comments.toSorted((a, b) => a.span.start - b.span.start),
    text,
    isMarkdown ? blockAfter : elementAfter,
  );
}

function commentsIn(text: string, pattern: RegExp): Comment[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const [all, command = "", rest = ""] = match;
    const start = match.index + all.indexOf(rest, all.indexOf(command) + command.length);
    // XML allows no double hyphen inside a comment, so a dash stands for it there.
    const dashes = /(?:^|\s)(?:--|—)\s*/.exec(rest);
    const list = dashes === null ? rest : rest.slice(0, dashes.index);
    const reason = dashes === null ? "" : rest.slice(dashes.index + dashes[0].length).trim();
    return {
      command,
      rules: rulesIn(list, start),
      reason: reason === "" ? null : reason,
      span: { start: match.index, end: match.index + all.length },
    };
  });
}

const rulesIn = (list: string, offset: number): Field[] =>
  Array.from(list.matchAll(/[^\s,]+/g), ({ 0: value, index }) => ({
    value,
    span: { start: offset + index, end: offset + index + value.length },
  }));

/** Finds what each comment covers; regions end at the `enable` that names one of their rules, or none, or at the end. */
function covered(
  comments: readonly Comment[],
  text: string,
  nextOf: (text: string, from: number) => Span,
): Directive[] {
  return comments.flatMap((comment, index): Directive[] => {
    const { command, rules, reason, span } = comment;
    const rest = { rules, reason, span };
    switch (command) {
      case "disable-next":
        return [{ kind: "next", ...rest, covers: nextOf(text, span.end) }];
      case "disable-next-line":
        return [{ kind: "next-line", ...rest, covers: lineAfter(text, span.end) }];
      case "disable-file":
        return [{ kind: "file", ...rest, covers: { start: 0, end: text.length } }];
      case "disable": {
        const enable = comments.slice(index + 1).find((later) => later.command === "enable" && ends(later, comment));
        return [{ kind: "region", ...rest, covers: { start: span.end, end: enable?.span.start ?? text.length } }];
      }
      default:
        return [];
    }
  });
}

const ends = (enable: Comment, { rules }: Comment) =>
  enable.rules.length === 0 || enable.rules.some(({ value }) => rules.some((rule) => rule.value === value));

/** The line after the one that an offset is on. */
function lineAfter(text: string, from: number): Span {
  const lineBreak = text.indexOf("\n", from);
  if (lineBreak < 0) return { start: text.length, end: text.length };
  const next = text.indexOf("\n", lineBreak + 1);
  return { start: lineBreak + 1, end: next < 0 ? text.length : next };
}

/** The next block of Markdown: a fence as a whole, else up to a blank line. */
function blockAfter(text: string, from: number): Span {
  const start = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
  const [fence] = /^(?:`{3,}|~{3,})/.test(text.slice(start, start + 3)) ? codeRegions(text, start) : [];
  if (fence?.start === start) return fence;
  const blank = /\r?\n[ \t]*\r?\n/.exec(text.slice(start));
  return { start, end: blank === null ? text.length : start + blank.index };
}
