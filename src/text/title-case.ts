import { wordsOf } from "./words.ts";

/** A mixed one has both capitals and small letters where a style would have one of them. */
export type TitleCase = "title" | "sentence" | "mixed";

/** Fewest words that must show a case, and the shares of capitals from which a title is in one or the other. */
const fewestWords = 3;
const titleShare = 0.8;
const sentenceShare = 0.2;

/** Words that texts write in small letters somewhere: those that a capital letter does not belong to. */
export function commonWords(texts: Iterable<string>): Set<string> {
  const common = new Set<string>();
  for (const text of texts) for (const { text: word } of wordsOf(text)) if (isJudged(word)) common.add(word);
  return common;
}

/**
 * The case that a title is in; undefined where too few of its words show it. Only common words of four letters and more
 * are judged, and not the first of a title or of its part after a colon: names are written with a capital everywhere.
 */
export function titleCase(title: string, common: ReadonlySet<string>): TitleCase | undefined {
  let judged = 0;
  let capitals = 0;
  for (const { text: word, start } of wordsOf(title)) {
    const lower = word.toLowerCase();
    if (isOpening(title, start) || !common.has(lower) || word.slice(1) !== lower.slice(1)) continue;
    judged++;
    if (word !== lower) capitals++;
  }
  if (judged < fewestWords) return undefined;
  const share = capitals / judged;
  if (share >= titleShare) return "title";
  return share <= sentenceShare ? "sentence" : "mixed";
}

const isJudged = (word: string) => /^\p{Ll}{4,}$/u.test(word);

/** Whether a word starts the title, or a part of it after a colon, a dash, a bracket or a full stop. */
const isOpening = (title: string, start: number) =>
  !/[\p{L}\p{N}'’&,/-]\s*$/u.test(title.slice(Math.max(0, start - 8), start));
