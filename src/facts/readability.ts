import { ParseEnglish } from "parse-english";
import { spanWithin } from "#model/field";
import type { Entry } from "#model/entry";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { countSentence, formulaCount, hardByFormulas } from "#text/readability";
import { bodyLanguage } from "./body-language.ts";
import { filler } from "./markdown-nodes.ts";
import { paragraphsOf, type Paragraph } from "./markdown-paragraphs.ts";

/** How hard a body is to read. */
export interface Readability {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
  /** Sentences that most formulas call hard for readers of sixteen. */
  readonly hard: number;
  /** The first of them. */
  readonly examples: readonly Span[];
}

/** The readability of a Markdown body in English, of its paragraphs outside of lists and quotes; null for all others. */
export const readability = defineFact<Readability | null>({
  id: "readability",
  version: 1,
  from: { entry: () => null, markdown: read },
});

/** Shorter sentences are not judged: one long word decides there. */
const fewestWords = 5;
const age = 16;
/** Share of the formulas that must agree: the default of retext-readability. */
const threshold = 4 / 7;
const mostExamples = 5;
/** Longer paragraphs are no prose. */
const longestParagraph = 20_000;

/** A sentence as the parser for English cuts it: its words, and its place in the text. */
export interface EnglishSentence {
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Cuts an English text into sentences and words, as retext-english does. */
export function englishSentences(text: string): EnglishSentence[] {
  const root = new ParseEnglish().parse(text);
  return nodesOf(root, "SentenceNode").map((sentence) => ({
    words: nodesOf(sentence, "WordNode").map(textOf),
    start: sentence.position?.start.offset ?? 0,
    end: sentence.position?.end.offset ?? 0,
  }));
}

/** Whether most formulas call a sentence hard. */
export function isHard({ words }: EnglishSentence): boolean {
  if (words.length < fewestWords) return false;
  return hardByFormulas(countSentence(words), age) / formulaCount >= threshold;
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined };
        readonly end: { readonly offset?: number | undefined };
      }
    | undefined;
}

/** The nodes of a type, none within another. The tree of a paragraph is five levels deep at most. */
function nodesOf(node: unknown, type: string): Node[] {
  const { children = [] } = node as Node;
  return children.flatMap((child) => (child.type === type ? [child] : nodesOf(child, type)));
}

const textOf = ({ value, children = [] }: Node): string => value ?? children.map(textOf).join("");

function read(view: MarkdownView, entry: Entry): Readability | null {
  if (bodyLanguage.from.markdown?.(view, entry)?.language !== "en") return null;
  const totals = { words: 0, sentences: 0, syllables: 0, hard: 0 };
  const examples: Span[] = [];
  for (const { container, field } of paragraphsOf(view)) {
    if (container !== "body" || field.value.length > longestParagraph) continue;
    for (const sentence of englishSentences(readable(field))) {
      const counts = countSentence(sentence.words);
      if (counts.words === 0) continue;
      totals.words += counts.words;
      totals.sentences++;
      totals.syllables += counts.syllables;
      if (!isHard(sentence)) continue;
      totals.hard++;
      if (examples.length < mostExamples) examples.push(spanWithin(field, sentence.start, sentence.end));
    }
  }
  return { ...totals, examples };
}

/** Code and pictures are read as a pause of the same length. */
const readable = ({ value }: Paragraph["field"]): string => value.replaceAll(filler, " ");
