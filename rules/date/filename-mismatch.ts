import type { Entry } from "#model/entry";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { quorum } from "#text/convention";
import { dayOf, type WrittenDate } from "#text/dates";
import { dateIn, dayText, isUnset } from "#text/entry-dates";
import { dateInFileName, isSameDay } from "#text/path-dates";

export default defineRule({
  on: "corpus",
  summary: "Let the date in a file's name be the date in its front matter.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    mismatch: "Date is {date}, but the file's name says {named}; correct one of them.",
    custom:
      "{count|file} of {total} are named after another day than their date, this one among them; settle which counts.",
  },

  *check({ entries }) {
    const all = entries.flatMap(datedTwice);
    const differing = all.filter(({ date, named }) => !isSameDay(named, date));
    const drafts = differing.filter(isDraftDay);
    const isCustom = drafts.length >= Math.max(quorum.members, leastShare * all.length);
    for (const { entry, date, named } of isCustom ? differing.filter((one) => !isDraftDay(one)) : differing) {
      const data = { date: dayText(date), named: dayText(named) };
      yield { message: "mismatch", data, at: fieldPlace(entry, "published"), key: "published" };
    }
    const [at, ...others] = (isCustom ? drafts : []).map(({ entry }) => fieldPlace(entry, "published"));
    if (at === undefined) return;
    yield { message: "custom", data: { count: drafts.length, total: all.length }, at, key: "published", others };
  },
});

/** Many files that are named after the day of a draft have one cause; a few among more are slips. */
const leastShare = 0.05;
/** Days that a post may wait for its publication. A date that is farther from the name is a slip in its year or month. */
const longestWait = 92;

interface DatedTwice {
  readonly entry: Entry;
  readonly date: WrittenDate;
  readonly named: WrittenDate;
}

function datedTwice(entry: Entry): DatedTwice[] {
  const named = entry.edition === "source" ? dateInFileName(entry.path) : undefined;
  const date = dateIn(entry.published);
  return named === undefined || date === undefined || isUnset(date) ? [] : [{ entry, date, named }];
}

const isDraftDay = ({ date, named }: DatedTwice) => Math.abs(dayOf(date) - dayOf(named)) <= longestWait;
