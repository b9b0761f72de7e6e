import { isWeekday, monthOf } from "./calendar-words.ts";

/** A date as somebody wrote it: what it says and no more. */
export interface WrittenDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31; 1 where only the month was written. */
  readonly day: number;
  /** Local time as written; a second may have a fraction. */
  readonly time?: { readonly hour: number; readonly minute: number; readonly second: number };
  /** Minutes east of UTC; undefined where the text does not say. */
  readonly offset?: number;
  /** The smallest unit that was written. */
  readonly precision: "month" | "day" | "minute" | "second";
  /** How it was written: RFC 3339 and its kin, RFC 822 as in feeds, with a month's name, or in other numbers. */
  readonly form: "iso" | "rfc822" | "words" | "numbers";
  /** Whether day and month could be the other way round (03/04/2025, here read as March 4). */
  readonly ambiguous: boolean;
}

/** What a text is as a date. An impossible one has the shape of a date but no such day or time exists. */
export type DateReading =
  | { readonly kind: "date"; readonly date: WrittenDate }
  | { readonly kind: "impossible"; readonly why: string }
  | { readonly kind: "none" };

/** No written date is longer; anything longer is not looked at. */
const longestDate = 80;

/** Reads a date and says of a text without one whether it is an impossible date or none at all. */
export function readDate(text: string): DateReading {
  if (text.length > longestDate) return { kind: "none" };
  const plain = yearBeforeTime(withoutWeekday(text.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase()));
  for (const readHead of heads) {
    const found = readHead(plain);
    if (found === undefined) continue;
    const rest = plain.slice(found.length);
    const tail = readTime(rest);
    if (tail !== undefined) return check(rest.startsWith(":") ? { ...found, form: "numbers" } : found, tail);
  }
  return { kind: "none" };
}

/**
 * Reads a date in one of the common written forms: ISO 8601 dates and date-times, RFC 822, "June 26, 2026",
 * "26. Juni 2026", "26/06/2026", with or without weekday and time.
 *
 * @returns undefined where the text is no date, or an impossible one; `readDate` tells which
 */
export function parseDate(text: string): WrittenDate | undefined {
  const reading = readDate(text);
  return reading.kind === "date" ? reading.date : undefined;
}

/** The first part of a date, before the time. */
interface Head extends Pick<WrittenDate, "year" | "month" | "day" | "form" | "ambiguous"> {
  readonly length: number;
  readonly precision: "month" | "day";
  /** Only a time after it makes it a date (two-digit years of RFC 822). */
  readonly needsTime?: boolean;
}

type Time = Pick<WrittenDate, "time" | "offset"> & { readonly hasSeconds: boolean };

const heads: readonly ((text: string) => Head | undefined)[] = [
  yearFirst,
  dayFirst,
  monthFirst,
  numbers,
  eastAsian,
  vietnamese,
];

/** 2026-06-26, 2026/6/26, 2026.06.26 */
function yearFirst(text: string): Head | undefined {
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text);
  if (match === null) return undefined;
  const form = /^\d{4}-\d\d-\d\d$/.test(match[0]) ? "iso" : "numbers";
  return head(match, [match[1], match[3], match[4]], form);
}

/** 26 June 2026, 26th of June, 2026, 26. Juni 2026, 26 de junio de 2026, 26-Jun-2026, 26 Jun 26 10:00 GMT */
function dayFirst(text: string): Head | undefined {
  const match =
    /^(?:the |le |el |am |il )?(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -]?(?:of |de )?(\p{L}{3,12})\.?(?:,? |-)(?:de |del )?(\d{4}|\d\d)(?!\d)/u.exec(
      text,
    );
  const month = monthOf(match?.[2] ?? "");
  if (match === null || month === undefined) return undefined;
  const year = Number(match[3]);
  const isShort = match[3]?.length === 2;
  // RFC 2822, section 4.3: two-digit years below 50 belong to this century.
  const fullYear = isShort ? year + (year < 50 ? 2000 : 1900) : year;
  const form = /^\d{1,2} [a-z]{3} \d+$/.test(match[0]) ? "rfc822" : "words";
  return { ...head(match, [fullYear, month, match[1]], form), needsTime: isShort };
}

