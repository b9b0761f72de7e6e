import type { Document, Failure } from "#model/document";
import type { Edition, Entry } from "#model/entry";
import type { Span } from "#model/span";

/** What was read of one entry; a part that was not there may be undefined. */
export type EntryParts = {
  readonly [K in Exclude<keyof Entry, "edition" | "path" | "ordinal" | "span">]?: Entry[K] | undefined;
};

/** A stretch of a document that should be an entry, with what was read there. */
export interface Draft {
  readonly span: Span;
  readonly parts: EntryParts;
}

/** Makes entries of drafts. One that has neither title, URL nor summary is a failure that quotes it. */
export function collectEntries(document: Document, edition: Edition, drafts: readonly Draft[], expected: string) {
  const entries: Entry[] = [];
  const failures: Failure[] = [];
  for (const { span, parts } of drafts) {
    if (parts.title === undefined && parts.url === undefined && parts.summary === undefined) {
      failures.push({ kind: "entry", span, found: quote(document.text, span), expected });
    } else {
      entries.push({ edition, path: document.path, ordinal: entries.length, span, ...present(parts) });
    }
  }
  return { entries, failures };
}

const present = (parts: EntryParts): Partial<Entry> =>
  Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );

/** Longest quotation in a failure. */
const longestQuote = 100;

/** What stands in a stretch of a document, on one line, cut where it is long. */
export function quote(text: string, { start, end }: Span): string {
  const cut = text.slice(start, Math.min(end, start + longestQuote * 4));
  const line = cut.replace(/\s+/g, " ").trim();
  const isWhole = line.length <= longestQuote && cut.length === end - start;
  return isWhole ? line : `${line.slice(0, longestQuote).trimEnd()}…`;
}
