import { wordCounts } from "#facts/markdown-word-counts";
import { sourcesOf } from "#facts/posts-by-source";
import { thinPosts, wordsOf } from "#facts/thin-posts";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { byKey } from "#text/groups";
import { isListPage } from "#text/list-page";
import { sectionOf } from "#text/section";

export default defineRule({
  on: "corpus",
  summary: "Give each post enough text to be worth its page.",
  severity: "info",
  presets: ["strict"],
  sources: [
    { title: "Yoast SEO 3.6 and astro-post-audit 0.7: 300 words; Google: no preferred count", read: "2026-11-22" },
  ],
  options: {
    words: integer({ default: 150, minimum: 1, description: "Fewest words of a post, code included." }),
  },
  messages: {
    few: "The post has {words|word}; write at least {min}, or merge it with another.",
  },
  facts: { wordCounts },

  *check(corpus, { words: min }, facts) {
    // What is thin for its folder is told as `content/thin-vs-norm`.
    const thin = new Set(thinPosts(corpus, facts.wordCounts).map(({ entry }) => entry));
    const sources = sourcesOf(corpus);
    const isDated = sources.some(({ published }) => published !== undefined);
    const posts = sources
      // Where posts have dates, a page without one says who the author is or how to reach them.
      .filter(({ path, published }) => !isListPage(path) && !(isDated && published === undefined))
      .map((entry) => ({ entry, words: wordsOf(facts.wordCounts(entry)) }))
      // A body without a word is made by a shortcode or a layout, or leads elsewhere.
      .filter(({ words }) => words > 0);
    for (const members of byKey(posts, ({ entry }) => sectionOf(entry)).values()) {
      const short = members.filter(({ words }) => words < min);
      if (short.length > Math.max(fewestShort, mostShort * members.length)) continue;
      for (const { entry, words } of short) {
        if (!thin.has(entry)) yield { message: "few", data: { words, min }, at: placeOf(entry), key: "words" };
      }
    }
  },
});

/** A section with a larger share of short posts is one of notes, links or terms, which are to be short. */
const mostShort = 0.2;
/** So few are no custom. */
const fewestShort = 2;
