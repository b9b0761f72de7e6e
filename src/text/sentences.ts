/** A part of a text and its place in it. */
export interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// Words whose full stop does not end a sentence, even before a capital letter.
const abbreviations = new Set(
  `e.g i.e eg ie vs cf approx ca fig figs al mr mrs ms dr prof st gen rev hon jr sr mt vol ed eds pp inc ltd
  z.b bzw ca d.h u.a nr bspw p.ex av pág ej p.ej sig dott`.split(/\s+/),
);
const terminators = /[.!?…。！？]+/g;
const closers = "\"'”’»)]}」』】*_";

/**
 * The sentences of a text in order, trimmed. White space of any kind separates words only, so a line break inside a
 * sentence does not end it. A number such as "1." at a sentence's start belongs to it.
 *
 * @param limit most sentences wanted; reading stops there
 */
export function sentencesOf(text: string, limit = Infinity): Stretch[] {
  const sentences: Stretch[] = [];
  let start = 0;
  for (const match of text.matchAll(terminators)) {
    if (sentences.length >= limit) return sentences;
    const end = afterClosers(text, match.index + match[0].length);
    if (!endsSentence(text, start, match.index, match[0], end)) continue;
    pushTrimmed(sentences, text, start, end);
    start = end;
  }
  if (sentences.length < limit) pushTrimmed(sentences, text, start, text.length);
  return sentences;
}

/** Whether a text closes with a sentence's end: a full stop, a question or exclamation mark, or an ellipsis. */
export const isClosed = (text: string): boolean => /[.!?…。！？।؟۔][\s"'”’»)\]}」』】*_]{0,9}$/u.test(text.slice(-12));

function afterClosers(text: string, from: number): number {
  let end = from;
  while (end < text.length && closers.includes(text.charAt(end))) end++;
  return end;
}

function endsSentence(text: string, start: number, at: number, mark: string, end: number): boolean {
  if (/[。！？]/.test(mark)) return mark.endsWith("。") || !goesOn(text, start, at, at + mark.length, end);
  if (end < text.length && !/\s/.test(text.charAt(end))) return false;
  if (/[!?]/.test(mark)) return true;
  const next = /\S/u.exec(text.slice(end, end + 20))?.[0] ?? "";
  if (/\p{Ll}/u.test(next)) return false;
  return mark !== "." || !belongsToWord(text.slice(start, at), text.slice(Math.max(start, at - 12), at));
}

/** Longest stretch of a quotation around a mark that is looked at. */
const widestQuote = 100;
const quotes = ["“”", "「」", "『』", "《》", "（）", "【】"] as const;

/** Whether a full-width question or exclamation mark ends a quotation or an aside only: “好吗？”让我想起, （三十？）之后. */
function goesOn(text: string, start: number, at: number, behind: number, end: number): boolean {
  const next = text.slice(end, end + 2);
  if (/^[，、；：）》,;:]/u.test(next) || (end > behind && /^\p{L}/u.test(next))) return true;
  const before = text.slice(Math.max(start, at - widestQuote), at);
  const after = text.slice(behind, behind + widestQuote);
  return quotes.some(([open = "", close = ""]) => {
    const isOpen = before.lastIndexOf(open) > before.lastIndexOf(close);
    const closing = isOpen ? after.indexOf(close) : -1;
    const opening = after.indexOf(open);
    return closing > 0 && (opening < 0 || closing < opening);
  });
}

/** Whether the full stop after a text is part of its last word: an abbreviation, an initial, or a list number. */
function belongsToWord(sentence: string, tail: string): boolean {
  const word = /[^\s(“"'‘]*$/u.exec(tail)?.[0] ?? "";
  if (abbreviations.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word)) return true;
  return sentence.length < 24 && /^\s*\d{1,2}(?:\.\d{1,2}){0,3}$/.test(sentence);
}

function pushTrimmed(into: Stretch[], text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const trimmed = raw.trim();
  if (trimmed !== "") into.push({ text: trimmed, start, end: start + trimmed.length });
}
