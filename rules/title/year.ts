import { partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import type { WrittenDate } from "#text/dates";
import { dateIn } from "#text/entry-dates";

export default defineRule({
  on: "entry",
  summary: "Let a year in a title agree with the post's dates.",
  severity: "info",
  presets: ["strict"],
  messages: {
    ahead: "Title says {year}, and the post's last date is of {last}; correct one of them.",
    behind: "Title says {year}, and the post was modified in {last}; bring the title up to date, or drop its year.",
    before: "Title says {year}, and the post was published in {published}; correct the year, or drop it.",
  },

  *check(entry) {
    const { title, published, modified } = entry;
    const claim = claimIn(title?.value ?? "");
    const dates = [published, modified].flatMap((field) => dateIn(field) ?? []);
    const last = dates.toSorted((a, b) => a.year - b.year || a.month - b.month).at(-1);
    if (title === undefined || claim === undefined || last === undefined) return;

    const first = Math.min(...dates.map(({ year }) => year));
    const at = partPlace(entry, "title", title, claim.start, claim.start + 4);
    const data = { year: claim.year, last: last.year, published: first };
    if (claim.isEdition && claim.year > latestYear(last)) yield { message: "ahead", data, at, key: "year" };
    else if (claim.isEdition && claim.year < first - 1) yield { message: "before", data, at, key: "year" };
    else if (claim.year >= first - 1 && last.year > Math.max(claim.year, first)) {
      yield { message: "behind", data, at, key: "year" };
    }
  },
});

/**
 * A year that a title gives as its own: at its end in brackets, as "the 2026 guide" at its start or end, or as "in 2026" where the title or a part of it ends. The
 * second may look ahead or back ("… in 2030: predictions", "… in 1999"), so it can only fall behind.
 */
function claimIn(
  title: string,
): { readonly year: number; readonly start: number; readonly isEdition: boolean } | undefined {
  const edition = /[([](?:updated (?:for )?)?(20\d\d)(?: edition| guide| update)?[)\]]$/i.exec(
    title.trimEnd().slice(-40),
  );
  if (edition !== null) {
    const year = edition[1] ?? "";
    return { year: Number(year), start: title.trimEnd().lastIndexOf(year), isEdition: true };
  }
  const guide =
    /^(?:the |your |our )?(20\d\d) (?:[a-z]{4,12} )?(?:guide|edition)\b|: (?:the |your )?(20\d\d) (?:guide|edition)$/i.exec(
      title.trim(),
    );
  if (guide !== null) {
    const year = guide[1] ?? guide[2] ?? "";
    return { year: Number(year), start: title.indexOf(year, title.indexOf(guide[0])), isEdition: true };
  }
  const now = /\bin (20\d\d)(?=[?!.]?$|:| [-–—|(])/i.exec(title.trimEnd());
  return now === null ? undefined : { year: Number(now[1]), start: now.index + 3, isEdition: false };
}

/** A guide for the next year may come out in the second half of this one. */
const latestYear = ({ year, month }: WrittenDate) => (month >= 7 ? year + 1 : year);
