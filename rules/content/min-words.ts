import { wordCounts } from "#facts/markdown-word-counts";
import { sourcesOf } from "#facts/posts-by-source";
import { thinPosts, wordsOf } from "#facts/thin-posts";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { isListPage } from "#text/list-page";

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
    for (const entry of sources) {
      // Where posts have dates, a page without one says who the author is or how to reach them.
      if (isDated && entry.published === undefined) continue;

      const words = wordsOf(facts.wordCounts(entry));
      // A body without a word is made by a shortcode or a layout, or leads elsewhere.
      if (words === 0 || words >= min || thin.has(entry) || isListPage(entry.path)) continue;
      yield { message: "few", data: { words, min }, at: placeOf(entry), key: "words" };
    }
  },
});
