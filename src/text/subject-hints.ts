const encodings =
  /\b(?:mojibake|utf-?(?:8|16)|charsets?|unicode|runes?|code ?points?|windows-1252|cp-?1252|latin-?1|iso-8859|encodings?|replacement characters?)\b/i;
const markup = /\b(?:html|xml|entit(?:y|ies)|escap(?:e|es|ed|ing)|ampersands?|markup|special characters?)\b/i;

/** Whether a text speaks of character encodings, so that damaged characters in it may be its examples. */
export const isAboutEncodings = (text: string): boolean => encodings.test(text);

/** Whether a text speaks of markup or escapes, so that entities in it may be its examples. */
export const isAboutMarkup = (text: string): boolean => markup.test(text) || encodings.test(text);

const openers = "\"'`“‘«„‹([";
const closers = "\"'`”’»“›)]";

/** Whether a part of a text stands in quotes, backticks or brackets of its own: a part that is shown, not said. */
export function isQuoted(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? "";
  const after = text[end] ?? "";
  return before !== "" && after !== "" && openers.includes(before) && closers.includes(after);
}
