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
    const folders = new Set(titled.map((entry) => folderOf(placeIn(entry))));
    const groups = groupsBy(titled, (entry) => {
      const title = fold(entry.title.value);
      return title === "" ? undefined : `${localeOf(entry)} ${title}${sectionOf(entry, folders)}`;
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

/** Where a page is: its URL path, or the path of its file where nobody knows the URLs. */
const placeIn = (entry: Entry): string => pathOf(entry) ?? (entry.edition === "source" ? entry.path : "");

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/**
 * The folder of a page whose name is short: “Menus” of one section and of another are told apart by the section. A page
 * that has others below it is the first of its section.
 *
 * @param parents folders that pages are in
 */
function sectionOf(entry: With<"title">, parents: ReadonlySet<string>): string {
  if (countWords(entry.title.value) > 2) return "";
  const path = placeIn(entry);
  const folders = (parents.has(path) ? path : folderOf(path)).split("/");
  // Folders that sort posts by date are no sections.
  while (/^\d*$/.test(folders.at(-1) ?? "-")) folders.pop();
  return ` ${folders.join("/")}`;
}
