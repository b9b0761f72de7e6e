import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { groupsBy } from "#text/groups";
import { labelAtStart } from "#text/lead-marker";
import { fold } from "#text/terms";
import { countWords } from "#text/words";
import { filler, textBelow, visitsOf } from "./markdown-nodes.ts";

/** A paragraph of a single line that is all in bold, with text below it: it looks like a heading and is none. */
export interface BoldLine {
  readonly span: Span;
  readonly text: string;
}

/** What stands below a heading. */
const openedBy: ReadonlySet<string> = new Set(["paragraph", "list", "table"]);

const subjects: ReadonlySet<string> = new Set(["inlineCode", "link", "linkReference"]);

const mostWordsOfLabel = 3;

/** Longer ones are sentences that want to be seen. */
const mostCharacters = 70;

/** The bold lines of a Markdown document that stand for headings; null for other documents. */
export const boldLines = defineFact<readonly BoldLine[] | null>({
  id: "bold-lines",
  version: 4,
  from: { entry: () => null, markdown: read },
});

function read(view: MarkdownView): BoldLine[] {
  const visits = visitsOf(view);
  const children = view.tree().children;
  const next = new Map(children.map((node, index) => [node as unknown, children[index + 1]?.type]));
  const lines = visits.flatMap(({ node, start, end }, index) => {
    if (node.type !== "paragraph" || node.children.length !== 1 || node.children[0]?.type !== "strong") return [];
    const text = textBelow(visits, index);
    const follower = next.get(node) ?? "";
    // A few words above a listing name its file or language. Code or a link in bold is what the text below describes.
    const opens = follower === "code" ? countWords(text) > mostWordsOfLabel : openedBy.has(follower);
    const isSubject = node.children[0].children.every(({ type }) => subjects.has(type));
    return opens && !isSubject && isTitle(text) && !view.masked.slice(start, end).includes(filler)
      ? [{ span: { start, end }, text }]
      : [];
  });
  // What a document has several times is a label.
  const labels = groupsBy(lines, ({ text }) => fold(text));
  return lines.filter(({ text }) => !labels.has(fold(text)));
}

/** Sentences end with a mark; a label of the lead, and a remark in brackets, are no headings. */
const isTitle = (text: string) =>
  text !== "" &&
  text.length <= mostCharacters &&
  /[\p{L}\p{N})"'”’]$/u.test(text) &&
  !/^\(.*\)$/s.test(text) &&
  labelAtStart(`${text}:`) === undefined;
