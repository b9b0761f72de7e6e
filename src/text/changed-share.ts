import { countCjk, wordsOf } from "./words.ts";

/**
 * The share of its words in which a text differs from an older one, 0 to 1: those that came or those that went,
 * whichever are more, of the longer text. Signs, capital letters and the order of words make no difference, so that
 * neither a new format nor a moved paragraph is a change. Of Chinese, Japanese and Korean each character is a word.
 */
export function changedShare(before: string, after: string): number {
  if (before === after) return 0;
  const counts = new Map<string, number>();
  const [older, newer] = [unitsOf(before), unitsOf(after)];
  for (const unit of older) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  let kept = 0;
  for (const unit of newer) {
    const left = counts.get(unit) ?? 0;
    if (left === 0) continue;
    counts.set(unit, left - 1);
    kept++;
  }
  const longer = Math.max(older.length, newer.length);
  return longer === 0 ? 0 : 1 - kept / longer;
}

/** How many words a text has by the measure of `changedShare`. */
export const countUnits = (text: string): number => unitsOf(text).length;

const unitsOf = (text: string): string[] =>
  wordsOf(text).flatMap(({ text: word }) => (countCjk(word) === 0 ? word.toLowerCase() : [...word]));
