import { proseSlips } from "#facts/prose-slips";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Say where the numbers come from.",
  severity: "info",
  presets: ["editorial"],
  options: {
    count: integer({ default: 3, minimum: 1, description: "Fewest such numbers in a post to report." }),
  },
  messages: {
    unsourced: "{count|number} of the post, such as “{found}”, {have} no source in the paragraph; link to one.",
  },
  facts: { proseSlips },

  *check(entry, { count: least }, { proseSlips: slips }) {
    const found = (slips ?? []).filter(({ kind }) => kind === "statistic");
    const [first] = found;
    if (first === undefined || found.length < least) return;
    yield {
      message: "unsourced",
      data: { count: found.length, found: excerpt(first.text), have: found.length === 1 ? "has" : "have" },
      at: bodyPlace(entry, first.span),
      key: "numbers",
      related: found
        .slice(1, 6)
        .map(({ span }) => ({ place: bodyPlace(entry, span), message: "a number without a source" })),
    };
  },
});
