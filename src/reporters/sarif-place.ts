import type { Finding } from "#model/report";
import type { Range } from "#model/span";
import type { DocumentLines } from "./place.ts";

/** UTF-16 units of a region that are quoted, so that a file of 25,000 results stays within GitHub's limit of size. */
const mostQuoted = 1_000;
/** UTF-16 units on each side of a region that are quoted as its context. */
const contextUnits = 100;

/** A place in SARIF's form. */
export const locationOf = (uri: string, range: Range) => ({
  physicalLocation: { artifactLocation: { uri }, region: regionOf(range) },
});

export type Location = ReturnType<typeof locationOf>;

/** The place of a finding, with the text that stands there and around it, for viewers that do not have the files. */
export function quotedLocation(uri: string, range: Finding["range"], document: DocumentLines | undefined) {
  if (document === undefined) return locationOf(uri, range);
  const { text, position } = document;
  const { start, end } = contextOf(text, range.start.offset, range.end.offset);
  // SARIF wants a context to be larger than what it surrounds.
  const isLarger = start < range.start.offset || end > range.end.offset;
  const context = { ...regionOf({ start: position(start), end: position(end) }), ...quote(text, start, end) };
  return {
    physicalLocation: {
      artifactLocation: { uri },
      region: { ...regionOf(range), ...quote(text, range.start.offset, range.end.offset) },
      ...(isLarger ? { contextRegion: context } : {}),
    },
  };
}

const regionOf = ({ start, end }: Range) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});

const quote = (text: string, start: number, end: number) => ({
  snippet: { text: withoutHalves(text.slice(start, Math.min(end, start + mostQuoted + 2 * contextUnits))) },
});

const restAndLineBefore = /(?:[^\r\n]*(?:\r\n|\r|\n))?[^\r\n]*$/;
const restAndLineAfter = /^[^\r\n]*(?:(?:\r\n|\r|\n)[^\r\n]*)?/;

/** What surrounds a stretch: the rest of its lines and their neighbours, as far as they are near. */
function contextOf(text: string, start: number, end: number) {
  const before = withoutHalves(text.slice(Math.max(0, start - contextUnits), start));
  const after = withoutHalves(text.slice(end, end + contextUnits));
  const preceding = restAndLineBefore.exec(before)?.[0] ?? "";
  const following = restAndLineAfter.exec(after)?.[0] ?? "";
  return { start: start - preceding.length, end: end + following.trimEnd().length };
}

/** A stretch without the halves of characters at its ends. */
const withoutHalves = (text: string) => text.replace(/^[\udc00-\udfff]/, "").replace(/[\ud800-\udbff]$/, "");