/** June 26, 2026, Jun. 26 2026, June 26th, 2026, June 2026 */
function monthFirst(text: string): Head | undefined {
  const match = /^(\p{L}{3,12})\.?[ -](?:(\d{1,2})(?:st|nd|rd|th)?(?:,? |-)|(?:de )?)(\d{4})(?!\d)/u.exec(text);
  const month = monthOf(match?.[1] ?? "");
  if (match === null || month === undefined) return undefined;
  const found = head(match, [match[3], month, match[2] ?? 1], "words");
  return match[2] === undefined ? { ...found, precision: "month" } : found;
}

/** 26.06.2026 (day first), 06/26/2026 and 26/06/2026 (as the numbers allow; month first where both could be). */
function numbers(text: string): Head | undefined {
  const match = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/.exec(text);
  if (match === null) return undefined;
  const [a, b] = [Number(match[1]), Number(match[3])];
  const isDotted = match[2] === ".";
  const dayLeads = isDotted ? b <= 12 : a > 12;
  const [day, month] = dayLeads ? [a, b] : [b, a];
  const ambiguous = !isDotted && a <= 12 && b <= 12 && a !== b;
  return { ...head(match, [match[4], month, day], "numbers"), ambiguous };
}

/** 2026年6月26日, 2026년 6월 26일 */
function eastAsian(text: string): Head | undefined {
  const match = /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/u.exec(text);
  return match === null ? undefined : head(match, [match[1], match[2], match[3]], "words");
}

/** 26 tháng 6, 2026 */
function vietnamese(text: string): Head | undefined {
  const match = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}),? (?:năm )?(\d{4})(?!\d)/u.exec(text);
  return match === null ? undefined : head(match, [match[3], match[2], match[1]], "words");
}

type Digits = string | number | undefined;

function head(match: RegExpExecArray, [year, month, day]: [Digits, Digits, Digits], form: Head["form"]): Head {
  const numeric = { year: Number(year), month: Number(month), day: Number(day) };
  return { ...numeric, form, ambiguous: false, precision: "day", length: match[0].length };
}

/** Drops a leading "Friday, " or "Fri ". */
function withoutWeekday(text: string): string {
  const match = /^(\p{L}{2,10})\.?,? (?=[\p{L}\d])/u.exec(text);
  return match !== null && isWeekday(match[1] ?? "") ? text.slice(match[0].length) : text;
}

/** The command `date` writes the year last: "sep 3 11:21:31 cest 2021". */
const yearBeforeTime = (text: string): string =>
  text.replace(/^(\p{L}{3} \d{1,2}) (\d\d:\d\d:\d\d(?: [a-z]{2,5})?) (\d{4})$/u, "$1 $3 $2");

// A colon between day and time is no form of a standard, and is read by JavaScript and Ruby.
const timeForm =
  /^(?:t|:|,? ?(?:at |um |à |a las |- )?)(\d{1,2}):(\d\d)(?::(\d\d(?:[.,]\d{1,9})?))?(?: ?([ap])\.?m\.?)?(?: ?(z|[+-]\d\d?(?::\d\d)?|[+-]\d{4}|\(?[a-z]{2,5}\)?))?(?: uhr)?$/;

/** Reads what follows the day. Undefined where it is no time: then the text is no date. */
function readTime(text: string): Time | undefined {
  if (text === "") return { hasSeconds: false };
  const match = timeForm.exec(text);
  if (match === null) return undefined;
  const half = match[4];
  const written = Number(match[1]);
  const hour = half === undefined ? written : (written % 12) + (half === "p" ? 12 : 0);
  const second = Number((match[3] ?? "0").replace(",", "."));
  const offset = match[5] === undefined ? undefined : offsetOf(match[5]);
  return {
    // "13 pm" is no hour: kept above 23, it is found impossible.
    time: { hour: half !== undefined && written > 12 ? written + 12 : hour, minute: Number(match[2]), second },
    hasSeconds: match[3] !== undefined,
    ...(offset === undefined ? {} : { offset }),
  };
}

