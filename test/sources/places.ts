import type { Reading } from "#model/document";
import type { Field } from "#model/field";
import { spanWithin } from "#model/field";
import { textFields } from "../support/show-reading.ts";

/** The fields of a reading whose characters are not where their maps say. */
export const misplaced = (text: string, { entries }: Reading): string[] =>
  entries.flatMap((entry) =>
    textFields(entry).flatMap(([name, field]) =>
      faultsOf(text, field).map((fault) => `${entry.ordinal} ${name}: ${fault}`),
    ),
  );

function faultsOf(text: string, field: Field): string[] {
  if (field.map === undefined) {
    return text.slice(field.span.start, field.span.end) === field.value
      ? []
      : [`"${field.value}" does not stand there`];
  }
  const faults: string[] = [];
  let before = field.span.start;
  for (let index = 0; index < field.value.length; index++) {
    const { start, end } = spanWithin(field, index, index + 1);
    const character = field.value.charAt(index);
    const written = text.slice(start, end);
    if (start < before || end > field.span.end || end <= start) faults.push(`${index} is at ${start} to ${end}`);
    const isFolded = /^\s$/.test(character) && /^[\s<\]]/.test(written);
    if (end - start === 1 && written !== character && !isFolded) faults.push(`"${character}" is not "${written}"`);
    before = start;
  }
  return faults;
}

/** What a reading says, without places. Line endings inside of quotations count as LF. */
export const values = ({ entries, failures }: Reading) => ({
  entries: entries.map((entry) =>
    Object.fromEntries(
      Object.entries(entry).flatMap(([name, value]: [string, unknown]) =>
        name === "span" || name === "path" ? [] : [[name, withoutPlaces(value)]],
      ),
    ),
  ),
  failures: failures.map(({ kind, expected }) => ({ kind, expected })),
});

const withoutPlaces = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  return typeof value === "object" && value !== null && "value" in value ? value.value : value;
};
