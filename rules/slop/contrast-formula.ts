import { contrasts } from "#facts/contrasts";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, number } from "#rule-kit/options";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Say what a thing is, without saying each time what it is not.",
  severity: "info",
  presets: ["editorial"],
  sources: [{ title: "astro-post-audit 0.7: more than 4 contrasts in 1,000 words", read: "2026-11-22" }],
  options: {
    perThousand: number({ default: 4, minimum: 0, description: "Most contrasts in 1,000 words." }),
    count: integer({ default: 4, minimum: 1, description: "Fewest contrasts to report." }),
    words: integer({ default: 300, minimum: 1, description: "Fewest words of text for the rule to speak." }),
  },
  messages: {
    dense:
      "“{found}” and the like stand {count} times in {words|word}, more than {most} in 1,000; say what the thing is and leave out what it is not.",
  },
  facts: { contrasts },

  *check(entry, { perThousand, count: fewest, words: fewestWords }, { contrasts: body }) {
    if (body === null || body.words < fewestWords || body.count < fewest) return;
    const [first, ...others] = body.examples;
    if (first === undefined || body.count * 1000 <= perThousand * body.words) return;
    yield {
      message: "dense",
      data: { found: excerpt(first.text), count: body.count, words: body.words, most: perThousand },
      at: bodyPlace(entry, first.span),
      key: "contrasts",
      related: others.map(({ span }) => ({ place: bodyPlace(entry, span), message: "another one" })),
    };
  },
});
