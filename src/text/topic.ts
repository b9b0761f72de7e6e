import { contentTerms, fold } from "./terms.ts";
import { wordsOf } from "./words.ts";

/** What a text has of a title's subject. */
export interface TopicOverlap {
  /** The title's content terms. */
  readonly terms: readonly string[];
  /** Those that the text has, too. */
  readonly shared: readonly string[];
}

/**
 * The content terms of a title that a text has, in any form; an acronym and its words are one.
 *
 * @param enough as many shared terms as the caller asks for; more are not looked for once they are found
 */
export function topicOverlap(title: string, text: string, enough = Infinity): TopicOverlap {
  const terms = contentTerms(title);
  const plain = fold(text);
  const found = terms.filter((term) => term.length > 3 && plain.includes(term));
  if (found.length >= Math.min(enough, terms.length)) return { terms, shared: found };

  const words = contentTerms(text);
  const known = new Set([...words, ...initials(text)]);
  if ([...initials(title)].some((acronym) => acronym.length > 2 && known.has(acronym))) return { terms, shared: terms };
  const roots = new Set(words.flatMap(rootOf));
  const isKnown = (term: string) =>
    known.has(term) ||
    known.has(`${term}s`) ||
    found.includes(term) ||
    rootOf(term).some((root) => roots.has(root)) ||
    words.some(isPartOf(term));
  return { terms, shared: terms.filter(isKnown) };
}

/** Long words with the same first letters are forms of one: "idempotent" and "idempotency". */
const rootOf = (word: string) => (word.length > rootLength ? [word.slice(0, rootLength)] : []);
const rootLength = 6;

/** Whether a word is a part of a longer one: "agent" of "agentic", "marshal" of "unmarshal". */
const isPartOf = (long: string) => (word: string) => word.length > 4 && long.includes(word);

/** "Large Language Model" gives "llm": the first letters of runs of two to five capitalised words. */
function initials(text: string): Set<string> {
  const acronyms = new Set<string>();
  let run = "";
  for (const { text: word } of wordsOf(text)) {
    run = /^\p{Lu}\p{Ll}/u.test(word) ? (run + word.charAt(0).toLowerCase()).slice(-5) : "";
    for (let from = 0; from <= run.length - 2; from++) acronyms.add(run.slice(from));
  }
  return acronyms;
}
