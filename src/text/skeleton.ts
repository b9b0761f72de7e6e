import { remembering } from "./remember.ts";
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
  const own = ownTerms(title);
  const parts: string[] = [];
  let words = 0;
  let isStart = true;
  for (const { text: word, end } of wordsOf(text)) {
    const folded = foldWord(word);
    const mask = maskNames && !isStart && isNameOrNumber(word, folded) ? maskOfName(word) : maskOf(folded, own);
    if (mask === undefined) words++;
    if (mask === undefined || parts.at(-1) !== mask) parts.push(mask ?? folded);
    isStart = startsSentence(text, end);
  }
  return { text: parts.join(" "), words };
}

/** The terms of a title, and how they start: most words of a text share no start with any, and need no stem. */
interface OwnTerms {
  readonly terms: ReadonlySet<string>;
  readonly starts: ReadonlySet<string>;
}

const ownTerms = remembering(16, (title): OwnTerms => {
  const terms = contentTerms(title);
  return { terms: new Set(terms), starts: new Set(terms.map(startOf)) };
});

/** A word that folding leaves as it is has no capital; then only a digit can make it a number. */
const isNameOrNumber = (word: string, folded: string) =>
  word === folded && plainLower.test(word) ? false : /\p{Lu}|\p{N}/u.test(word);
const plainLower = /^[!-/:-~]+$/;

/** Whether what follows a word ends a sentence, behind at most three quotes and brackets. */
function startsSentence(text: string, end: number): boolean {
  for (let at = end; at < end + 4; at++) {
    const sign = text.charAt(at);
    if (sign === "." || sign === "!" || sign === "?") return true;
    if (sign === "" || !"\"'”’)".includes(sign)) return false;
  }
  return false;
}

const startOf = (word: string) => word.slice(0, 2);
const foldWord = (word: string) => (/^[!-~]+$/.test(word) ? word.toLowerCase() : fold(word));
const isNumber = (word: string) => !/^[a-z]/.test(word) && /^[\p{N}.,]+$/u.test(word);
const maskOfName = (word: string) => (isNumber(word) ? "#" : "_");

function maskOf(folded: string, { terms, starts }: OwnTerms): "_" | "#" | undefined {
  if (isNumber(folded)) return "#";
  const isOwn = (part: string) => starts.has(startOf(part)) && terms.has(stem(part));
  return (/[-.&_]/.test(folded) ? folded.split(/[-.&_]/).some(isOwn) : isOwn(folded)) ? "_" : undefined;
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
