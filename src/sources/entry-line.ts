import type { Field } from "#model/field";
import type { Span } from "#model/span";
import { metaOf, readMetaLine, type MetaLine } from "./meta-line.ts";
import { partsOf, type MetaPart } from "./meta-parts.ts";

/** An entry, or its start, on one line. */
export interface EntryLine {
  readonly title: Span;
  readonly url?: Field;
  readonly meta: MetaLine;
}

/** Longer lines are prose. */
const longestLine = 500;

/** Reads "- [Title](url) — June 26, 2026 · 5 min", or with the link behind the date. */
export function readLinkLine(line: string, start: number): EntryLine | undefined {
  const open = line.indexOf("[");
  const middle = line.indexOf("](", open);
  const close = line.indexOf(")", middle);
  if (line.length > longestLine || open < 0 || middle < open || close < middle) return undefined;
  const before = line.slice(0, open).replace(/^[-*+\d.)\s]+$/, "");
  const after = line.slice(close + 1);
  // Of the two sides one has the date, and the other nothing.
  const meta = before.trim() === "" ? readMetaLine(after, start + close + 1) : readMetaLine(before, start);
  if (meta === undefined || (before.trim() !== "" && after.trim() !== "")) return undefined;
  const url = { value: line.slice(middle + 2, close), span: { start: start + middle + 2, end: start + close } };
  return { title: { start: start + open + 1, end: start + middle }, url, meta };
}

/** Reads "2026-06-26 - Title" and "Title | June 26, 2026 | Ann": the parts that are no date and no minutes are the title. */
export function readEntryLine(line: string, start: number): EntryLine | undefined {
  if (line.length > longestLine || !/\d/.test(line)) return undefined;
  const parts = partsOfEntry(line);
  const titles = titlesIn(parts);
  const meta = metaOf(
    parts.filter((part) => !titles.includes(part)),
    start,
  );
  const [first, last] = [titles[0], titles.at(-1)];
  if (meta === undefined || first === undefined || last === undefined || meta.others.length > 1) return undefined;
  const hasDate = (meta.published ?? meta.modified) !== undefined;
  return hasDate ? { title: { start: start + first.span.start, end: start + last.span.end }, meta } : undefined;
}

/** The first parts on end that are nothing by their form: a title may have dashes of its own. */
function titlesIn(parts: readonly MetaPart[]): MetaPart[] {
  const first = parts.findIndex(({ kind }) => kind === "other");
  const rest = parts.slice(Math.max(first, 0));
  const after = rest.findIndex(({ kind }) => kind !== "other");
  return rest.slice(0, after < 0 ? rest.length : after);
}

/** The parts of a line behind its list mark or number. */
function partsOfEntry(line: string): MetaPart[] {
  const lead = /^(?:[-*+]\s+|\d{1,5}[.)]\s+)?/.exec(line)?.[0].length ?? 0;
  const date = isoDate.exec(line.slice(lead))?.[0].length ?? 0;
  if (date === 0) return partsAt(line, lead);
  return [...partsAt(line.slice(0, lead + date), lead), ...partsAt(line, lead + date)];
}

/** A date that only a space parts from the title. */
const isoDate = /^\d{4}-\d\d-\d\d(?=:?\s+[^\s·•|–—-])/;

const partsAt = (line: string, from: number): MetaPart[] =>
  partsOf(line.slice(from)).map((part) => ({
    ...part,
    span: { start: part.span.start + from, end: part.span.end + from },
  }));
