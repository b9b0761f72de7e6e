import { blocks } from "#facts/markdown-blocks";
import { prose } from "#facts/markdown-prose";
import { textStretches } from "#facts/outline";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";

export default defineRule({
  on: "document",
  summary: "Break long stretches of text by headings.",
  severity: "info",
  presets: ["strict", "editorial"],
  sources: [{ title: "Yoast SEO 3.6: 300 to 350 words below a subheading", read: "2026-11-22" }],
  options: {
    words: integer({ default: 350, minimum: 50, description: "Most words of paragraphs in a row." }),
  },
  messages: {
    long: "{words|word} follow each other without a heading, a list, a picture or code; break them up below {max}.",
  },
  facts: { blocks, prose },

  *check(entry, { words: max }, facts) {
    for (const { words, span } of textStretches(facts.blocks, facts.prose)) {
      if (words > max) yield { message: "long", data: { words, max }, at: bodyPlace(entry, span), key: "section" };
    }
  },
});
