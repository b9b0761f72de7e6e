import type { Document, Failure, Format, Reading } from "#model/document";
import type { Entry } from "#model/entry";
import { indexLines, type LineIndex } from "#text/lines";
import { excerpt, plural } from "#text/wording";
import { JsonFields } from "./json-fields.ts";
import { parseJson, type JsonFault } from "./json-parse.ts";
import type { JsonNode, JsonObject } from "./json-tree.ts";

/** The fields of one record. */
export type RecordFields = {
  readonly [K in Exclude<keyof Entry, "edition" | "path" | "ordinal" | "span">]?: Entry[K] | undefined;
};

/** What a JSON form knows of itself. */
export interface JsonForm {
  readonly format: Format;
  readonly edition: Entry["edition"];
  /** Finds the records in the document's value. */
  readonly records: (root: JsonNode, fields: JsonFields) => readonly JsonNode[];
  /** Reads one record. */
  readonly read: (record: JsonObject, fields: JsonFields, root: JsonNode) => RecordFields;
  /** Says where the document departs from the form; without it, that is what `fields` notes. */
  readonly check?: (root: JsonNode, text: string) => readonly Failure[];
}

/** Reads a document in one of the JSON forms. */
export function readJson({ text, path }: Document, form: JsonForm): Reading {
  const { format, edition } = form;
  if (text.trim() === "") return { format, edition, entries: [], failures: [] };
  const { root, faults, unlisted } = parseJson(text);
  const failures = faultsAsFailures(text, faults);
  if (unlisted > 0) failures.push(moreFaults(text, unlisted));
  if (root === undefined) return { format, edition, entries: [], failures };

  const fields = new JsonFields(text);
  const entries: Entry[] = [];
  for (const record of form.records(root, fields)) {
    if (record.kind !== "object" || record.isOpen) {
      failures.push(notAnEntry(text, record));
      continue;
    }
    const { start, end } = record;
    const read = Object.entries(form.read(record, fields, root)).filter(([, field]) => field !== undefined);
    entries.push({ edition, path, ordinal: entries.length, span: { start, end }, ...Object.fromEntries(read) });
  }
  // What is nested too deep was not read to its end, so its shape says nothing.
  const isWhole = faults.every(({ kind }) => kind !== "depth");
  const departures = isWhole ? (form.check?.(root, text) ?? fields.failures) : [];
  return { format, edition, entries, failures: [...failures, ...departures] };
}

const moreFaults = (text: string, count: number): Failure => ({
  kind: "json",
  span: { start: text.length, end: text.length },
  found: `${plural(count, "more fault")} of this kind`,
  expected: "JSON",
});

const notAnEntry = (text: string, { start, end }: JsonNode): Failure => ({
  kind: "entry",
  span: { start, end },
  found: excerpt(text.slice(start, Math.min(end, start + 500))),
  expected: "a complete object with the fields of a post",
});

function faultsAsFailures(text: string, faults: readonly JsonFault[]): Failure[] {
  const lines = indexLines(text);
  return faults.map(({ kind, start, end, expected }) => {
    const span = { start, end };
    const found = text.slice(start, Math.min(end, start + 500));
    if (kind === "depth")
      return { kind: "limit", span, found: `nesting deeper than that ${placeOf(lines, start)}`, expected };
    if (kind === "duplicate") return { kind: "json", span, found: `${found} twice in one object`, expected };
    const sign = start >= text.trimEnd().length ? "the end of the file" : excerpt(found);
    return { kind: "json", span, found: `${sign} ${placeOf(lines, start)}`, expected };
  });
}

function placeOf(lines: LineIndex, offset: number): string {
  const { line, column } = lines.position(offset);
  return `in line ${line}, column ${column}`;
}
