import { keyPhrase } from "#facts/key-phrases";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, share } from "#rule-kit/options";

export default defineRule({
  on: "document",
  summary: "Name the subject as often as a reader needs it.",
  severity: "warn",
  presets: ["strict"],
  sources: [{ title: "squirrelscan: 3 %, five times, 100 words; Yoast SEO 3.6: 3 to 3.5 %", read: "2026-11-22" }],
  options: {
    density: share({ default: 0.04, description: "Largest share of a phrase of two words among all words." }),
    minWords: integer({ default: 150, minimum: 20, description: "Fewest words of a body to judge." }),
  },
  messages: {
    dense: "“{phrase}” stands {count|time} in {words|word}; say it where it is needed, and “it” elsewhere.",
  },
  facts: { keyPhrase },

  *check(entry, { density, minWords }, { keyPhrase: found }) {
    if (found === null || found.words < minWords || found.count <= density * found.words) return;
    const { phrase, count, words, span } = found;
    yield { message: "dense", data: { phrase, count, words }, at: bodyPlace(entry, span), key: phrase };
  },
});
