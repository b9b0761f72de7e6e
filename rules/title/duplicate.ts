import { fieldPlace } from "#model/problem";
import { entryWith, type With } from "#model/post";
import { defineRule } from "#rule-kit/define-rule";
import { groupsBy, othersOf } from "#text/groups";
import { localeOf } from "#text/locale";
import { fold } from "#text/terms";
import { pathOf, urlKey } from "#text/urls";
import { versionCopies } from "#text/version-copy";
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

  *check({ posts }) {
    const isCopy = versionCopies(posts);
    const titled = posts.flatMap((post) => entryWith(post, "title") ?? []).filter((entry) => !isCopy(entry));
    const groups = groupsBy(titled, (entry) => {
      const title = fold(entry.title.value);
      return title === "" ? undefined : `${localeOf(entry)} ${title}${sectionOf(entry)}`;
    });
    for (const [group, entries] of groups) {
      // One post that is listed twice is no second post: `index/duplicate-url` judges that.
      const urls = new Set(entries.map((entry, index) => urlKey(entry) ?? String(index)));
      if (urls.size < 2) continue;
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
  const folders = (pathOf(entry) ?? (entry.edition === "source" ? entry.path : "")).split("/").slice(0, -1);
  return ` ${folders.filter((name) => !/^\d*$/.test(name)).join("/")}`;
}
