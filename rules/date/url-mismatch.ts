import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { dateIn, dayText, isUnset } from "#text/entry-dates";
import { dateInUrlPath, isSameDay } from "#text/path-dates";
import { pathOf } from "#text/urls";

export default defineRule({
  on: "entry",
  summary: "Let the date in a post's address be the date of its publication.",
  severity: "info",
  presets: ["strict"],
  messages: {
    mismatch: "Date is {date}, but the address says {named}; correct the date, or move the post and redirect.",
  },

  *check(entry) {
    const named = dateInUrlPath(pathOf(entry) ?? "");
    const date = dateIn(entry.published);
    if (named === undefined || date === undefined || isUnset(date) || date.ambiguous || isSameDay(named, date)) return;
    const data = { date: dayText(date), named: dayText(named) };
    yield { message: "mismatch", data, at: fieldPlace(entry, "published"), key: "published" };
  },
});
