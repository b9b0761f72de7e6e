import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { foldedDigest } from "#text/folded-digest";
import { skeletonDigest } from "#text/skeleton";
import { countWords } from "#text/words";
import { visitsOf } from "./markdown-nodes.ts";
import { paragraphsOf, type Paragraph } from "./markdown-paragraphs.ts";
import { fewestWords as fewestPassageWords } from "./passages.ts";

/** A passage that posts are prone to share a template of. */
export interface SetPiece {
  readonly kind: "answer" | "closing";
  readonly span: Span;
  /** The digest of its template, and of what it says. */
  readonly template: string;
  readonly digest: string;
}

/**
 * The answers to questions (below a question as a heading, in bold, or in a shortcode) and the last
 * paragraph of a Markdown document where it is short, as digests. Passages with few words that are no post's own are left out. Null for other documents.
 */
export const setPieces = defineFact<readonly SetPiece[] | null>({
  id: "set-pieces",
  version: 3,
  from: { entry: () => null, markdown: (view, { title }) => read(view, title?.value ?? "") },
});

/** Fewest words that are left when a post's own are masked. */
const fewestWords = 8;

function read(view: MarkdownView, title: string): SetPiece[] {
  const paragraphs = paragraphsOf(view).filter(({ container }) => container === "body");
  const answers = questionEnds(view).flatMap((end) => {
    const answer = firstBehind(paragraphs, end);
    return answer === undefined ? [] : pieceOf("answer", answer, title);
  });
  const last = paragraphs.at(-1);
  // A longer one is a paragraph like others, and `passages` has its template.
  if (last === undefined || countWords(last.field.value) >= fewestPassageWords.template) return answers;
  // What another section follows closes nothing, and where to write to or read on is no thought.
  const { start, end } = last.field.span;
  if (visitsOf(view).some(({ node, start: at }) => node.type === "heading" && at > end)) return answers;
  if (/\]\(|\]\[|@|https?:/.test(view.document.text.slice(start, end))) return answers;
  const isAnswer = answers.some(({ span }) => span.start === start);
  return isAnswer ? answers : [...answers, ...pieceOf("closing", last, title)];
}

function pieceOf(kind: SetPiece["kind"], { field: { value, span }, words }: Paragraph, title: string): SetPiece[] {
  const template = skeletonDigest(value, words, { title, maskNames: true }, fewestWords);
  return template === undefined ? [] : [{ kind, span, template, digest: foldedDigest(value) }];
}

/** Where the questions of a document end, ascending. */
function questionEnds(view: MarkdownView): number[] {
  const { text } = view.document;
  const inText = visitsOf(view).flatMap(({ node, start, end }) => {
    const isQuestion = node.type === "heading" || (node.type === "paragraph" && isBold(text, start, end));
    return isQuestion && /\?[*_\s#]*$/.test(text.slice(Math.max(start, end - 12), end)) ? end : [];
  });
  const inShortcodes = view.shortcodes.flatMap(({ inner, span }) =>
    inner !== undefined && /\?"/.test(text.slice(span.start, inner.start)) ? inner.start : [],
  );
  return [...inText, ...inShortcodes].toSorted((a, b) => a - b);
}

const isBold = (text: string, start: number, end: number) =>
  /^(?:\*\*|__)/.test(text.slice(start, start + 2)) &&
  /(?:\*\*|__)\s*$/.test(text.slice(Math.max(start, end - 4), end));

/** The first paragraph behind an offset, found by halving. */
function firstBehind(paragraphs: readonly Paragraph[], offset: number): Paragraph | undefined {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.field.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return paragraphs[low];
}
