import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { dayOf, type WrittenDate } from "#text/dates";
import { driftedPairs, editionLabel, pairsByDocument, type EditionPair } from "#text/edition-pairs";
import { dateIn, dayText, isUnset } from "#text/entry-dates";

const names = ["published", "modified"] as const;
type DateName = (typeof names)[number];

export default defineRule({
  on: "corpus",
  summary: "Give a post the same dates in its source, in the index and in the feed.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    // Midnight in one time zone is another day in the next.
    days: integer({ default: 1, minimum: 0, description: "Days by which the dates may differ." }),
  },
  messages: {
    drift: "{what} is {here} here and {there} in the {edition}; build it anew, or correct one of them.",
  },

  *check({ posts }, { days }) {
    for (const name of names) {
      for (const document of pairsByDocument(posts, name)) {
        for (const { source, other } of driftedPairs(document, (pair) => daysApart(pair, name) > days)) {
          const [here, there] = [dateIn(source[name]), dateIn(other[name])];
          if (here === undefined || there === undefined) continue;
          const data = {
            what: name === "published" ? "Date of publication" : "Date of change",
            here: dayText(here),
            there: dayText(there),
            edition: editionLabel(other),
          };
          const related = [{ place: fieldPlace(other, name), message: `in the ${editionLabel(other)}` }];
          yield { message: "drift", data, at: fieldPlace(source, name), key: other.edition, related };
        }
      }
    }
  },
});

/** Whole days between two dates; 0 where they can't be compared. */
function daysApart({ source, other }: EditionPair<DateName>, name: DateName): number {
  const [a, b] = [dateIn(source[name]), dateIn(other[name])];
  if (a === undefined || b === undefined || source.draft?.value === true || isUncertain(a) || isUncertain(b)) return 0;
  if (a.precision === "month" || b.precision === "month") return a.year === b.year && a.month === b.month ? 0 : 31;
  return Math.abs(dayOf(a) - dayOf(b));
}

/** A date that was never set, or whose day and month could be the other way round: other rules have these. */
const isUncertain = (date: WrittenDate) => isUnset(date) || date.ambiguous;
