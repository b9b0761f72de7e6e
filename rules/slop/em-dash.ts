import { emDashes } from "#facts/em-dashes";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, number } from "#rule-kit/options";

export default defineRule({
  on: "document",
  summary: "Keep the em dash for the few places that want one.",
  severity: "info",
  presets: [],
  sources: [{ title: "astro-post-audit 0.7: more than 12 em dashes in 1,000 words", read: "2026-11-22" }],
  options: {
    perThousand: number({ default: 12, minimum: 0, description: "Most em dashes in 1,000 words." }),
    words: integer({ default: 300, minimum: 1, description: "Fewest words of text for the rule to speak." }),
  },
  messages: {
    many: "There are {count} em dashes in {words|word}, more than {most} in 1,000; put commas, brackets or full stops in place of some.",
  },
  facts: { emDashes },

  *check(entry, { perThousand, words: fewest }, { emDashes: body }) {
    if (body === null || body.words < fewest || body.count * 1000 <= perThousand * body.words) return;
    const [first, ...others] = body.examples;
    if (first === undefined) return;
    yield {
      message: "many",
      data: { count: body.count, words: body.words, most: perThousand },
      at: bodyPlace(entry, first),
      key: "em-dashes",
      related: others.map((span) => ({ place: bodyPlace(entry, span), message: "another one" })),
    };
  },
});
