import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { readDate } from "#text/dates";
import { isLookedUp, isUnset } from "#text/entry-dates";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "Write dates that exist, in a form that can be read.",
  severity: "error",
  presets: ["recommended", "strict"],
  sources: [
    {
      title: "RFC 3339: dates and times on the Internet",
      url: "https://www.rfc-editor.org/rfc/rfc3339",
      read: "2026-11-22",
    },
  ],
  messages: {
    impossible: "“{date}” does not exist: {why}.",
    unreadable: "“{date}” can't be read as a date; write it as YYYY-MM-DD.",
    unset: "“{date}” stands for a date that was never set; give the post its own.",
  },

  *check(entry) {
    for (const name of ["published", "modified"] as const) {
      const text = entry[name]?.value.trim() ?? "";
      // An empty date belongs to `date/missing`.
      if (text === "" || isLookedUp(text)) continue;
      const at = fieldPlace(entry, name);
      const date = excerpt(text);
      const reading = readDate(text);
      if (reading.kind === "impossible") {
        yield { message: "impossible", data: { date, why: reading.why }, at, key: text };
      } else if (reading.kind === "none") yield { message: "unreadable", data: { date }, at, key: text };
      else if (isUnset(reading.date)) yield { message: "unset", data: { date }, at, key: text };
    }
  },
});
