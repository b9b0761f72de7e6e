import { prose, proseOf } from "#facts/markdown-prose";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";

export default defineRule({
  on: "document",
  summary: "Keep paragraphs short enough for a screen.",
  severity: "info",
  presets: ["recommended", "strict", "editorial"],
  sources: [{ title: "Yoast SEO 3.6: 150 to 200 words", read: "2026-11-22" }],
  options: {
    words: integer({ default: 200, minimum: 20, description: "Most words of a paragraph." }),
  },
  messages: {
    long: "Paragraph has {words|word}; split it below {max}.",
  },
  facts: { prose },

  *check(entry, { words: max }, { prose: code }) {
    for (const { container, span, sentences } of proseOf(code)) {
      const words = container === "quote" ? 0 : sentences.reduce((sum, one) => sum + one.words, 0);
      if (words > max) yield { message: "long", data: { words, max }, at: bodyPlace(entry, span), key: "paragraph" };
    }
  },
});
