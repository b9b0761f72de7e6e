import type { Entry } from "#model/entry";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { choice } from "#rule-kit/options";
import { learnConvention } from "#text/convention";
import { dateIn, isUnset, offsetText } from "#text/entry-dates";
import { peersOf } from "#text/peers";

export default defineRule({
  on: "corpus",
  summary: "Give the dates of one list the same offset from UTC, or none of them.",
  severity: "info",
  presets: ["recommended", "strict"],
  options: {
    style: choice({
      of: ["learned", "day", "local", "offset"],
      default: "learned",
      description: "`day` for days alone, `local` for times without an offset, `offset` for times with one.",
    }),
  },
  messages: {
    learned: "{agreeing} of {total|date} here are {most}; this one is {own}.",
    fixed: "Date is {own}; write all dates as {most}.",
  },

  *check({ entries }, { style }) {
    for (const peers of peersOf(entries)) {
      const dated = peers.flatMap(zoneOf);
      const learned = style === "learned" ? learnConvention(dated.map(({ zone }) => zone)) : undefined;
      for (const { entry, zone } of dated) {
        const at = fieldPlace(entry, "published");
        const own = oneNamed(zone);
        if (learned !== undefined && !agree(zone, learned.value)) {
          const { agreeing, total, value } = learned;
          yield { message: "learned", data: { agreeing, total, most: manyNamed(value), own }, at, key: "offset" };
        } else if (style !== "learned" && !isKind(zone, style)) {
          yield { message: "fixed", data: { most: manyNamed(style), own }, at, key: "offset" };
        }
      }
    }
  },
});

/** How much of a moment a date gives: a day, a time somewhere, or a time at so many minutes east of UTC. */
type Zone = "day" | "local" | number;

function zoneOf(entry: Entry): { readonly entry: Entry; readonly zone: Zone }[] {
  const date = dateIn(entry.published);
  // A date that was never set belongs to `date/invalid`.
  if (date === undefined || isUnset(date)) return [];
  return [{ entry, zone: date.time === undefined ? "day" : (date.offset ?? "local") }];
}

/** Summer time moves an offset by an hour. */
const agree = (a: Zone, b: Zone) =>
  a === b || (typeof a === "number" && typeof b === "number" && Math.abs(a - b) === 60);

const isKind = (zone: Zone, kind: "day" | "local" | "offset") =>
  typeof zone === "number" ? kind === "offset" : kind === zone;

const oneNamed = (zone: Zone): string =>
  zone === "day"
    ? "a day without a time"
    : zone === "local"
      ? "a time without an offset"
      : `a time at ${offsetText(zone)}`;

const manyNamed = (zone: Zone | "offset"): string =>
  ({ day: "days without a time", local: "times without an offset", offset: "times with an offset" })[zone] ??
  `times at ${offsetText(Number(zone))}`;
