/** A phrase as a text has it, and its place. */
export interface FoundPhrase {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The first of some phrases in a text, as whole words, in any case, and with hyphens for spaces. */
export function findPhrase(text: string, phrases: readonly string[]): FoundPhrase | undefined {
  const alternatives = phrases.filter((phrase) => phrase.trim() !== "").map(patternOf);
  if (alternatives.length === 0) return undefined;
  const match = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}])`, "iu").exec(text);
  return match === null ? undefined : { text: match[0], start: match.index, end: match.index + match[0].length };
}

const patternOf = (phrase: string) =>
  phrase
    .trim()
    .split(/[\s-]+/u)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
    .join("[\\s-]");
