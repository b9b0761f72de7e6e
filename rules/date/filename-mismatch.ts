import type { Entry } from "#model/entry";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { learnConvention, quorum } from "#text/convention";
import type { WrittenDate } from "#text/dates";
import { dateIn, dayText, isUnset } from "#text/entry-dates";
import { dateInFileName, isSameDay } from "#text/path-dates";
import { sectionsOf } from "#text/section";

export default defineRule({
  on: "corpus",
  summary: "Let the date in a file's name be the date in its front matter.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    mismatch: "Date is {date}, but the file's name says {named}; correct one of them.",
  },

  *check({ entries }) {
    for (const documents of sectionsOf(entries.filter(({ edition }) => edition === "source"))) {
      const section = documents.flatMap(datedTwice);
      const isMeant = !isHabit(section);
      for (const { entry, named, date, agrees } of section) {
        if (agrees || (isMeant && !isYearSlip(named, date))) continue;
        const data = { date: dayText(date), named: dayText(named) };
        yield { message: "mismatch", data, at: fieldPlace(entry, "published"), key: "published" };
      }
    }
  },
});

/** A document with a date in the name of its file and one in its front matter. */
interface DatedTwice {
  readonly entry: Entry;
  readonly named: WrittenDate;
  readonly date: WrittenDate;
  readonly agrees: boolean;
}

function datedTwice(entry: Entry): DatedTwice[] {
  const named = dateInFileName(entry.path);
  const date = dateIn(entry.published);
  if (named === undefined || date === undefined || isUnset(date)) return [];
  return [{ entry, named, date, agrees: isSameDay(named, date) }];
}

/** Whether only the year differs, which nobody means. */
const isYearSlip = (named: WrittenDate, date: WrittenDate) => named.month === date.month && named.day === date.day;

/** Whether the two dates of a section are meant to agree. Events are named after the day on which they were announced. */
const isHabit = (section: readonly DatedTwice[]) =>
  section.length < quorum.members ||
  learnConvention(
    section.map(({ agrees }) => agrees),
    { ...quorum, share: rareSlip },
  )?.value === true;

/** Share of documents whose dates agree from which on the others are slips. */
const rareSlip = 0.9;
