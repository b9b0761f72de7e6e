import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { dayOf } from "#text/dates";
import { dateIn, dayText, isUnset } from "#text/entry-dates";

export default defineRule({
  on: "entry",
  summary: "Let no post be modified before it is published.",
  severity: "error",
  presets: ["recommended", "strict"],
  options: {
    // Midnight in one time zone is another day in the next.
    days: integer({ default: 1, minimum: 0, description: "Days that the date of change may lie before." }),
  },
  messages: {
    before: "Modified on {modified}, {days|day} before it was published on {published}; correct one of the dates.",
  },

  *check(entry, { days: allowed }) {
    const published = dateIn(entry.published);
    const modified = dateIn(entry.modified);
    if (published === undefined || modified === undefined || entry.draft?.value === true) return;
    // A date that was never set belongs to `date/invalid`.
    if (isUnset(published) || isUnset(modified)) return;
    // Of a date without its day, the first of the month is known and nothing more.
    if (published.precision === "month" || modified.precision === "month") return;
    const days = dayOf(published) - dayOf(modified);
    if (days <= allowed) return;
    yield {
      message: "before",
      data: { modified: dayText(modified), published: dayText(published), days },
      at: fieldPlace(entry, "modified"),
      key: "modified",
      related: [{ place: fieldPlace(entry, "published"), message: "published" }],
    };
  },
});
