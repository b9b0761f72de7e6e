import type { Entry } from "#model/entry";
import { partPlace, type Place } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, list } from "#rule-kit/options";
import { compareDays, type WrittenDate } from "#text/dates";
import { dateIn, dayText } from "#text/entry-dates";
import { dateInFileName, dateInUrlPath } from "#text/path-dates";
import { findPhrase } from "#text/phrases";
import { isExcerpt } from "#text/summary-kind";
import { pathOf } from "#text/urls";

const currentPhrases = `latest, newest, up to date, state of the art, cutting edge, brand new, just released,
  just announced, just launched, recently released, recently announced, recently launched, newly released, coming soon,
  this year, this month, this week, upcoming, right now, nowadays`;

export default defineRule({
  on: "entry",
  summary: "Bring an old post that claims to be current up to date.",
  severity: "info",
  presets: ["editorial"],
  options: {
    months: integer({ default: 24, minimum: 1, description: "Age in months from which such a claim is doubtful." }),
    phrases: list({
      default: currentPhrases.split(",").map((phrase) => phrase.trim()),
      description: "Words by which a post claims to be current, in any case.",
    }),
  },
  messages: {
    stale: "Says “{phrase}”, but its last date is {date}; bring the post up to date, or say when that was.",
  },

  *check(entry, { months, phrases }, _facts, run) {
    // An address with the day or the month in it says at once of when the post is.
    if (dateInFileName(entry.path) !== undefined || dateInUrlPath(pathOf(entry) ?? "") !== undefined) return;
    const last = [dateIn(entry.published), dateIn(entry.modified)]
      .filter((date) => date !== undefined)
      .toSorted(compareDays)
      .at(-1);
    if (last === undefined || ageInMonths(last, run.now) < months) return;
    const claim = claimOf(entry, phrases);
    if (claim === undefined) return;
    yield { message: "stale", data: { phrase: claim.text, date: dayText(last) }, at: claim.at, key: claim.text };
  },
});

const ageInMonths = ({ year, month, day }: WrittenDate, now: string): number => {
  const [nowYear = 0, nowMonth = 0, nowDay = 0] = now.slice(0, 10).split("-").map(Number);
  return (nowYear - year) * 12 + nowMonth - month - (nowDay < day ? 1 : 0);
};

/** A claim to be current in the title or the description. An excerpt is the post's text, which may tell of others. */
function claimOf(entry: Entry, phrases: readonly string[]): { text: string; at: Place } | undefined {
  for (const name of ["title", "summary"] as const) {
    const field = entry[name];
    if (field === undefined || (name === "summary" && isExcerpt(field.value))) continue;
    const found = findPhrase(field.value, phrases);
    if (found !== undefined) {
      return { text: found.text, at: partPlace(entry, name, field, found.start, found.end) };
    }
  }
  return undefined;
}
