import { blocks } from "#facts/markdown-blocks";
import { headings } from "#facts/markdown-headings";
import { prose } from "#facts/markdown-prose";
import { outlineBlocks, type OutlineBlock } from "#facts/outline";
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
  facts: { blocks, headings, prose },

  *check(entry, { words: max }, facts) {
    for (const { words, first } of stretches(outlineBlocks(facts.headings, facts.blocks, facts.prose))) {
      if (words > max)
        yield { message: "long", data: { words, max }, at: bodyPlace(entry, first.span), key: "section" };
    }
  },
});

/** Runs of paragraphs with nothing but paragraphs between them. One without words shows a picture. */
function stretches(all: readonly OutlineBlock[]): { words: number; first: OutlineBlock }[] {
  const found: { words: number; first: OutlineBlock }[] = [];
  let isOpen = false;
  for (const block of all) {
    const last = found.at(-1);
    if (block.words === 0) isOpen = false;
    else if (isOpen && block.follows && last !== undefined) last.words += block.words;
    else {
      found.push({ words: block.words, first: block });
      isOpen = true;
    }
  }
  return found;
}
