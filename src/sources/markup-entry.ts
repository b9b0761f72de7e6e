import type { Document, Failure } from "#model/document";
import type { Edition, Entry } from "#model/entry";
import type { Span } from "#model/span";
import { excerpt } from "#text/wording";
import type { MarkupTree } from "./markup-tree.ts";

/** What was read of one entry; a part that was not there may be undefined. */
export type EntryParts = {
  readonly [K in Exclude<keyof Entry, "edition" | "path" | "ordinal" | "span">]?: Entry[K] | undefined;
};

/** A stretch of a document that should be an entry, with what was read there. */
export interface Draft {
  readonly span: Span;
  readonly parts: EntryParts;
}

/**
 * Makes entries of drafts. One that has neither title, URL nor summary is a failure that quotes it, unless the limit of
 * the tree cut it off.
 */
export function collectEntries(
  { path }: Document,
  edition: Edition,
  { text, limit }: MarkupTree,
  drafts: readonly Draft[],
  expected: string,
) {
  const entries: Entry[] = [];
  const failures: Failure[] = [];
  for (const { span, parts } of drafts) {
    if (parts.title === undefined && parts.url === undefined && parts.summary === undefined) {
      if (limit && span.end === text.length) continue;
      failures.push({ kind: "entry", span, found: quote(text, span), expected });
    } else {
      entries.push({ edition, path, ordinal: entries.length, span, ...present(parts) });
    }
  }
  return { entries, failures };
}

const present = (parts: EntryParts): Partial<Entry> =>
  Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );

/** Most characters of a document that a quotation is made of. */
const longestQuote = 500;

/** What stands in a stretch of a document, on one line, cut where it is long. */
export const quote = (text: string, { start, end }: Span) =>
  excerpt(text.slice(start, Math.min(end, start + longestQuote)));
