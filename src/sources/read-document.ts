import type { Document, Format, Reading } from "#model/document";
import { excerpt } from "#text/wording";
import type { MarkdownOptions } from "./markdown.ts";
import { encodingFailures, noEntries, whyUnreadable } from "./document-failures.ts";
import { recognise } from "./recognise.ts";

/** What steers the reading of documents. */
export interface ReadOptions {
  /** Reads every document as this form, whatever it looks like. */
  readonly format?: Format | undefined;
  /** CSS selectors for HTML listings, as the config gives them; unset parts are recognised. */
  readonly selectors?: HtmlSelectors | undefined;
  readonly markdown?: MarkdownOptions | undefined;
}

/** CSS selectors that say where a list page has its entries. All but `entry` are looked up inside of an entry. */
export interface HtmlSelectors {
  readonly entry: string;
  readonly title?: string;
  readonly summary?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly readingTime?: string;
  readonly author?: string;
  readonly url?: string;
  readonly tags?: string;
}

/** Reads one form. Never throws for what a document says: what can't be read becomes a failure. */
export type Reader = (document: Document, options: ReadOptions) => Reading | Promise<Reading>;

// Each form's parser is loaded when the first document of that form turns up.
const readers: Partial<Record<Format, () => Promise<Reader>>> = {
  text: async () => (await import("./text-listing.ts")).readTextListing,
  json: async () => (await import("./json-index.ts")).readPostIndex,
  "json-feed": async () => (await import("./json-feed.ts")).readJsonFeed,
  html: async () => (await import("./html-listing.ts")).readHtmlListing,
  rss: async () => (await import("./feed.ts")).readRss,
  atom: async () => (await import("./feed.ts")).readAtom,
  markdown: async () => (await import("./markdown.ts")).readMarkdown,
  "search-index": async () => (await import("./search-index.ts")).readSearchIndex,
};

/**
 * Reads the entries of a document in the form that its content has, or in the forced one.
 *
 * Failures are in the order of their places; a document without entries always has one.
 */
export async function readDocument(document: Document, options: ReadOptions = {}): Promise<Reading> {
  const format = options.format ?? recognise(document);
  const unreadable = whyUnreadable(document);
  if (unreadable !== undefined) return { format, edition: "index", entries: [], failures: [unreadable] };

  const load = readers[format];
  const reading = load === undefined ? unreadForm(format, document) : await (await load())(document, options);
  const failures = [...encodingFailures(document), ...reading.failures];
  if (reading.entries.length === 0 && failures.length === 0) failures.push(noEntries(document));
  return { ...reading, failures: failures.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end) };
}

const unreadForm = (format: Format, { text }: Document): Reading => ({
  format,
  edition: "source",
  entries: [],
  failures: [
    {
      kind: "entry",
      span: { start: 0, end: lineEnd(text) },
      found: excerpt(text.slice(0, lineEnd(text))),
      expected: "a list of posts; Markdown sources are read from the folder of a site",
    },
  ],
});

const lineEnd = (text: string) => Math.max(0, text.search(/[\r\n]|$/));
