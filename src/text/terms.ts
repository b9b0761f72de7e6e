import { remembering } from "./remember.ts";
import { wordsOf } from "./words.ts";

// Function words, and words that say of a text what it is and not what it is about.
const stopWords = new Set(
  `a an and are as at be been but by can could did do does for from had has have how i if in into is it its just may
  me might more most my no not of off on or our out over should so some such than that the their them then there these
  they this those through to too under until up us was we were what when where which while who why will with without
  would you your vs versus via
  best complete comprehensive definitive easy essential guide guides introduction intro learn ultimate tutorial
  part new using use`.split(/\s+/),
);

/** Whether a folded word says nothing of what a text is about. */
export const isStopWord = (word: string): boolean => stopWords.has(word);

/**
 * The words of a text that carry its subject: folded, stemmed, without stop words and plain numbers, each once, in
 * order. Identifiers are split ("camelCase", "kebab-case").
 */
export const contentTerms = remembering(64, (text): readonly string[] => {
  const terms = new Set<string>();
  for (const { text: word } of wordsOf(text)) {
    for (const part of splitIdentifier(word)) {
      const folded = fold(part);
      if (folded.length < 2 || stopWords.has(folded) || /^[\d.]+$/.test(folded)) continue;
      terms.add(stem(folded));
    }
  }
  return [...terms];
});

/** A text in the form in which equal readings are equal strings: NFKC, lower case, typographic signs made plain. */
export const fold = (text: string): string => (ascii.test(text) ? foldAscii(text) : foldAny(text));

const ascii = /^[\0-\x7f]*$/;
const foldAscii = (text: string) => {
  const lower = text.toLowerCase();
  return /[\t\n\v\f\r]|  |^ | $/.test(lower) ? lower.replace(/\s+/g, " ").trim() : lower;
};

const foldAny = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s+/g, " ")
    .trim();

/**
 * A light stem: English plural and verb endings go, so that "scaling", "scales" and "scaled" meet. It is used to
 * compare words, never shown.
 */
export function stem(word: string): string {
  if (word.length < 5 || !/^[a-z]+$/.test(word)) return word.replace(/'s$/, "");
  const bare = word
    .replace(/ies$/, "y")
    .replace(/(?<=[sxz]|ch|sh)es$/, "")
    .replace(/(?<![su])s$/, "")
    .replace(/(?:ations?|ating|ated|ates?)$/, "at")
    .replace(/(?:ings?|ed)$/, "");
  const undoubled = bare.replace(/([bdfgmnprt])\1$/, "$1").replace(/e$/, "");
  return undoubled.length < 3 ? word : undoubled;
}

const splitIdentifier = (word: string): string[] =>
  // Nearly all words are of one part.
  /^(?:[A-Z]?[a-z]+|[A-Z]+|\d+)$/.test(word)
    ? [word]
    : word.split(/[-.&_]|(?<=\p{Ll})(?=\p{Lu})/u).filter((part) => part !== "");
