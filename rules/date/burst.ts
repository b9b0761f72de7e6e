import { entryWith } from "#model/post";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { instantOf, type WrittenDate } from "#text/dates";
import { dateIn } from "#text/entry-dates";
import { groupsBy, othersOf } from "#text/groups";
import { localeOf } from "#text/locale";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Give posts the time at which each was published.",
  severity: "info",
  presets: [],
  options: {
    posts: integer({ default: 10, minimum: 2, description: "Posts with one timestamp from which it is reported." }),
  },
  messages: {
    burst: "{count|post|posts} were published at “{time}”; give each its own time.",
  },

  *check(corpus, { posts: fewest }) {
    const dated = corpus.posts.flatMap((post) => entryWith(post, "published") ?? []);
    // The translations of a post have its time.
    const groups = groupsBy(dated, (entry) => {
      const moment = momentOf(dateIn(entry.published));
      return moment && [moment, localeOf(entry)].join(" ").trim();
    });
    for (const [moment, entries] of groups) {
      if (entries.length < fewest) continue;
      for (const [index, entry] of entries.entries()) {
        yield {
          message: "burst",
          data: { count: entries.length, time: excerpt(entry.published.value) },
          at: fieldPlace(entry, "published"),
          key: moment,
          group: moment,
          related: othersOf(entries, index).map((other) => ({
            place: fieldPlace(other, "published"),
            message: "has the same time",
          })),
        };
      }
    }
  },
});

/** A date with a time of day, as one text. Midnight is what generators write for a day without a time. */
function momentOf(date: WrittenDate | undefined): string | undefined {
  if (date?.time === undefined) return undefined;
  const { hour, minute, second } = date.time;
  return hour === 0 && minute === 0 && second === 0 ? undefined : new Date(instantOf(date)).toISOString();
}
