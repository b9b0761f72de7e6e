import { didYouMean } from "#text/did-you-mean";

/** The end of a message about a word that is none of some choices: the one that was likely meant, else all of them. */
export function suggestion(word: string, choices: readonly string[]): string {
  const near = didYouMean(word, choices);
  return near === undefined ? `Write one of ${choices.join(", ")}.` : `Did you mean "${near}"?`;
}
