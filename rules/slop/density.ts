import { bodyTextPlace } from "#facts/body-text";
import { stockText } from "#facts/stock-text";
import { defineRule } from "#rule-kit/define-rule";
import { integer, number } from "#rule-kit/options";
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

  facts: { stockText },

  *check(entry, { perThousand, kinds, words }, { stockText: body }) {
    if (body === null || body.words < words) return;
    const { count, weight, kinds: seen, examples } = body.phrases;
    const [first] = examples;
    if (first === undefined || seen < kinds || weight * 1000 < perThousand * body.words) return;
    const quoted = examples.map(({ text }) => `“${excerpt(text)}”`).join(", ");
    yield {
      message: "dense",
      data: { count, kinds: seen, words: body.words, examples: quoted },
      at: bodyTextPlace(entry, first.span),
      key: "density",
    };
  },
});
