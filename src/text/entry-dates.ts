import type { Field } from "#model/field";
import { parseDate, type WrittenDate } from "./dates.ts";

// A dozen rules ask for the same dates, and reading them is most of what such a rule costs.
const read = new WeakMap<Field, WrittenDate | undefined>();

/** The date in a field; undefined where there is no field, or no date in it. */
export function dateIn(field: Field | undefined): WrittenDate | undefined {
  if (field === undefined) return undefined;
  if (!read.has(field)) read.set(field, parseDate(field.value));
  return read.get(field);
}

/** A date for a message, to the day: "2026-06-12", or "2026-06" where only the month was written. */
export function dayText({ year, month, day, precision }: WrittenDate): string {
  const start = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  return precision === "month" ? start : `${start}-${String(day).padStart(2, "0")}`;
}

/**
 * Whether a date is what a generator writes for a date that was never set: the zero of Go's and .NET's clock
 * (0001-01-01), or of Unix (1970-01-01T00:00Z).
 */
export const isUnset = ({ year, month, day }: WrittenDate): boolean =>
  month === 1 && day === 1 && (year === 1 || year === 1970);

/**
 * Whether the words stand for a date that Eleventy takes from git or the file system
 * (https://www.11ty.dev/docs/dates/, read on 2026-11-23).
 */
export const isLookedUp = (text: string): boolean => /^(?:git )?(?:created|last modified)$/i.test(text);

/** An offset from UTC as RFC 3339 writes it. */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const clock = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return `${minutes < 0 ? "-" : "+"}${clock}`;
}
