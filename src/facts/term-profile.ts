import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { compareStrings } from "#text/compare";
import { digest, letters } from "#text/digest";
import { contentTerms, fold } from "#text/terms";
import { wordsOf } from "#text/words";
import { paragraphsOf } from "./markdown-paragraphs.ts";

/** Most terms that are kept of a body. */
const mostTerms = 48;
const nameLength = 4;
/** Counts above this are kept as this: one letter. */
const mostCounted = 63;

/**
 * The most frequent terms of a Markdown body with how often they occur, in a row of five letters each: a short name of
 * the term, and the count. Null for other documents. `termCounts` reads it.
 */
export const termProfile = defineFact<string | null>({
  id: "term-profile",
  version: 1,
  from: { entry: () => null, markdown: rowOf },
});

const alphabet = Array.from({ length: 64 }, (_, value) => letters(value, 1)).join("");

/** The counts of a stored profile, by the terms' short names. */
export function termCounts(row: string | null): Map<string, number> {
  const counts = new Map<string, number>();
  const text = row ?? "";
  for (let at = 0; at < text.length; at += nameLength + 1) {
    counts.set(text.slice(at, at + nameLength), alphabet.indexOf(text.charAt(at + nameLength)));
  }
  return counts;
}

/** The short name of a term in a stored profile. */
export const termName = (term: string): string => digest(term).slice(0, nameLength);

function rowOf(view: MarkdownView): string {
  const words = new Map<string, number>();
  for (const { field } of paragraphsOf(view)) {
    for (const { text } of wordsOf(field.value)) {
      const word = fold(text);
      words.set(word, (words.get(word) ?? 0) + 1);
    }
  }
  const terms = new Map<string, number>();
  for (const [word, count] of words) {
    for (const term of contentTerms(word)) terms.set(term, (terms.get(term) ?? 0) + count);
  }
  const most = [...terms].toSorted(([a, x], [b, y]) => y - x || compareStrings(a, b)).slice(0, mostTerms);
  return most.map(([term, count]) => termName(term) + letters(Math.min(count, mostCounted), 1)).join("");
}
