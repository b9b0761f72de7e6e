import type { Directive } from "./directive.ts";
import type { Edition, Entry } from "./entry.ts";
import type { Span } from "./span.ts";

/** The forms that Standfirst reads. */
export const formats = ["text", "html", "json", "json-feed", "search-index", "rss", "atom", "markdown"] as const;
export type Format = (typeof formats)[number];

/** One input: a file, or standard input under the name it was given. */
export interface Document {
  /** POSIX, relative to the root of the run. */
  readonly path: string;
  /** Decoded text without its byte order mark. */
  readonly text: string;
  readonly bom: boolean;
  /** Where the bytes were not UTF-8: offset in the text of the first of them, and the encoding that would fit. */
  readonly undecodable?: { readonly at: number; readonly guess: string } | undefined;
  /**
   * Sizes in bytes, where the file is larger than what is read: then the text is empty. Of standard input only the limit
   * is known.
   */
  readonly tooLarge?: { readonly size?: number; readonly limit: number } | undefined;
}

/**
 * Something in a document that could not be read. The rule `parse/<kind>` reports it, `frontmatter/duplicate-key` a key
 * that stands there twice; the rest of the document is read.
 */
export interface Failure {
  readonly kind:
    | "entry"
    | "json"
    | "xml"
    | "html"
    | "encoding"
    | "schema"
    | "limit"
    | "front-matter"
    | "duplicate-key"
    | "mdx"
    | "empty";
  readonly span: Span;
  /** What stood there, or what the parser said, for people. */
  readonly found: string;
  /** What would be right. */
  readonly expected: string;
}

/** What reading a document gave. Plain JSON. */
export interface Reading {
  readonly format: Format;
  readonly edition: Edition;
  readonly entries: readonly Entry[];
  readonly failures: readonly Failure[];
  /** Where the body starts: behind the front matter of a Markdown document. 0 where it is not given. */
  readonly bodyStart?: number;
  /** Directives that are keys of the front matter. Those in comments are found in every form alike. */
  readonly directives?: readonly Directive[];
}
