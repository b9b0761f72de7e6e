import type { Span } from "#model/span";
import { readEntryLine, readLinkLine, type EntryLine } from "./entry-line.ts";
import { isFurniture } from "./furniture.ts";
import type { Draft, Stray } from "./text-drafts.ts";
import { isRule, linesOf } from "./text-paragraphs.ts";

/** Share of the lines that have a title and a date, for a listing to have one entry on each line. */
const lineShare = 0.6;

/** How many lines show whether that is so. */
const sampleLength = 60;

/** Share of the titles that are different: the same few over and over are authors. */
const differentShare = 0.7;

/**
 * Reads a listing that has one entry on each line ("2026-06-26 - Title", the rows of a table). Undefined where it has
 * not.
 */
export function draftLines(text: string): (Draft | Stray)[] | undefined {
  const lines = Array.from(linesOf(text)).filter(({ start, end }) => isContent(text.slice(start, end)));
  if (!isOneOnEach(text, lines.slice(0, sampleLength))) return undefined;
  const drafts = lines.map((line): Draft | Stray => {
    const entry = readLine(text, line);
    if (entry === undefined) return { kind: "stray", span: line };
    return { kind: "entry", span: line, title: entry.title, url: entry.url, summary: [], meta: entry.meta };
  });
  // What stands above the first entry is a heading, an intro, or the head of a table.
  return drafts.slice(drafts.findIndex(({ kind }) => kind === "entry"));
}

const isContent = (line: string) => line !== "" && !isRule(line) && !isFurniture(line);

function readLine(text: string, { start, end }: Span): EntryLine | undefined {
  const line = text.slice(start, end);
  return readLinkLine(line, start) ?? readEntryLine(line, start);
}

function isOneOnEach(text: string, lines: readonly Span[]): boolean {
  const entries = lines.flatMap((line) => readLine(text, line) ?? []);
  return entries.length > 0 && entries.length >= lineShare * lines.length && haveTitles(text, entries);
}

function haveTitles(text: string, entries: readonly EntryLine[]): boolean {
  const titles = entries.map(({ title }) => text.slice(title.start, title.end));
  if (titles.length === 1)
    return titles.some((title) => title.split(/\s+/).length > 2 && entries[0]?.meta.others.length === 0);
  return new Set(titles).size >= differentShare * titles.length;
}
