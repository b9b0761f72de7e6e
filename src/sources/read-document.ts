import type { Document, Format, Reading } from "#model/document";

/** What steers the reading of documents. */
export interface ReadOptions {
  /** Reads every document as this form, whatever it looks like. */
  readonly format?: Format | undefined;
  /** CSS selectors for HTML listings, as the config gives them; unset parts are recognised. */
  readonly selectors?: HtmlSelectors | undefined;
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
export type Reader = (document: Document, options: ReadOptions) => Reading;

// Each form's parser is loaded when the first document of that form turns up.
const readers: Partial<Record<Format, () => Promise<Reader>>> = {
  text: async () => (await import("./text-listing.ts")).readTextListing,
};

/** Reads the entries of a document in the form that its content has, or in the forced one. */
export async function readDocument(document: Document, options: ReadOptions = {}): Promise<Reading> {
  const format = options.format ?? "text";
  const load = readers[format];
  if (load === undefined) throw new Error(`no reader for the form "${format}"`);
  const read = await load();
  return read(document, options);
}
