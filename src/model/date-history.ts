/** How a document's text and its date of modification changed together, as its repository has it. Plain JSON. */
export interface DateHistory {
  /** The date of modification as the newest version has it. */
  readonly modified: string;
  /** What changed after that day while the date stayed. */
  readonly later?: {
    /** Share of the words, 0 to 1. */
    readonly share: number;
    /** The day of the last change, YYYY-MM-DD. */
    readonly last: string;
  };
  /** What changed since the date that the document had before was set. */
  readonly earlier?: { readonly share: number; readonly modified: string };
}

/** What the history says of a document, by its path; undefined where it says nothing. */
export type DateHistories = ReadonlyMap<string, DateHistory>;
