import { bodyTextPlace } from "#facts/body-text";
import { stockText } from "#facts/stock-text";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "End the post on its last thought, without announcing the end.",
  severity: "info",
  presets: ["editorial"],
  messages: {
    closing: "The last paragraph opens with “{found}”; say the last thing without announcing it.",
  },

  facts: { stockText },

  *check(entry, _options, { stockText: body }) {
    if (body?.closing === undefined) return;
    const { text, span } = body.closing;
    yield { message: "closing", data: { found: excerpt(text) }, at: bodyTextPlace(entry, span), key: "closing" };
  },
});
