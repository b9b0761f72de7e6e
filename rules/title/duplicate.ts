import { sourcesOf } from "#facts/posts-by-source";
import { fieldPlace } from "#model/problem";
import type { Entry } from "#model/entry";
import { entryWith, type With } from "#model/post";
import { defineRule } from "#rule-kit/define-rule";
import { alikeSections } from "#text/alike-sections";
import { groupsBy, othersOf } from "#text/groups";
import { localeOf } from "#text/locale";
import { fold } from "#text/terms";
import { pathOf, urlKey } from "#text/urls";
import { excerpt } from "#text/wording";
import { countWords } from "#text/words";

export default defineRule({
  on: "corpus",
  summary: "Give each post a title of its own.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  messages: {
    duplicate: "{count|post|posts} have the title “{title}”; name what sets this one apart.",
  },

  *check(corpus) {
    const sources = new Set<Entry>(sourcesOf(corpus));
    const arePagesOfSections = alikeSections(sources);
    const titled = corpus.posts
      .flatMap((post) => entryWith(post, "title") ?? [])
      .filter((entry) => entry.edition !== "source" || sources.has(entry));
    const groups = groupsBy(titled, (entry) => {
      const title = fold(entry.title.value);
      return title === "" ? undefined : `${localeOf(entry)} ${title}${sectionOf(entry)}`;
    });
    for (const [group, entries] of groups) {
      // One post that is listed twice is no second post: `index/duplicate-url` judges that.
      const urls = new Set(entries.map((entry, index) => urlKey(entry) ?? String(index)));
      if (urls.size < 2 || arePagesOfSections(entries)) continue;
      for (const [index, entry] of entries.entries()) {
        const others = othersOf(entries, index);
        yield {
          message: "duplicate",
          data: { count: entries.length, title: excerpt(entry.title.value) },
          at: fieldPlace(entry, "title"),
          key: fold(entry.title.value),
          group,
          related: others.map((other) => ({ place: fieldPlace(other, "title"), message: "has the same title" })),
        };
      }
    }
  },
});

/**
 * The folder of a page whose name is short: “Menus” of one section and of another are told apart by the section. Where
 * nobody knows the URLs, the folder is that of the file.
 */
function sectionOf(entry: With<"title">): string {
  if (countWords(entry.title.value) > 2) return "";
  const path = pathOf(entry) ?? (entry.edition === "source" ? entry.path : "");
  const folders = path.split("/").slice(0, -1);
  // Folders that sort posts by date are no sections.
  while (/^\d*$/.test(folders.at(-1) ?? "-")) folders.pop();
  return ` ${folders.join("/")}`;
}