// RFC 822, section 5.1, and the two zones that European feeds write.
const zones: Readonly<Record<string, number>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420,
  cet: 60, cest: 120,
}; // prettier-ignore

/** Minutes east of UTC; undefined for a zone that is not known. */
function offsetOf(zone: string): number | undefined {
  // YAML's timestamps may have the hours alone: -5.
  const match = /^([+-])(\d\d?):?(\d\d)?$/.exec(zone);
  if (match === null) return zones[zone.replace(/[()]/g, "")];
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === "-" && minutes > 0 ? -minutes : minutes;
}

/** Puts day and time together if the calendar and the clock have them. */
function check({ length: _, needsTime, ...day }: Head, { hasSeconds, ...time }: Time): DateReading {
  if (needsTime === true && time.time === undefined) return { kind: "none" };
  const why = whyNoDay(day) ?? whyNoTime(time);
  if (why !== undefined) return { kind: "impossible", why };
  if (time.time === undefined) return { kind: "date", date: { ...day, form: formOf(day.form) } };
  return { kind: "date", date: { ...day, ...time, precision: hasSeconds ? "second" : "minute" } };
}

/** RFC 822 asks for a time: without one it is just a day in words. */
const formOf = (form: Head["form"]) => (form === "rfc822" ? "words" : form);

function whyNoDay({ year, month, day }: Pick<Head, "year" | "month" | "day">): string | undefined {
  if (year === 0) return "there is no year 0";
  if (month < 1 || month > 12) return `there is no month ${month}`;
  const last = daysIn(year, month);
  return day < 1 || day > last ? `the month has days 1 to ${last}` : undefined;
}

function whyNoTime({ time, offset }: Pick<WrittenDate, "time" | "offset">): string | undefined {
  // A minute can have a leap second.
  if (time !== undefined && (time.hour > 23 || time.minute > 59 || time.second >= 61)) return "there is no such time";
  return offset !== undefined && Math.abs(offset) > 14 * 60 ? "offsets from UTC end at 14 hours" : undefined;
}

const daysIn = (year: number, month: number): number => new Date(epochDay(year, month + 1, 0) * dayLength).getUTCDate();

/** Milliseconds of a day. */
const dayLength = 86_400_000;

/** Days from 1970-01-01 to a date; a day of 0 is the last of the month before. */
function epochDay(year: number, month: number, day: number): number {
  // Date.UTC takes years below 100 for the twentieth century.
  return new Date(0).setUTCFullYear(year, month - 1, day) / dayLength;
}

/** Days from 1970-01-01 to the date as written, whatever its offset. */
export const dayOf = ({ year, month, day }: WrittenDate): number => epochDay(year, month, day);

/** Milliseconds from 1970-01-01T00:00Z. A date without a time is midnight, one without an offset is in UTC. */
export function instantOf(date: WrittenDate): number {
  const { hour, minute, second } = date.time ?? { hour: 0, minute: 0, second: 0 };
  return dayOf(date) * dayLength + Math.round(((hour * 60 + minute - (date.offset ?? 0)) * 60 + second) * 1000);
}

/**
 * Orders dates by the day as written: negative when `a` is before `b`. Where one of them has only a month, days of
 * that month are equal to it.
 */
export function compareDays(a: WrittenDate, b: WrittenDate): number {
  if (a.precision === "month" || b.precision === "month") return a.year * 12 + a.month - (b.year * 12 + b.month);
  return dayOf(a) - dayOf(b);
}

/** Orders dates by the instant where both have a time, else by the day as written. Negative when `a` is before `b`. */
export const compareInstants = (a: WrittenDate, b: WrittenDate): number =>
  a.time === undefined || b.time === undefined ? compareDays(a, b) : instantOf(a) - instantOf(b);
