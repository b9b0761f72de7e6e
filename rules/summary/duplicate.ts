import { sourcesOf } from "#facts/posts-by-source";
import { fieldPlace } from "#model/problem";
import { entryWith } from "#model/post";
import { defineRule } from "#rule-kit/define-rule";
import { alikeSections } from "#text/alike-sections";
import { groupsBy, othersOf } from "#text/groups";
import { localeOf } from "#text/locale";
import { fold } from "#text/terms";
import { urlKey } from "#text/urls";
import { versionCopies } from "#text/version-copy";
import { excerpt } from "#text/wording";

/** Of sections that are alike, the share of pages in the smaller one that the other has too: two in common are none yet. */
const leastAlike = 0.5;

export default defineRule({
  on: "corpus",
  summary: "Give each post a summary of its own.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  messages: {
    duplicate: "{count|post|posts} have the summary “{summary}”; say what sets this one apart.",
  },

  *check(corpus) {
    const isCopy = versionCopies(corpus);
    const arePagesOfSections = alikeSections(sourcesOf(corpus), leastAlike);
    const summed = corpus.posts
      .flatMap((post) => entryWith(post, "summary") ?? [])
      .filter((entry) => entry.draft?.value !== true && !isCopy(entry));
    const groups = groupsBy(summed, (entry) => {
      const summary = fold(entry.summary.value);
      return summary === "" ? undefined : `${localeOf(entry)} ${summary}`;
    });
    for (const entries of groups.values()) {
      // One post that is listed twice is no second post: `index/duplicate-url` judges that.
      const urls = new Set(entries.map((entry, index) => urlKey(entry) ?? String(index)));
      if (urls.size < 2 || arePagesOfSections(entries)) continue;
      for (const [index, entry] of entries.entries()) {
        const key = fold(entry.summary.value);
        yield {
          message: "duplicate",
          data: { count: entries.length, summary: excerpt(entry.summary.value, 8) },
          at: fieldPlace(entry, "summary"),
          key,
          group: `${localeOf(entry)} ${key}`,
          related: othersOf(entries, index).map((other) => ({
            place: fieldPlace(other, "summary"),
            message: "has the same summary",
          })),
        };
      }
    }
  },
});
