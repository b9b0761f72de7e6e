import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { list } from "#rule-kit/options";
import { fold } from "#text/terms";
import { isHome } from "#text/urls";
import { excerpt } from "#text/wording";

// What generators, editors and themes put where a title belongs, and what says no more than that.
const genericTitles = new Set(
  `untitled, untitled document, untitled post, untitled page, no title, new page, new post, blog post, new blog post,
  my post, my new post, my first post, my first blog post, first post, my blog post, new article, my article, new draft,
  example post, example page, sample post, sample page, hello world, test, test post, test page, testing, blog, my blog,
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
    // The home page may well be called “Home”.
    if (text === "" || isHome(entry)) return;
    const title = bare(text);
    if (allow.some((allowed) => bare(allowed) === title)) return;

    const name = bare(site.titleSuffix ?? "");
    if (genericTitles.has(title) || (name !== "" && title === name) || titles.some((one) => bare(one) === title)) {
      yield { message: "generic", data: { title: excerpt(text) }, at: fieldPlace(entry, "title"), key: "generic" };
    }
  },
});

/** A title without case, outer punctuation and a number at its end: "Untitled (3)" is "untitled". */
const bare = (title: string): string =>
  fold(title)
    .slice(0, 80)
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    .replace(/[\s#(]+\d{1,4}$/, "")
    .replaceAll(",", "");
