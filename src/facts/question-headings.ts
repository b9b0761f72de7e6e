import { spanWithin } from "#model/field";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { countGraphemes } from "#text/graphemes";
import { evasionOf } from "#text/lead-language";
import { labelAtStart } from "#text/lead-marker";
import { sentencesOf } from "#text/sentences";
import { countWords } from "#text/words";
import { textBelow, visitsOf } from "./markdown-nodes.ts";
import { piecesOf, textOf, type Piece, type PieceText } from "./markdown-pieces.ts";

/** A question as a heading, and the paragraph right below it. */
export interface QuestionHeading {
  readonly question: string;
  /** The first sentence of the paragraph. */
  readonly first: Span;
  /** What it starts with. */
  readonly opening: string;
  /** Whether it asks, clears its throat or speaks of the post, and so does not answer. */
  readonly evades: boolean;
  /**
   * How many characters a reader has read when the first sentence that may answer ends, or the first clause of it that
   * says something; null where there is none.
   */
  readonly answeredAfter: number | null;
}

/**
 * The questions among the headings of the second and third level that a paragraph follows, in order. Those that a list,
 * code, a table, a picture or another heading follows are left out, as what stands there may be the answer; so are
 * questions that want no answer. Null for other documents than Markdown.
 */
export const questionHeadings = defineFact<readonly QuestionHeading[] | null>({
  id: "question-headings",
  version: 2,
  from: { entry: () => null, markdown: read },
});

function read(view: MarkdownView): QuestionHeading[] {
  const visits = visitsOf(view);
  const isOne = ({ node, start, end }: (typeof visits)[number]) =>
    node.type === "heading" && (node.depth === 2 || node.depth === 3) && /[?？]/.test(view.masked.slice(start, end));
  if (!visits.some(isOne)) return [];
  const pieces = piecesOf(view);
  return pieces.flatMap((piece, at) => {
    if (!isOne(piece.visit) || piece.box !== undefined) return [];
    const question = textBelow(visits, piece.index);
    return isAnswerable(question) ? answerBelow(view, question, pieces[at + 1]) : [];
  });
}

// Said to the reader, who is to do something; or a turn of phrase that says what the section is about.
const turn =
  /^(?:(?:so,? )?(?:what['’]?s|what is|what comes|where to go|where do (?:we|i|you) go) (?:next|now|new|from here|missing)|(?:so|now|and)? ?what(?: now| happens (?:now|next))?|why (?:bother|now|not)|(?:any |more |got |have )?questions|(?:are you )?(?:ready|interested|curious|stuck|confused)|(?:do you )?(?:want|need|have|prefer|like|enjoy|looking|found|liked|wondering|still|thinking|struggling)|did you)(?![\p{L}\p{N}])/iu;

/** Whether a heading asks what a searcher could ask. */
function isAnswerable(heading: string): boolean {
  const question = heading.replace(/^[^\p{L}]{0,12}/u, "");
  return /[?？]$/.test(question) && /\p{L}/u.test(question) && !turn.test(question);
}

/** Longest paragraph that is read, in UTF-16 units. */
const mostRead = 1000;
const longestOpening = 160;

function answerBelow(view: MarkdownView, question: string, piece: Piece | undefined): QuestionHeading[] {
  if (piece?.visit.node.type !== "paragraph" || piece.box !== undefined) return [];
  const text = textOf(view, piece);
  const from = labelAtStart(text.value)?.end ?? 0;
  const sentences = sentencesOf(withCodeAsNames(view, piece, text, from + mostRead).slice(from), 4);
  const [first] = sentences;
  // A picture, a shortcode, or what a list below goes on with.
  if (first === undefined || !/\p{L}/u.test(first.text) || /[:：]\W{0,3}$/u.test(text.value)) return [];
  const answer = sentences.find((sentence) => !isEvasive(sentence.text, question));
  const opening = text.value.slice(from + first.start, from + Math.min(first.end, first.start + longestOpening));
  const row = { question, first: spanWithin(text, from + first.start, from + first.end), opening };
  if (answer === undefined) return [{ ...row, evades: true, answeredAfter: null }];
  const upToIt = text.value.slice(from, from + answer.start + clauseEnd(answer.text)).trim();
  return [{ ...row, evades: answer !== first, answeredAfter: countGraphemes(upToIt) }];
}

/** The start of a text in which code starts with a capital letter, as a name does: it may start a sentence. */
function withCodeAsNames(
  view: MarkdownView,
  { visit, index }: Piece,
  { value, map }: PieceText,
  length: number,
): string {
  const letters = value.slice(0, length).split("");
  const codes = visitsOf(view)
    .slice(index, visit.next)
    .filter(({ node }) => node.type === "inlineCode");
  const starts = new Set(
    codes.map(({ start }) => start + (/^`{1,8} ?/.exec(view.masked.slice(start, start + 9))?.[0].length ?? 0)),
  );
  for (let row = 0; row < map.length; row += 3) {
    const [at = 0, place = 0] = map.slice(row, row + 2);
    if (starts.has(place) && /[a-z_]/.test(letters[at] ?? "")) letters[at] = "X";
  }
  return letters.join("");
}

/** Fewest words that say something by themselves. */
const fewestWords = 5;

/** Where a sentence has said something: at a colon, a semicolon or a dash behind a few words, else at its end. */
function clauseEnd(sentence: string): number {
  for (const { index } of sentence.matchAll(/[:;](?=\s)|\s[—–-](?=\s)|—/gu)) {
    if (countWords(sentence.slice(0, index)) >= fewestWords) return index;
  }
  return sentence.length;
}

/** Speaks of the section, or of the question, and not of what is asked. */
const ofItself =
  /^(?:in this section\b|(?:(?:this|that|it)(?:['’]s| is) an? |what an? )?(?:very )?(?:good|great|excellent|fair|tricky|interesting) question\b)/i;

function isEvasive(sentence: string, question: string): boolean {
  if (ofItself.test(sentence)) return true;
  const evasion = evasionOf(sentence);
  // "Who is this guide for?" is answered by "This guide is for …".
  if (evasion === "meta") return !/(?<!\p{L})(?:this|you|we|series|guide|post|article|book)(?!\p{L})/iu.test(question);
  return evasion === "question" || evasion === "throat-clearing";
}
