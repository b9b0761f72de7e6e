/** ASCII, and the signs, arrows and lines of general use: nothing outside of ASCII that is a letter, a digit or a mark. */
const plain = /^[\0-\x7f\xa0\u2000-\u206f\u2190-\u23ff\u2500-\u2775]*$/;

/**
 * Whether all letters and digits of a text are those of ASCII. Most texts are such, and for them patterns will do that
 * know no other script and take a fraction of the time.
 */
export const hasPlainLetters = (text: string): boolean => plain.test(text);
