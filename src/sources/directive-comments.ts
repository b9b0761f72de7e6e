import type { Field } from "#model/field";
import type { Span } from "#model/span";

/** A directive's comment before it is known what it covers. */
export interface Comment {
  /** What stands after `standfirst-`, which may be no directive that there is. */
  readonly command: Field;
  readonly rules: readonly Field[];
  readonly reason: string | null;
  readonly span: Span;
}

/** How comments of a form start, up to the command, and how they end. */
interface CommentForm {
  readonly opening: RegExp;
  readonly close: string;
}

const htmlForm: CommentForm = { opening: /<!--\s*(?=standfirst-(?:dis|en)able)/g, close: "-->" };
const mdxForm: CommentForm = { opening: /\{\/\*\s*(?=standfirst-(?:dis|en)able)/g, close: "*/}" };
const lineComment = /^([ \t]*#[ \t]*)(standfirst-(?:dis|en)able[^\r\n]*)/gm;

/** The directives in the comments of HTML and Markdown, ascending. */
export const htmlComments = (text: string, code: readonly Span[]): Comment[] => commentsOf(text, htmlForm, code);

/** The directives in the comments of MDX, ascending. */
export const mdxComments = (text: string, code: readonly Span[]): Comment[] => commentsOf(text, mdxForm, code);

/** The directives in the comments of YAML or TOML, ascending. */
export const lineComments = (text: string): Comment[] =>
  Array.from(text.matchAll(lineComment), ({ index, 0: all, 1: mark = "", 2: content = "" }) =>
    commentOf(content, index + mark.length, { start: index, end: index + all.length }),
  );

/** What starts inside of code is text. After the last end of a comment none can start: no text is looked through twice. */
function commentsOf(text: string, { opening, close }: CommentForm, code: readonly Span[]): Comment[] {
  const comments: Comment[] = [];
  const isCode = ascendingMember(code);
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(opening)) {
    if (index < from || isCode(index)) continue;
    const start = index + mark.length;
    const end = text.indexOf(close, start);
    if (end < 0) break;
    from = end + close.length;
    comments.push(commentOf(text.slice(start, end), start, { start: index, end: from }));
  }
  return comments;
}

/** Tells of offsets that only grow whether they are in one of some ascending spans. */
function ascendingMember(spans: readonly Span[]): (offset: number) => boolean {
  let at = 0;
  return (offset) => {
    while ((spans[at]?.end ?? Infinity) <= offset) at++;
    return (spans[at]?.start ?? Infinity) <= offset;
  };
}

const prefix = "standfirst-";

function commentOf(content: string, offset: number, span: Span): Comment {
  const [command = ""] = /^(?:(?!--)[^\s,—])*/.exec(content.slice(prefix.length)) ?? [];
  const commandStart = offset + prefix.length;
  const rest = content.slice(prefix.length + command.length);
  // XML allows no double hyphen inside a comment, so a dash stands for it there.
  const dashes = /(?:^|\s)(?:--|—)\s*/.exec(rest);
  const list = dashes === null ? rest : rest.slice(0, dashes.index);
  const reason = dashes === null ? "" : rest.slice(dashes.index + dashes[0].length).trim();
  return {
    command: { value: command, span: { start: commandStart, end: commandStart + command.length } },
    rules: rulesIn(list, commandStart + command.length),
    reason: reason === "" ? null : reason,
    span,
  };
}

const rulesIn = (list: string, offset: number): Field[] =>
  Array.from(list.matchAll(/[^\s,]+/g), ({ 0: value, index }) => ({
    value,
    span: { start: offset + index, end: offset + index + value.length },
  }));
