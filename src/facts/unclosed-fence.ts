import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { visitsOf } from "./markdown-nodes.ts";

/** The opening line of a code fence that runs to the end of a Markdown document; null where there is none. */
export const unclosedFence = defineFact<Span | null>({
  id: "unclosed-fence",
  version: 2,
  from: { entry: () => null, markdown: read },
});

const marks = /^(?:`{3,}|~{3,})/;

function read(view: MarkdownView): Span | null {
  // Without shortcodes, which may stand beside the marks.
  const text = view.masked;
  const last = visitsOf(view).findLast(({ node }) => node.type === "code");
  if (last === undefined || text.slice(last.end).trim() !== "") return null;
  const open = marks.exec(text.slice(last.start, last.start + 200))?.[0];
  // Without marks it is code by its indent.
  if (open === undefined) return null;
  const lines = text.slice(last.start, last.end).split(/\r\n?|\n/);
  const closing = (lines.at(-1) ?? "").replace(/^[\s>]+/, "").trimEnd();
  const isClosed =
    lines.length > 1 && closing.length >= open.length && closing === open.charAt(0).repeat(closing.length);
  return isClosed ? null : { start: last.start, end: last.start + (lines[0]?.length ?? 0) };
}
