import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { dateIn, dayText, isUnset } from "#text/entry-dates";
import { dateInFileName, isSameDay } from "#text/path-dates";

export default defineRule({
  on: "entry",
  summary: "Let the date in a file's name be the date in its front matter.",
  severity: "warn",
  presets: ["recommended", "strict"],
  messages: {
    mismatch: "Date is {date}, but the file's name says {named}; correct one of them.",
  },

  *check(entry) {
    if (entry.edition !== "source") return;
    const named = dateInFileName(entry.path);
    const date = dateIn(entry.published);
    if (named === undefined || date === undefined || isUnset(date) || isSameDay(named, date)) return;
    const data = { date: dayText(date), named: dayText(named) };
    yield { message: "mismatch", data, at: fieldPlace(entry, "published"), key: "published" };
  },
});
