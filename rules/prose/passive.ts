import { passives } from "#facts/passives";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, share } from "#rule-kit/options";

export default defineRule({
  on: "document",
  summary: "Say who does what in most sentences.",
  severity: "info",
  presets: ["editorial"],
  sources: [{ title: "Yoast SEO 3.6: at most 10 % of sentences in the passive", read: "2026-11-22" }],
  options: {
    share: share({ default: 0.1, description: "Largest share of sentences in the passive." }),
    sentences: integer({ default: 20, minimum: 1, description: "Fewest sentences of a post to judge." }),
  },
  messages: {
    passive: "{passive} of {total|sentence} are in the passive, more than {most} %; say who does what in some of them.",
  },
  facts: { passives },

  *check(entry, { share: largest, sentences: least }, { passives: found }) {
    if (found === null || found.sentences < least || found.passive <= largest * found.sentences) return;
    const [first, ...others] = found.examples;
    if (first === undefined) return;
    yield {
      message: "passive",
      data: { passive: found.passive, total: found.sentences, most: Math.round(largest * 100) },
      at: bodyPlace(entry, first),
      key: "passive",
      related: others.map((span) => ({ place: bodyPlace(entry, span), message: "is in the passive too" })),
    };
  },
});
