import { contentTerms, fold, stem } from "./terms.ts";
import { wordsOf } from "./words.ts";

/** A text with what is particular to one post masked: two posts from one template have the same. */
export interface Skeleton {
  /** The words in order, folded; `_` for one or more masked words, `#` for a number. */
  readonly text: string;
  /** How many words are left. */
  readonly words: number;
}

/**
 * Masks a post's own terms and numbers in a text.
 *
 * @param title the words of this title are masked, in any form
 * @param maskNames whether capitalised words inside a sentence are masked too
 */
export function skeletonOf(text: string, title: string, { maskNames }: { readonly maskNames: boolean }): Skeleton {
  const own = new Set(contentTerms(title));
  const parts: string[] = [];
  let words = 0;
  let isStart = true;
  for (const { text: word, end } of wordsOf(text)) {
    const mask = maskOf(word, own, maskNames && !isStart);
    if (mask === undefined) words++;
    if (mask === undefined || parts.at(-1) !== mask) parts.push(mask ?? fold(word));
    isStart = /^["'”’)]*[.!?]/.test(text.slice(end, end + 4));
  }
  return { text: parts.join(" "), words };
}

function maskOf(word: string, own: ReadonlySet<string>, maskNames: boolean): "_" | "#" | undefined {
  if (/^[\p{N}.,]+$/u.test(word)) return "#";
  if (maskNames && /\p{Lu}|\p{N}/u.test(word)) return "_";
  const parts = fold(word).split(/[-.&_]/);
  return parts.some((part) => own.has(stem(part))) ? "_" : undefined;
}

/** Fewest words of a summary that is compared with others as a whole. */
const fewestCompared = 12;
/** Skeletons with fewer words left agree by chance. */
const fewestSkeletonWords = 6;

/** What is equal in two summaries that differ only in their posts' own terms and numbers; undefined for short ones. */
export function templateOf(summary: string, title: string): string | undefined {
  if (wordsOf(summary).length < fewestCompared) return undefined;
  const { text, words } = skeletonOf(summary, title, { maskNames: false });
  return words < fewestSkeletonWords ? undefined : text;
}
