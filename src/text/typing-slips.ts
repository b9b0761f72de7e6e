import { distance } from "fastest-levenshtein";

/**
 * Whether a word is a known one mistyped: another case or other separators, two letters swapped, one letter wrong in five
 * or six, two in seven or more. A plural is a word of its own, and so is any short word that is one letter off.
 */
export function isTypingSlip(word: string, known: string): boolean {
  if (word === known || Math.abs(word.length - known.length) > 4) return false;
  const [a, b] = [compact(word), compact(known)];
  if (a === b) return true;
  if (`${a}s` === b || a === `${b}s`) return false;
  if (a.length === b.length && sorted(a) === sorted(b)) return true;
  const shorter = Math.min(a.length, b.length);
  return shorter >= 5 && distance(a, b) <= (shorter >= 7 ? 2 : 1);
}

const compact = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const sorted = (word: string) => [...word].toSorted().join("");
