import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { letters } from "#text/digest";
import { fnv1a } from "#text/fnv";
import { decodeNumbers, encodeNumbers } from "#text/number-code";
import { wordsOf, type Word } from "#text/words";
import { visitsOf, type Visit } from "./markdown-nodes.ts";

/** Characters that a word is stored in. */
const wordLength = 2;
/** Most words of a phrase that can be found again. */
export const longestPhrase = 14;
/** A capital is followed by another one within so many words where a name starts without quotes or emphasis. */
const nearby = 3;

/**
 * The stretches of a Markdown body that start like a title, to find the titles of other documents in them: two letters for
 * each word, a space, then coded for each word its distance from the start of the one before, twice, plus one where it
 * starts with a capital. Links, headings, quotes, tables and code are left out. Null for other documents.
 */
export const capitalPhrases = defineFact<string | null>({
  id: "capital-phrases",
  version: 1,
  from: { entry: () => null, markdown: codeOf },
});

/** A word of a stretch, or of a title. */
interface StoredWord {
  readonly start: number;
  readonly isCapital: boolean;
}

/** Stretches, read: `codes` has `wordLength` letters for each of the words. */
export interface CapitalPhrases {
  readonly codes: string;
  readonly words: readonly StoredWord[];
}

/** Stored stretches. */
export function phrasesOf(code: string | null): CapitalPhrases {
  const [codes = "", numbers = ""] = (code ?? "").split(" ");
  let start = 0;
  const words = decodeNumbers(numbers).map((number) => {
    start += number >>> 1;
    return { start, isCapital: (number & 1) === 1 };
  });
  return { codes, words };
}

/** The words of a text as they are stored. */
export const codesOf = (words: readonly Word[]): string => words.map(({ text }) => codeOfWord(text)).join("");

/** Where a row of words stands in stretches, by the position of its first word. */
export const codeAt = ({ codes }: CapitalPhrases, word: number, count: number): string =>
  codes.slice(word * wordLength, (word + count) * wordLength);

const codeOfWord = (word: string): string => letters(fnv1a(word.replaceAll("’", "'")) >>> 20, wordLength);

const leftOut = /^(?:heading|link|linkReference|blockquote|table|footnoteDefinition|mdxJsx\w*)$/;

function codeOf(view: MarkdownView): string {
  const visits = visitsOf(view);
  const codes: string[] = [];
  const numbers: number[] = [];
  let last = 0;
  for (let index = 0; index < visits.length;) {
    const visit = visits[index];
    if (visit === undefined) break;
    const isOut = leftOut.test(visit.node.type) || hasAnchors(visit);
    index = isOut ? visit.next : index + 1;
    if (isOut || visit.node.type !== "text" || view.masked.slice(visit.start, visit.end) !== visit.node.value) continue;
    for (const { text, start } of keptWords(visit.node.value, visit)) {
      codes.push(codeOfWord(text));
      numbers.push((visit.start + start - last) * 2 + Number(capital.test(text)));
      last = visit.start + start;
    }
  }
  return `${codes.join("")} ${encodeNumbers(numbers)}`;
}

const capital = /^[\p{Lu}\p{N}]/u;

/** The words of stretches that start with a capital: in quotes or emphasis, or where another one follows soon. */
function keptWords(text: string, { parent }: Visit): Word[] {
  const words = wordsOf(text);
  const isCapital = words.map((word) => capital.test(word.text));
  const isMarked = parent?.type === "emphasis" || parent?.type === "strong";
  let until = 0;
  return words.filter((word, index) => {
    const isQuoted = (isMarked && index === 0) || /["“‘«'„]/.test(text.charAt(word.start - 1));
    const starts =
      isCapital[index] === true && (isQuoted || isCapital.slice(index + 1, index + 1 + nearby).includes(true));
    if (starts) until = index + longestPhrase;
    return index < until;
  });
}

/** Whether a paragraph has links written as HTML, whose texts stand among its own. */
const hasAnchors = ({ node }: Visit): boolean =>
  node.type === "paragraph" && node.children.some((child) => child.type === "html" && /^<a\b/i.test(child.value));
