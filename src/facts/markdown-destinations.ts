import type { Span } from "#model/span";

/**
 * Where the target stands in the source of an inline link or picture, `[text](target "title")`.
 *
 * @param from offset from which the `](` is looked for: behind the text of a link, behind `![` of a picture
 */
export function inlineTarget(source: string, from: number, end: number): Span | undefined {
  const open = closingBracket(source, from, end);
  return open === undefined || source[open + 1] !== "(" ? undefined : targetAt(source, open + 2, end);
}

/** Where the target stands in a definition, `[label]: target "title"`. */
export function definitionTarget(source: string, start: number, end: number): Span | undefined {
  const colon = closingBracket(source, start + 1, end);
  return colon === undefined || source[colon + 1] !== ":" ? undefined : targetAt(source, colon + 2, end);
}

/** The bracket that closes the one that is open, past escapes and brackets within. */
function closingBracket(source: string, from: number, end: number): number | undefined {
  let depth = 0;
  for (let at = from; at < end; at++) {
    const sign = source[at];
    if (sign === "\\") at++;
    else if (sign === "[") depth++;
    else if (sign === "]" && depth-- === 0) return at;
  }
  return undefined;
}

function targetAt(source: string, from: number, end: number): Span {
  let start = from;
  while (start < end && /[\s>]/.test(source[start] ?? "")) start++;
  if (source[start] === "<") {
    const close = source.indexOf(">", start);
    return { start: start + 1, end: close < 0 ? end : close };
  }
  return { start, end: targetEnd(source, start, end) };
}

/** A target without angle brackets ends at white space, or at the bracket that closes the link. */
function targetEnd(source: string, start: number, end: number): number {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const sign = source[at] ?? "";
    if (sign === "\\") at++;
    else if (/\s/.test(sign)) return at;
    else if (sign === "(") depth++;
    else if (sign === ")" && depth-- === 0) return at;
  }
  return end;
}
