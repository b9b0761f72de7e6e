import type { Entry } from "#model/entry";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { list } from "#rule-kit/options";
import { isListPage } from "#text/list-page";
import { fold } from "#text/terms";
import { isUndatedPage } from "#text/undated-page";
import { isHome } from "#text/urls";
import { namesVersion } from "#text/version-in-title";
import { excerpt } from "#text/wording";

// What generators, editors and themes put where a title belongs, and what says no more than that.
const genericTitles = new Set(
  `untitled, untitled document, untitled post, untitled page, no title, new page, new post, blog post, new blog post,
  my post, my new post, my first post, my first blog post, first post, my blog post, new article, my article, new draft,
  example post, example page, sample post, sample page, hello world, test, test post, test page, blog, my blog,
  welcome to my blog, welcome to jekyll, home, homepage, home page`
    .split(",")
    .map((title) => title.trim()),
);

export default defineRule({
  on: "entry",
  summary: "Give a post a title that names its subject.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  sources: [
    {
      title: "Google: avoid vague descriptors such as “Home”",
      url: "https://developers.google.com/search/docs/appearance/title-link",
      read: "2026-11-22",
    },
  ],
  options: {
    titles: list({ default: [], description: "More titles that say too little, in any case." }),
    allow: list({ default: [], description: "Titles that are fine here, in any case." }),
  },
  messages: {
    generic: "“{title}” would fit any post; name what this one is about.",
  },

  *check(entry, { titles, allow }, _facts, { site }) {
    const text = entry.title?.value.trim() ?? "";
    if (text === "" || isNamedForItsPlace(text, entry)) return;
    const title = bare(text);
    if (allow.some((allowed) => bare(allowed) === title)) return;

    if (
      genericTitles.has(title) ||
      isSiteName(text, site.titleSuffix ?? "") ||
      titles.some((one) => bare(one) === title)
    ) {
      yield { message: "generic", data: { title: excerpt(text) }, at: fieldPlace(entry, "title"), key: "generic" };
    }
  },
});

/**
 * Whether the place of a document makes up for its title: the home page may well be called “Home”, a list of posts “Blog”,
 * as may the index of the folder `blog`, and the page about a command is called as it is: `rye.md` in the reference of Rye.
 */
function isNamedForItsPlace(title: string, entry: Entry): boolean {
  if (isHome(entry) || isListPage(entry.path) || isNamedByUrl(entry, title)) return true;
  const [name = "", folder = ""] = entry.path.split("/").toReversed();
  if (/^(?:index|readme)\.\w+$/i.test(name)) return fold(folder) === fold(title);
  return isUndatedPage(entry) && name.replace(/\.\w+$/, "") === title;
}

/** The home page of a language, and the list of posts that has its URL from its title: `/de/` and `/de/blog/`. */
const isNamedByUrl = ({ url }: Entry, title: string): boolean => {
  const pattern = /^blog$/i.test(title) ? /^(?:\/[\w-]{2,7})?\/blog\/?$/i : /^\/[a-z]{2}(?:[-_][a-z]{2,4})?\/?$/i;
  return pattern.test(url?.value ?? "");
};

/** “Crumb 41” is a release of what the site is called after. */
const isSiteName = (title: string, suffix: string) =>
  bare(suffix) !== "" && bare(title) === bare(suffix) && !namesVersion(title);

/** A title without case, outer punctuation and a number at its end: "Untitled (3)" is "untitled". */
const bare = (title: string): string =>
  fold(title)
    .slice(0, 80)
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    .replace(/[\s#(]+\d{1,4}$/, "")
    .replaceAll(",", "");
