const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
const unprintable = /[\p{Cc}\p{Bidi_Control}\p{Cs}]/gu;

/**
 * One line of text that can do no harm where it is shown: line breaks and tabs become a space; control characters,
 * escape sequences, bidirectional overrides and lone surrogates are spelled out (`<U+001B>`). Content is hostile: a
 * title may hold a sequence that rewrites the terminal, or a line that a CI runner takes for a command.
 */
export const printable = (text: string) => inert(text.replace(breaks, " ").replace(unprintable, spellOut));

const spellOut = (character: string) =>
  `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;

/**
 * Takes the power from what CI runners read as commands, in output of many lines: `::name::` at the start of a line
 * (GitHub Actions skips white space before it), and `##[name]` or `##vso[name]` anywhere (GitHub Actions, Azure
 * Pipelines, TeamCity).
 */
export const inert = (text: string) => text.replace(/^([^\S\n]*):(?=:)/gmu, "$1: ").replace(/##(?=\w*\[)/gu, "# #");
