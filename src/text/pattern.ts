/** What a regular expression is asked for here. */
export interface Pattern {
  test(text: string): boolean;
}

/** No letters and digits but those of ASCII; quotes and dashes may be typographic. */
const isPlain = /^[\0-\x7f\u2010-\u2027]*$/;

/**
 * A pattern in lower case that matches in any case, with the classes `\p{L}` and `\p{N}`. They and the case rules of all scripts take tens of
 * milliseconds to compile, so a text whose letters are those of ASCII meets a form of the pattern that knows no others.
 */
export function beginning(source: string): Pattern {
  let plain: RegExp | undefined;
  let full: RegExp | undefined;
  return {
    test: (text) =>
      isPlain.test(text)
        ? (plain ??= new RegExp(forPlainLetters(source))).test(text.toLowerCase())
        : (full ??= new RegExp(source, "iu")).test(text),
  };
}

const forPlainLetters = (source: string) =>
  source.replace(/\[(?:\\.|[^\]\\])*\]|\\[pP]\{[LN]\}/g, (part) => {
    if (part === "\\p{L}") return "[a-z]";
    if (part === "\\p{N}") return "\\d";
    // A letter other than some: the one class that is written with what it is not.
    const besides = /^\[\^([a-z])\\P\{L\}\]$/.exec(part)?.[1];
    if (besides !== undefined) return `(?!${besides})[a-z]`;
    return part.replaceAll("\\p{L}", "a-z").replaceAll("\\p{N}", "\\d");
  });
