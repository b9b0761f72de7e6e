import type { Document, Failure } from "#model/document";

/** Why nothing of a document can be read, where that is so: it is too large, or no text. */
export function whyUnreadable(document: Document): Failure | undefined {
  const { text, tooLarge } = document;
  if (tooLarge !== undefined) {
    const { size, limit } = tooLarge;
    const found = size === undefined ? `more than ${megabytes(limit)}` : `a file of ${megabytes(size)}`;
    return { kind: "limit", span: { start: 0, end: 0 }, found, expected: `at most ${megabytes(limit)}` };
  }
  if (!isBinary(text)) return undefined;
  const at = text.indexOf("\0");
  const guess = document.undecodable === undefined ? "" : `; the bytes look like ${document.undecodable.guess}`;
  return {
    kind: "encoding",
    span: { start: at, end: at + 1 },
    found: `binary data${guess}`,
    expected: "text in UTF-8",
  };
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toLocaleString("en-US", { maximumFractionDigits: 1 })} MB`;

/** How much of a text shows whether it is one, in UTF-16 units. */
const sampleLength = 8192;

/** Share of the characters that text does not have, from which on there is no text. */
const binaryShare = 0.05;

/** Text has no NUL characters; a stray one in a long text still leaves it readable. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, sampleLength);
  if (!sample.includes("\0")) return false;
  const odd = sample.replace(/[^\p{Cc}\ufffd]|\s/gu, "").length;
  return odd > binaryShare * sample.length;
}

/** What is wrong with the bytes of a document that can be read all the same. */
export function encodingFailures({ text, undecodable }: Document): Failure[] {
  const failures: Failure[] = [];
  if (undecodable !== undefined) {
    const { at, guess } = undecodable;
    const span = { start: at, end: Math.min(at + 1, text.length) };
    failures.push({ kind: "encoding", span, found: `bytes that look like ${guess}`, expected: "text in UTF-8" });
  }
  const zero = text.indexOf("\0");
  if (zero >= 0) {
    const span = { start: zero, end: zero + 1 };
    failures.push({ kind: "encoding", span, found: "a NUL character", expected: "text without control characters" });
  }
  return failures;
}

/** A document with nothing in it. */
export const noEntries = ({ text }: Document): Failure => ({
  kind: "empty",
  span: { start: 0, end: 0 },
  found: text.trim() === "" ? "an empty file" : "no entries",
  expected: "at least one post",
});
