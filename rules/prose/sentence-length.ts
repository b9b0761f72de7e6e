import { prose, proseOf } from "#facts/markdown-prose";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, share } from "#rule-kit/options";

export default defineRule({
  on: "document",
  summary: "Keep most sentences short.",
  severity: "info",
  presets: ["strict", "editorial"],
  sources: [{ title: "Yoast SEO 3.6: at most 30 % of sentences over 20 words", read: "2026-11-22" }],
  options: {
    words: integer({ default: 20, minimum: 5, description: "Words above which a sentence is long." }),
    share: share({ default: 0.3, description: "Largest share of long sentences." }),
    sentences: integer({ default: 20, minimum: 1, description: "Fewest sentences of a post to judge." }),
  },
  messages: {
    long: "{long} of {total|sentence} have more than {words|word}, the longest {most}; split some of them.",
  },
  facts: { prose },

  *check(entry, { words, share: largest, sentences: least }, { prose: code }) {
    const all = proseOf(code).flatMap(({ container, sentences }) => (container === "body" ? sentences : []));
    const long = all.filter((sentence) => sentence.words > words).toSorted((a, b) => b.words - a.words);
    const [first] = long;
    if (first === undefined || all.length < least || long.length <= largest * all.length) return;
    yield {
      message: "long",
      data: { long: long.length, total: all.length, words, most: first.words },
      at: bodyPlace(entry, first.span),
      key: "sentences",
    };
  },
});
