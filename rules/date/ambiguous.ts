import type { Entry } from "#model/entry";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { dateIn, dayText } from "#text/entry-dates";
import type { WrittenDate } from "#text/dates";
import { peersOf } from "#text/peers";

export default defineRule({
  on: "corpus",
  summary: "Write dates so that day and month can't be mistaken.",
  severity: "info",
  presets: ["strict"],
  messages: {
    ambiguous: "“{date}” is {one} to some readers and {other} to others; write it as YYYY-MM-DD.",
  },

  *check({ entries }) {
    for (const peers of peersOf(entries)) {
      const dates = peers.flatMap(datesOf);
      // One date such as 26/06/2026 shows how the others are meant.
      if (dates.some(({ date }) => date.form === "numbers" && !date.ambiguous)) continue;
      for (const { entry, name, text, date } of dates) {
        if (!date.ambiguous) continue;
        const swapped = { ...date, day: date.month, month: date.day };
        const data = { date: text, one: dayText(date), other: dayText(swapped) };
        yield { message: "ambiguous", data, at: fieldPlace(entry, name), key: text };
      }
    }
  },
});

interface EntryDate {
  readonly entry: Entry;
  readonly name: "published" | "modified";
  readonly text: string;
  readonly date: WrittenDate;
}

const datesOf = (entry: Entry): EntryDate[] =>
  (["published", "modified"] as const).flatMap((name) => {
    const text = entry[name]?.value.trim() ?? "";
    const date = dateIn(entry[name]);
    return date === undefined ? [] : { entry, name, text, date };
  });
