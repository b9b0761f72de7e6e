import type { Document, Reading } from "#model/document";
import type { Entry } from "#model/entry";
import { spanWithin, type Field } from "#model/field";
import type { Span } from "#model/span";
import { indexLines } from "#text/lines";

/** A reading as JSON that a person can check: every field as "from-to value", with lines and columns. */
export function showReading(document: Document, reading: Reading): string {
  const lines = indexLines(document.text);
  const place = (span: Span) => {
    const { start, end } = lines.range(span);
    return `${start.line}:${start.column}-${end.line}:${end.column}`;
  };
  const field = ({ value, span }: Field<unknown>) => `${place(span)} ${String(value)}`;
  const entry = ({ edition: _, path: __, ordinal: ___, span, ...fields }: Entry) => ({
    at: place(span),
    ...Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map(field) : field(value as Field<unknown>),
      ]),
    ),
  });
  const shown = {
    format: reading.format,
    bom: document.bom,
    entries: reading.entries.map(entry),
    failures: reading.failures.map(({ span, ...failure }) => ({ at: place(span), ...failure })),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

/** All text fields of an entry by name. */
export const textFields = (entry: Entry): [string, Field][] =>
  Object.entries(entry).flatMap(([name, value]: [string, unknown]) => {
    const fields = Array.isArray(value) ? value : [value];
    return fields.filter(isTextField).map((field): [string, Field] => [name, field]);
  });

const isTextField = (value: unknown): value is Field =>
  typeof value === "object" && value !== null && "value" in value && typeof value.value === "string";

/** What stands in the document for each character of a field. */
export const writtenFor = ({ text }: Document, field: Field): string[] =>
  Array.from({ length: field.value.length }, (_, index) => {
    const { start, end } = spanWithin(field, index, index + 1);
    return text.slice(start, end);
  });
