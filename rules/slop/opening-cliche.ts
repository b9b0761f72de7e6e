import { bodyTextPlace } from "#facts/body-text";
import { stockText } from "#facts/stock-text";
import { defineRule } from "#rule-kit/define-rule";
import { stockOpening } from "#text/stock-phrases";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "Open the post with something that no other post could open with.",
  severity: "info",
  presets: ["recommended", "strict", "editorial"],
  messages: {
    opening: "The post opens with “{found}”, which could open any post; start with what this one has to say.",
  },

  facts: { stockText },

  *check(entry, _options, { stockText: body }) {
    // A summary with the same opening is the business of `lead/throat-clearing`.
    if (body?.opening === undefined || stockOpening(entry.summary?.value ?? "") === body.opening.text) return;
    const { text, span } = body.opening;
    yield { message: "opening", data: { found: excerpt(text) }, at: bodyTextPlace(entry, span), key: "opening" };
  },
});
