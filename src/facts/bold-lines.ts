import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { labelAtStart } from "#text/lead-marker";
import { filler, textBelow, visitsOf } from "./markdown-nodes.ts";

/** A paragraph of a single line that is all in bold, with text below it: it looks like a heading and is none. */
export interface BoldLine {
  readonly span: Span;
  readonly text: string;
}

/** Longer ones are sentences that want to be seen. */
const mostCharacters = 70;

/** The bold lines of a Markdown document that stand for headings; null for other documents. */
export const boldLines = defineFact<readonly BoldLine[] | null>({
  id: "bold-lines",
  version: 1,
  from: { entry: () => null, markdown: read },
});

function read(view: MarkdownView): BoldLine[] {
  const visits = visitsOf(view);
  const children = view.tree().children;
  const next = new Map(children.map((node, index) => [node as unknown, children[index + 1]?.type]));
  return visits.flatMap(({ node, start, end }, index) => {
    if (node.type !== "paragraph" || node.children.length !== 1 || node.children[0]?.type !== "strong") return [];
    const text = textBelow(visits, index);
    const follower = next.get(node);
    const opens = follower === "paragraph" || follower === "list" || follower === "code" || follower === "table";
    return opens && isTitle(text) && !view.masked.slice(start, end).includes(filler)
      ? [{ span: { start, end }, text }]
      : [];
  });
}

/** Sentences end with a mark, and a label of the lead is no heading. */
const isTitle = (text: string) =>
  text !== "" &&
  text.length <= mostCharacters &&
  /[\p{L}\p{N})"'”’]$/u.test(text) &&
  labelAtStart(`${text}:`) === undefined;
