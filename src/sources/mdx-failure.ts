import type { Failure } from "#model/document";

/** What a parser of MDX throws, as a failure at the place that it names. */
export function mdxFailure(error: unknown, text: string, bodyStart: number): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const start = Math.min(unclosedTag(message, text) ?? placeOf(error) ?? bodyStart, text.length);
  const span = { start, end: start };
  if (error instanceof RangeError) return { kind: "limit", span, found: message, expected: "text that nests less" };
  return { kind: "mdx", span, found: wordingOf(message), expected: "valid MDX" };
}

/** The offset in a message of remark, which has it where the parser knows it. */
function placeOf(error: unknown): number | undefined {
  const place = (error as { place?: { offset?: number; start?: { offset?: number } } }).place;
  return place?.offset ?? place?.start?.offset;
}

/** Where the tag stands that nothing closes. The parser's own place is that of what ends before it is closed. */
function unclosedTag(message: string, text: string): number | undefined {
  const found = /^Expected a closing tag for `[^`]*` \((\d{1,9}):(\d{1,9})/.exec(message);
  if (found === null) return undefined;
  let start = 0;
  for (let line = 1; line < Number(found[1]); line++) {
    const next = text.indexOf("\n", start);
    if (next < 0) return undefined;
    start = next + 1;
  }
  return start + Number(found[2]) - 1;
}

/** The words of the parser, as they go on in a sentence. */
const wordingOf = (message: string): string =>
  message
    .replace(/^Could not parse expression with acorn$/, "what stands in these braces is no JavaScript")
    .replace(/^Could not parse import\/exports with acorn$/, "these imports or exports are no JavaScript")
    .replace(/ \((\d{1,9}):\d{1,9}(?:-\d{1,9}:\d{1,9})?\)/g, " (line $1)")
    .replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

/**
 * A text in which blanks stand for what plugins of sites add to MDX, and what would be wrong in it without them: formulas,
 * comments as in HTML, ids of headings, wherever they stand in them, and ids and classes of directives such as
 * `:quote[Salt late.]{#salt}`.
 */
export const withoutDialects = (text: string): string =>
  text.replace(
    /\$\$(?:[^$]|\$(?!\$))*(?:\$\$)?|\$[^$\n]{1,500}\$|<!--(?:[^-]|-(?!->))*(?:-->)?|\{#[^{}\n]{1,200}\}(?=[ \t]*$)|(?<=^ {0,3}#{1,6}[ \t][^\n]{0,500})\{#[^{}\n]{1,200}\}|(?<=\])\{[#.][^{}\n]{1,200}\}/gm,
    (part) => part.replace(/[^\n]/g, " "),
  );
