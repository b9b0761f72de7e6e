/** A phrase as a text has it, and its place. */
export interface FoundPhrase {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// The phrases of a run are the same list for each entry.
const patterns = new WeakMap<readonly string[], RegExp>();

/** The first of some phrases in a text, as whole words, in any case, and with hyphens for spaces. */
export function findPhrase(text: string, phrases: readonly string[]): FoundPhrase | undefined {
  const pattern = patterns.get(phrases) ?? compile(phrases);
  patterns.set(phrases, pattern);
  const match = pattern.exec(text);
  return match === null ? undefined : { text: match[0], start: match.index, end: match.index + match[0].length };
}

function compile(phrases: readonly string[]): RegExp {
  const alternatives = phrases.filter((phrase) => phrase.trim() !== "").map(patternOf);
  // Without any phrase nothing matches.
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join("|") || "(?!)"})(?![\\p{L}\\p{N}])`, "iu");
}

const patternOf = (phrase: string) =>
  phrase
    .trim()
    .split(/[\s-]+/u)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
    .join("[\\s-]");
