import { fold } from "./terms.ts";
import { wordsOf } from "./words.ts";

/** Words in a run that is compared. */
const runLength = 3;

/**
 * How much of a text another text has: the share of its runs of three words, 0 to 1, whatever the case, the signs and
 * the typography. Undefined for a text that is too short for a run.
 */
export function containment(text: string, other: string): number | undefined {
  const own = runsOf(text);
  if (own.length === 0) return undefined;
  const known = new Set(runsOf(other));
  return own.filter((run) => known.has(run)).length / own.length;
}

function runsOf(text: string): string[] {
  const words = wordsOf(fold(text)).map((word) => word.text);
  return words.slice(runLength - 1).map((_, at) => words.slice(at, at + runLength).join(" "));
}
