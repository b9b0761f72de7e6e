import { digestOfNumbers } from "./digest.ts";
import { remembering } from "./remember.ts";
import { contentTerms, stem } from "./terms.ts";
import { wordRunOf, type WordForm, type WordRun } from "./vocabulary.ts";
import { wordsOf } from "./words.ts";

/** A text with what is particular to one post masked: two posts from one template have the same. */
export interface Skeleton {
  /** The words in order, folded; `_` for one or more masked words, `#` for a number. */
  readonly text: string;
  /** How many words are left. */
  readonly words: number;
}

/** How a text is masked. */
interface Masking {
  /** The words of this title are masked, in any form. */
  readonly title: string;
  /** Whether capitalised words inside a sentence are masked too. */
  readonly maskNames: boolean;
}

/** Masks a post's own terms and numbers in a text. */
export function skeletonOf(text: string, masking: Masking): Skeleton {
  const parts: string[] = [];
  let words = 0;
  eachPart(text, wordRunOf(text), masking, (part) => {
    const mask = typeof part === "string" ? part : undefined;
    if (mask === undefined) words++;
    parts.push(typeof part === "string" ? part : part.folded);
  });
  return { text: parts.join(" "), words };
}

/** The same as a digest, without making the text, for the words of a text; undefined where fewer than `least` are left. */
export function skeletonDigest(text: string, run: WordRun, masking: Masking, least: number): string | undefined {
  const hashes: number[] = [];
  let words = 0;
  eachPart(text, run, masking, (part) => {
    if (typeof part !== "string") words++;
    hashes.push(typeof part === "string" ? maskHash[part] : part.hash);
  });
  return words < least ? undefined : digestOfNumbers(hashes);
}

/** Stands for one or more masked words, and for a number. */
type Mask = "_" | "#";
const maskHash = { _: 1, "#": 2 } as const;

/** Tells the words that are left and the masks between them, in order; of equal masks in a row the first. */
function eachPart(
  text: string,
  { forms, starts }: WordRun,
  { title, maskNames }: Masking,
  found: (part: WordForm | Mask) => void,
): void {
  const own = ownTerms(title);
  let last: Mask | undefined;
  let isStart = true;
  for (let index = 0; index < forms.length; index++) {
    const form = forms[index];
    if (form === undefined) return;
    const mask = maskNames && !isStart && form.isNameOrNumber ? maskOfName(form) : maskOf(form, own);
    if (mask === undefined || mask !== last) found(mask ?? form);
    last = mask;
    isStart = startsSentence(text, (starts[index] ?? 0) + form.text.length);
  }
}

/** The terms of a title, and how they start: most words of a text share no start with any, and need no stem. */
interface OwnTerms {
  readonly terms: ReadonlySet<string>;
  readonly starts: ReadonlySet<number>;
}

const ownTerms = remembering(16, (title): OwnTerms => {
  const terms = contentTerms(title);
  return { terms: new Set(terms), starts: new Set(terms.map(startOf)) };
});

/** Whether what follows a word ends a sentence, behind at most three quotes and brackets. */
function startsSentence(text: string, end: number): boolean {
  for (let at = end; at < end + 4; at++) {
    const sign = text.charAt(at);
    if (sign === "." || sign === "!" || sign === "?") return true;
    if (sign === "" || !"\"'”’)".includes(sign)) return false;
  }
  return false;
}

/** The first two units as a number, which takes no memory. */
const startOf = (word: string) => word.charCodeAt(0) * 0x10000 + word.charCodeAt(1);
const maskOfName = ({ isNumber }: WordForm): Mask => (isNumber ? "#" : "_");

function maskOf({ isNumber, parts }: WordForm, { terms, starts }: OwnTerms): Mask | undefined {
  if (isNumber) return "#";
  for (const part of parts) if (starts.has(startOf(part)) && terms.has(stem(part))) return "_";
  return undefined;
}

/** Fewest words of a summary that is compared with others as a whole. */
const fewestCompared = 12;
/** Skeletons with fewer words left agree by chance. */
const fewestSkeletonWords = 6;

/** What is equal in two summaries that differ only in their posts' own terms and numbers; undefined for short ones. */
export function templateOf(summary: string, title: string): string | undefined {
  if (wordsOf(summary).length < fewestCompared) return undefined;
  const { text, words } = skeletonOf(summary, { title, maskNames: false });
  return words < fewestSkeletonWords ? undefined : text;
}
