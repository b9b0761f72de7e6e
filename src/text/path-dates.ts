import { compareDays, instantOf, parseDate, type WrittenDate } from "./dates.ts";

/** The date at the start of a file's name, or of the name of a bundle's folder: `2026-06-12-salt.md`. */
export function dateInFileName(path: string): WrittenDate | undefined {
  const [, day] = /(?:^|\/)(\d{4}-\d\d-\d\d)-[^/]*(?:\/index\.\w+)?$/.exec(path) ?? [];
  return day === undefined ? undefined : parseDate(day);
}

/** The date in a URL path whose folders are year, month and perhaps day: `/2026/06/12/salt/`. */
export function dateInUrlPath(path: string): WrittenDate | undefined {
  const [, year, month, day] = /\/((?:19|20)\d\d)\/(\d\d)(?:\/(\d\d))?\/[^/]*[^/\d][^/]*\/?$/.exec(path) ?? [];
  if (year === undefined || month === undefined) return undefined;
  const date = parseDate(`${year}-${month}-${day ?? "01"}`);
  return date === undefined || day !== undefined ? date : { ...date, precision: "month" };
}

/** Whether a date can be the one in a name: as written, or in UTC. Of a month, any of its days. */
export function isSameDay(named: WrittenDate, date: WrittenDate): boolean {
  if (compareDays(named, date) === 0) return true;
  if (date.offset === undefined) return false;
  const utc = new Date(instantOf(date));
  const inUtc = { ...date, year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() };
  return compareDays(named, inUtc) === 0;
}
