import type { Entry } from "#model/entry";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { choice } from "#rule-kit/options";
import { learnConvention, quorum, type Convention } from "#text/convention";
import { dateIn, isUnset, offsetText } from "#text/entry-dates";
import { groupsBy } from "#text/groups";
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
    period: "{agreeing} of {total|date} here are {most}; {others} others, this one among them, are {own}.",
    fixed: "Date is {own}; write all dates as {most}.",
  },

  *check({ entries }, { style }) {
    for (const peers of peersOf(entries)) {
      const dated = peers.flatMap(zoneOf);
      const learned = style === "learned" ? learnConvention(dated.map(({ zone }) => zone)) : undefined;
      if (style === "learned") {
        if (learned !== undefined) yield* departures(dated, learned);
        continue;
      }
      for (const { entry, zone } of dated.filter((one) => !isKind(one.zone, style))) {
        const data = { most: manyNamed(style), own: oneNamed(zone) };
        yield { message: "fixed", data, at: fieldPlace(entry, "published"), key: "offset" };
      }
    }
  },
});

/** What departs from the habit. Many dates of one other form were written so for a time, and have one cause. */
function* departures(dated: readonly Dated[], { agreeing, total, value }: Convention<Zone>) {
  const other = dated.filter(({ zone }) => !agree(zone, value));
  const groups = groupsBy(other, ({ zone }) => manyNamed(zone));
  const isMany = (zone: Zone) => (groups.get(manyNamed(zone))?.length ?? 0) >= quorum.members;
  const data = { agreeing, total, most: manyNamed(value) };
  for (const [own, group] of groups) {
    const [at, ...others] = group.map(({ entry }) => fieldPlace(entry, "published"));
    if (at === undefined || !group.some(({ zone }) => isMany(zone))) continue;
    yield { message: "period" as const, data: { ...data, others: group.length, own }, at, key: "offset", others };
  }
  for (const { entry, zone } of other.filter((one) => !isMany(one.zone))) {
    const at = fieldPlace(entry, "published");
    yield { message: "learned" as const, data: { ...data, own: oneNamed(zone) }, at, key: "offset" };
  }
}

/** How much of a moment a date gives: a day, a time somewhere, or a time at so many minutes east of UTC. */
type Zone = "day" | "local" | number;

interface Dated {
  readonly entry: Entry;
  readonly zone: Zone;
}

function zoneOf(entry: Entry): Dated[] {
  const date = dateIn(entry.published);
  // A date that was never set belongs to `date/invalid`.
  if (date === undefined || isUnset(date)) return [];
  return [{ entry, zone: date.time === undefined ? "day" : (date.offset ?? "local") }];
}

/** Summer time moves an offset by an hour, and a day alone is read as its start in UTC. */
const agree = (a: Zone, b: Zone) =>
  a === b ||
  (typeof a === "number" && typeof b === "number" && Math.abs(a - b) === 60) ||
  (a === "day" && b === 0) ||
  (a === 0 && b === "day");

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
