import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareDays, compareInstants, dayOf, instantOf, parseDate, readDate } from "#text/dates";

const dayText = (text: string) => {
  const date = parseDate(text);
  return date === undefined ? undefined : [date.year, date.month, date.day].join("-");
};

describe("a day", () => {
  test.each([
    "2026-06-26",
    "2026/06/26",
    "2026.6.26",
    "June 26, 2026",
    "June 26 2026",
    "Jun. 26, 2026",
    "June 26th, 2026",
    "Friday, June 26, 2026",
    "26 June 2026",
    "26 Jun 2026",
    "26-Jun-2026",
    "26th of June, 2026",
    "26.06.2026",
    "26.6.2026",
    "06/26/2026",
    "26/06/2026",
    "26-06-2026",
    "26. Juni 2026",
    "Freitag, 26. Juni 2026",
    "le 26 juin 2026",
    "26 de junio de 2026",
    "26 giugno 2026",
    "26 de junho de 2026",
    "26 juni 2026",
    "2026年6月26日",
    "2026년 6월 26일",
    "26 tháng 6, 2026",
    " June\u00a026,\u00a02026 ",
    "JUNE 26, 2026",
    "2026-06-26T23:30:00+07:00",
    "Fri, 26 Jun 2026 23:30:00 GMT",
  ])("%s", (text) => {
    expect(dayText(text)).toBe("2026-6-26");
    expect(parseDate(text)?.ambiguous).toBe(false);
  });
});

describe("a day that is not plain", () => {
  test("a month alone has that precision", () => {
    expect(parseDate("June 2026")).toMatchObject({ year: 2026, month: 6, day: 1, precision: "month" });
  });

  test("March 4 and April 3 look alike with slashes, and not with dots or equal numbers", () => {
    expect(parseDate("03/04/2025")).toMatchObject({ month: 3, day: 4, ambiguous: true });
    expect(parseDate("03-04-2025")).toMatchObject({ ambiguous: true });
    expect(parseDate("03.04.2025")).toMatchObject({ month: 4, day: 3, ambiguous: false });
    expect(parseDate("04/04/2025")).toMatchObject({ ambiguous: false });
    expect(parseDate("03/14/2025")).toMatchObject({ month: 3, day: 14, ambiguous: false });
  });
});

describe("a time", () => {
  test.each([
    ["2026-06-26T10:30:00Z", { hour: 10, minute: 30, second: 0 }, 0, "second"],
    ["2026-06-26T10:30:00.250+07:00", { hour: 10, minute: 30, second: 0.25 }, 420, "second"],
    ["2026-06-26 10:30:00 +0700", { hour: 10, minute: 30, second: 0 }, 420, "second"],
    ["2026-06-26 9:30:00 -4", { hour: 9, minute: 30, second: 0 }, -240, "second"],
    ["2026-06-26T10:30:00+02", { hour: 10, minute: 30, second: 0 }, 120, "second"],
    ["2026-06-26 10:30", { hour: 10, minute: 30, second: 0 }, undefined, "minute"],
    ["Fri, 26 Jun 2026 10:30:00 -0330", { hour: 10, minute: 30, second: 0 }, -210, "second"],
    ["Fri Jun 26 11:21:31 CEST 2026", { hour: 11, minute: 21, second: 31 }, 120, "second"],
    ["26 Jun 26 10:30 EST", { hour: 10, minute: 30, second: 0 }, -300, "minute"],
    ["June 26, 2026 at 10:30 PM", { hour: 22, minute: 30, second: 0 }, undefined, "minute"],
    ["June 26, 2026, 12:05 am", { hour: 0, minute: 5, second: 0 }, undefined, "minute"],
  ] as const)("%s", (text, time, offset, precision) => {
    expect(parseDate(text)).toMatchObject({ time, precision });
    expect(parseDate(text)?.offset).toBe(offset);
  });

  test.each([
    ["2026-06-26T10:30:00Z", "iso"],
    ["2026-06-26", "iso"],
    ["Fri, 26 Jun 2026 10:30:00 GMT", "rfc822"],
    ["26 Jun 2026", "words"],
    ["26.06.2026", "numbers"],
  ])("%s is written as %s", (text, form) => {
    expect(parseDate(text)?.form).toBe(form);
  });
});

describe("what is no date", () => {
  test.each([
    ["April 31, 2026", "the month has days 1 to 30"],
    ["2026-02-29", "the month has days 1 to 28"],
    ["2026-13-01", "there is no month 13"],
    ["0000-00-00", "there is no year 0"],
    ["31/31/2026", "there is no month 31"],
    ["2026-06-26T25:00:00Z", "there is no such time"],
    ["June 26, 2026 13:00 pm", "there is no such time"],
    ["2026-06-26T10:00:00+23:00", "offsets from UTC end at 14 hours"],
  ])("%s is impossible: %s", (text, why) => {
    expect(readDate(text)).toEqual({ kind: "impossible", why });
    expect(parseDate(text)).toBeUndefined();
  });

  test.each([
    "",
    "soon",
    "yesterday",
    "2026",
    "June",
    "v1.26.2026.1",
    "20 min",
    "Juny 26, 2026",
    "26 Jun 26",
    "10:30",
    "2026-06-26 10:30 -400",
  ])("%j is none", (text) => {
    expect(readDate(text)).toEqual({ kind: "none" });
  });

  test("a long text is not searched for one", () => {
    expect(readDate(`June 26, 2026${" ".repeat(100_000)}x`)).toEqual({ kind: "none" });
  });
});

const date = (text: string) => parseDate(text) ?? expect.fail(`no date: ${text}`);

describe("order", () => {
  test("by day as written, whatever the offset", () => {
    expect(compareDays(date("2026-06-26T00:30:00+07:00"), date("2026-06-25"))).toBe(1);
    expect(compareDays(date("June 2026"), date("2026-06-25"))).toBe(0);
    expect(compareDays(date("May 2026"), date("2026-06-25"))).toBeLessThan(0);
  });

  test("by instant where both have a time", () => {
    expect(compareInstants(date("2026-06-26T00:30:00+07:00"), date("2026-06-25T20:00:00Z"))).toBeLessThan(0);
    expect(compareInstants(date("2026-06-26T00:30:00+07:00"), date("2026-06-26"))).toBe(0);
  });

  test("agrees with the platform on every ISO instant", () => {
    const instants = fc.date({
      min: new Date("0001-01-01T00:00:00Z"),
      max: new Date("9999-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        const written = date(instant.toISOString());
        expect(instantOf(written)).toBe(instant.getTime());
        expect(dayOf(written)).toBe(Math.floor(instant.getTime() / 86_400_000));
      }),
    );
  });
});
