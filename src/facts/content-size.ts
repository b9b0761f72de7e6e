import type { Entry } from "#model/entry";
import type { Post } from "#model/post";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { countCjk, countWords } from "#text/words";
import { wordCounts } from "./markdown-word-counts.ts";

/** How much there is to read in a post. */
export interface ContentSize {
  /** Words of scripts that put spaces between them. */
  readonly words: number;
  /** Characters of Chinese, Japanese and Korean. */
  readonly cjk: number;
  /** Share of those among all characters but spaces, 0 to 1. */
  readonly cjkShare: number;
}

/**
 * The size of an entry's content; null where it has none, or only the start of it. Of a Markdown document all that a
 * generator counts: the text without its markup, and code.
 */
export const contentSize = defineFact<ContentSize | null>({
  id: "content-size",
  version: 2,
  from: { entry: sizeOf, markdown: sizeOfBody },
});

/** Fewest words of a post that has a lead and something below it; two characters of Chinese, Japanese or Korean are one. */
const fewestWords = 80;

/** Whether what there is to read is a note: a remark or a question with nothing below it that it could lead into. */
export const isNote = (size: ContentSize | null): boolean => size !== null && size.words + size.cjk / 2 < fewestWords;

/** The size of what an entry speaks of: its own content, else that of the post's source. */
export function sizeFor(
  { entries }: Post,
  entry: Entry,
  factOf: (entry: Entry) => ContentSize | null,
): ContentSize | null {
  const source = entries.find(({ edition }) => edition === "source");
  return factOf(entry) ?? (source === undefined ? null : factOf(source));
}

function sizeOfBody(view: MarkdownView, entry: Entry): ContentSize | null {
  const counts = wordCounts.from.markdown?.(view, entry);
  if (counts === undefined || counts === null) return null;
  const { words, inlineCodeWords, codeWords, cjk } = counts;
  // What white space separates is counted as words, so a run of characters is one of them too.
  const latin = Math.max(0, words - Math.ceil(cjk / charactersBetweenSpaces)) + inlineCodeWords + codeWords;
  return latin + cjk === 0 ? null : { words: latin, cjk, cjkShare: cjk / (cjk + latin * lettersInWord) };
}

/** Characters of Chinese, Japanese or Korean that follow each other without white space, and letters of a word, roughly. */
const charactersBetweenSpaces = 20;
const lettersInWord = 5;

function sizeOf({ content, summary }: Entry): ContentSize | null {
  const text = content?.value.trim() ?? "";
  if (text === "" || isCut(text) || text === summary?.value.trim()) return null;
  const cjk = countCjk(text);
  const words = countWords(cjk === 0 ? text : text.replace(eastAsian, " "));
  return { words, cjk, cjkShare: cjk === 0 ? 0 : cjk / text.replace(/\s+/gu, "").length };
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;

/** Whether a text is only the start of a post, as feeds have it. */
const isCut = (text: string) =>
  /(?:\.\.\.|…|\[…\]|\[\.\.\.\]|(?:read|continue) (?:more|reading)\W{0,3})$/i.test(text.slice(-40));
