import { dayOf, instantOf, type WrittenDate } from "#text/dates";

type Day = Pick<WrittenDate, "year" | "month" | "day">;

/** Says on which day a date falls where a site is built, whose clock decides on the URLs of posts. */
export class BuildClock {
  readonly #format: Intl.DateTimeFormat | undefined;

  /** @param zone as the config names it; undefined where the machine decides, which in pipelines is UTC */
  constructor(zone: string | undefined) {
    this.#format = formatIn(zone);
  }

  dayAt(date: WrittenDate): Day {
    if (date.time === undefined) return date;
    // A time without an offset is read as one of UTC, but only where it has seconds, which makes it a date of YAML.
    if (date.offset === undefined && (this.#format === undefined || date.precision !== "second")) return date;
    return this.#dayOf(instantOf(date));
  }

  /** The day as it is written, where that is another one than the day on which the date falls, and may be the right one. */
  otherDay(date: WrittenDate): Day | undefined {
    if (this.#format !== undefined && date.offset !== undefined) return undefined;
    const { year, month, day } = this.dayAt(date);
    return dayOf(date) === dayOf({ ...date, year, month, day }) ? undefined : date;
  }

  #dayOf(instant: number): Day {
    if (this.#format === undefined) {
      const utc = new Date(instant);
      return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() };
    }
    const parts = new Map(this.#format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    return { year: parts.get("year") ?? 0, month: parts.get("month") ?? 1, day: parts.get("day") ?? 1 };
  }
}

function formatIn(zone: string | undefined): Intl.DateTimeFormat | undefined {
  try {
    const digits = { year: "numeric", month: "numeric", day: "numeric" } as const;
    return zone === undefined ? undefined : new Intl.DateTimeFormat("en-US", { timeZone: zone, ...digits });
  } catch {
    // A zone that is not known: Ruby takes UTC then.
    return undefined;
  }
}
