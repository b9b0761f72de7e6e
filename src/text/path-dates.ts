import { compareDays, instantOf, parseDate, type WrittenDate } from "./dates.ts";

/** The date at the start of a file's name, or of the name of a bundle's folder: `2026-06-12-salt.md`, `2026-6-12.md`. */
export function dateInFileName(path: string): WrittenDate | undefined {
  const [, year, month, day] =
    /(?:^|\/)(\d{4})-(\d{1,2})-(\d{1,2})(?:-[^/]*(?:\/index\.\w+)?|\/index\.\w+|\.\w+)$/.exec(path) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return parseDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

/** The date in a URL path whose folders are year, month and perhaps day: `/2026/06/12/salt/`. */
export function dateInUrlPath(path: string): WrittenDate | undefined {
  const [, year, month, day] = /\/((?:19|20)\d\d)\/(\d\d)(?:\/(\d\d))?\/[^/]*[^/\d][^/]*\/?$/.exec(path) ?? [];
  if (year === undefined || month === undefined) return undefined;
  const date = parseDate(`${year}-${month}-${day ?? "01"}`);
  return date === undefined || day !== undefined ? date : { ...date, precision: "month" };
}

/** Hours by which the clocks that are farthest from UTC are behind it and before it. */
const [latest, earliest] = [12, 14] as const;

/** Whether a date can be the one in a name: as written, or where some clock shows that day. Of a month, any of its days. */
export function isSameDay(named: WrittenDate, date: WrittenDate): boolean {
  if (compareDays(named, date) === 0) return true;
  if (date.offset === undefined) return false;
  return compareDays(named, dayAt(date, -latest)) >= 0 && compareDays(named, dayAt(date, earliest)) <= 0;
}

/** The day of a date where clocks differ from UTC by some hours. */
function dayAt(date: WrittenDate, hours: number): WrittenDate {
  const there = new Date(instantOf(date) + hours * 3_600_000);
  return { ...date, year: there.getUTCFullYear(), month: there.getUTCMonth() + 1, day: there.getUTCDate() };
}
