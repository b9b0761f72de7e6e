import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { share } from "#rule-kit/options";
import { parseDate } from "#text/dates";
import { dayText } from "#text/entry-dates";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Set the date of modification when the text changes, and only then.",
  severity: "info",
  presets: ["strict"],
  readsHistory: true,
  options: {
    changed: share({ default: 0.15, description: "Share of the words from which a change asks for a new date." }),
    unchanged: share({ default: 0.02, description: "Share of the words below which a new date tells of nothing." }),
  },
  messages: {
    later: "{percent} % of the words changed after {date}, the last time on {last}; set the date of the change.",
    earlier: "Date of modification went from {before} to {date} while {percent} % of the words changed; set it back.",
  },

  *check(entry, { changed, unchanged }, _facts, { dateHistories }) {
    const history = dateHistories?.get(entry.path);
    // A date that is not committed yet has no history.
    if (history === undefined || entry.modified?.value !== history.modified) return;
    const at = fieldPlace(entry, "modified");
    const date = shown(history.modified);
    const { later, earlier } = history;
    if (later !== undefined && later.share >= changed) {
      const data = { percent: Math.round(later.share * 100), date, last: later.last };
      yield { message: "later", data, at, key: "later" };
    } else if (earlier !== undefined && earlier.share < unchanged) {
      const data = { percent: Math.floor(earlier.share * 100), date, before: shown(earlier.modified) };
      yield { message: "earlier", data, at, key: "earlier" };
    }
  },
});

/** The day that a date states; what counts is the day. */
function shown(written: string): string {
  const date = parseDate(written);
  return date === undefined ? excerpt(written) : dayText(date);
}
