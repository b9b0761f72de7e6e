import { partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, number } from "#rule-kit/options";
import { findStockPhrases } from "#text/stock-phrases";
import { countWords } from "#text/words";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "Keep a post's prose from filling up with stock phrases.",
  severity: "info",
  presets: ["recommended", "strict", "editorial"],
  options: {
    perThousand: number({ default: 6, minimum: 0, description: "Weight of stock phrases in 1,000 words to report." }),
    kinds: integer({ default: 3, minimum: 1, description: "Fewest kinds of phrases that must meet." }),
    words: integer({ default: 300, minimum: 1, description: "Fewest words of text for the rule to speak." }),
  },
  messages: {
    dense: "Stock phrases in {words|word}: {count}, of {kinds|kind}, such as {examples}; say it in your own words.",
  },

  *check(entry, { perThousand, kinds, words }) {
    const { content } = entry;
    if (content === undefined) return;
    const total = countWords(content.value);
    if (total < words) return;
    const found = findStockPhrases(content.value);
    const [first] = found;
    const seen = new Set(found.map(({ kind }) => kind)).size;
    const weight = found.reduce((sum, phrase) => sum + phrase.weight, 0);
    if (first === undefined || seen < kinds || weight * 1000 < perThousand * total) return;
    const examples = [...new Map(found.map((phrase) => [phrase.kind, `“${excerpt(phrase.text)}”`])).values()];
    yield {
      message: "dense",
      data: { count: found.length, kinds: seen, words: total, examples: examples.slice(0, 3).join(", ") },
      at: partPlace(entry, "content", content, first.start, first.end),
      key: "density",
    };
  },
});
