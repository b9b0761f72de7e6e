import { blocks } from "#facts/markdown-blocks";
import { headings } from "#facts/markdown-headings";
import { headingPlace, outlineOf } from "#facts/outline";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { countGraphemes } from "#text/graphemes";

export default defineRule({
  on: "document",
  summary: "Keep headings short enough to scan.",
  severity: "info",
  presets: ["strict"],
  options: {
    characters: integer({ default: 70, minimum: 10, description: "Most characters of a heading." }),
  },
  messages: {
    long: "Heading has {length|character}; keep it to {max}.",
  },
  facts: { blocks, headings },

  *check(entry, { characters: max }, facts) {
    for (const heading of outlineOf(facts.headings, facts.blocks)) {
      const length = countGraphemes(heading.text);
      if (length > max)
        yield { message: "long", data: { length, max }, at: headingPlace(entry, heading), key: heading.text };
    }
  },
});
