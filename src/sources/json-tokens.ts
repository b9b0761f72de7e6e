import { createScanner } from "jsonc-parser";
import type { Span } from "#model/span";

/** What a sign of a JSON document is; `word` is what no sign of JSON is. */
export type TokenKind =
  "{" | "}" | "[" | "]" | "," | ":" | "string" | "number" | "null" | "true" | "false" | "comment" | "word" | "end";

/** A sign of a JSON document. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** Line, counted from 0. */
  readonly line: number;
  /** Of a string: its text, or what of it could be read. */
  readonly value: string;
  /** What would be right, where the sign itself is faulty. */
  readonly fault?: string;
  /** Whether a string's closing quote is missing. */
  readonly isCut: boolean;
}

// The values of jsonc-parser's SyntaxKind. It is a const enum, which modules compiled one by one can't read.
const kinds: Readonly<Record<number, TokenKind | "space">> = {
  1: "{",
  2: "}",
  3: "[",
  4: "]",
  5: ",",
  6: ":",
  7: "null",
  8: "true",
  9: "false",
  10: "string",
  11: "number",
  12: "comment",
  13: "comment",
  14: "space",
  15: "space",
  17: "end",
};

const closingQuote = "a closing quote in the same line";

const knownEscapes = "escapes such as \\n, \\\\ and \\u00e9 only";

// The values of its ScanError, another const enum.
const faults: Readonly<Record<number, string>> = {
  1: "the end of the comment",
  2: closingQuote,
  3: "a number such as 12 or 1.5",
  4: knownEscapes,
  5: knownEscapes,
  6: "control characters as escapes",
};

/** Reads the signs of a JSON document one by one, without the white space; the last is "end", again and again. */
export function tokensOf(text: string): () => Token {
  const scanner = createScanner(text, false);
  return () => {
    let kind = kinds[scanner.scan()] ?? "word";
    while (kind === "space") kind = kinds[scanner.scan()] ?? "word";
    const fault = faults[scanner.getTokenError()];
    return {
      kind,
      start: scanner.getTokenOffset(),
      end: scanner.getPosition(),
      line: scanner.getTokenStartLine(),
      value: scanner.getTokenValue(),
      isCut: fault === closingQuote,
      ...(fault === undefined ? {} : { fault }),
    };
  };
}
