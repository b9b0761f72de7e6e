/** Shortest word in which a letter too many, too few or in the wrong place is a slip. */
const shortest = 5;
/** Shorter words of one length differ by a letter and are two words: "stack" and "stock". */
const shortestWithOther = 7;
/** Longer ones are phrases. */
const longest = 40;

/**
 * Finds the word that each of some rare words is a slip of: one letter is missing, is too much, is another, or has
 * changed places with its neighbour. Slips spare the first letter and the last: "React" and "Preact", "scala" and
 * "scalar" are two words. Words with digits name versions and sizes, and are no slips.
 *
 * @param words in small letters
 */
export function letterSlips(rare: Iterable<string>, usual: Iterable<string>): Map<string, string> {
  const known = new Map<string, string[]>();
  for (const word of usual) {
    if (!isComparable(word)) continue;
    for (const form of [word, ...withoutOneLetter(word)]) {
      const words = known.get(form);
      if (words === undefined) known.set(form, [word]);
      else words.push(word);
    }
  }
  const slips = new Map<string, string>();
  for (const word of rare) {
    if (!isComparable(word)) continue;
    const near = [word, ...withoutOneLetter(word)].flatMap((form) => known.get(form) ?? []);
    const meant = near.find((one) => isSlip(word, one));
    if (meant !== undefined) slips.set(word, meant);
  }
  return slips;
}

const isComparable = (word: string) =>
  word.length >= shortest &&
  word.length <= longest &&
  !/[\p{N}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word);

/** A word without each of its inner letters. */
const withoutOneLetter = (word: string) =>
  Array.from({ length: word.length - 2 }, (_, at) => word.slice(0, at + 1) + word.slice(at + 2));

function isSlip(written: string, meant: string): boolean {
  if (written === meant || written[0] !== meant[0] || written.at(-1) !== meant.at(-1)) return false;
  const [short, long] = written.length < meant.length ? [written, meant] : [meant, written];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return short.length >= shortestWithOther;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
