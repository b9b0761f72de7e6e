import { wordCounts } from "#facts/markdown-word-counts";
import { thinPosts } from "#facts/thin-posts";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";

export default defineRule({
  on: "corpus",
  summary: "Notice posts that are far shorter than their neighbours.",
  severity: "info",
  presets: ["strict"],
  sources: [
    {
      title: "squirrelscan: below half of the median and three deviations away, ten pages at least",
      read: "2026-11-22",
    },
  ],
  messages: {
    thin: "The post has {words|word}; half of the {posts} posts here have at least {median}. Fill it up, or merge it with another.",
  },
  facts: { wordCounts },

  *check(corpus, _options, facts) {
    for (const { entry, words, median, posts } of thinPosts(corpus, facts.wordCounts)) {
      yield { message: "thin", data: { words, median, posts }, at: placeOf(entry), key: "words" };
    }
  },
});
