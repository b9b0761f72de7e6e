import { distance } from "fastest-levenshtein";

// Longer words are no typing slips, and the distance's cost grows with both lengths.
const longestWord = 80;

/**
 * The candidate that a mistyped word most likely stands for, or undefined when none is near.
 *
 * Near is two edits for every five characters of the word, and at least one. Two neighbours swapped are one edit, as
 * is an ending of up to three letters too many or too few. Case does not count. Of equally near candidates, the first.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined;
  const written = word.toLowerCase();
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(word.length * 0.4)) + 1;
  for (const candidate of candidates) {
    const edits = editsBetween(written, candidate.toLowerCase());
    if (edits < least) {
      nearest = candidate;
      least = edits;
    }
  }
  return nearest;
}

const editsBetween = (a: string, b: string) => (isSwap(a, b) || differsInEnding(a, b) ? 1 : distance(a, b));

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let first = 0;
  while (first < a.length && a[first] === b[first]) first++;
  return a[first] === b[first + 1] && a[first + 1] === b[first] && a.slice(first + 2) === b.slice(first + 2);
}

function differsInEnding(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.startsWith(short) && /^[a-z]{1,3}$/.test(long.slice(short.length));
}
