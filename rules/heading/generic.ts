import { blocks } from "#facts/markdown-blocks";
import { headings } from "#facts/markdown-headings";
import { headingPlace, outlineOf } from "#facts/outline";
import { defineRule } from "#rule-kit/define-rule";
import { integer, list } from "#rule-kit/options";
import { fold } from "#text/terms";

export default defineRule({
  on: "document",
  summary: "Let headings say what their section says.",
  severity: "info",
  presets: ["editorial"],
  options: {
    headings: list({
      default: [
        "introduction",
        "overview",
        "background",
        "conclusion",
        "conclusions",
        "final thoughts",
        "closing thoughts",
        "summary",
        "wrapping up",
      ],
      description: "Headings that would fit any post, in any case.",
    }),
    count: integer({ default: 2, minimum: 1, description: "Fewest of them in a post to report." }),
  },
  messages: {
    generic: "{count|heading} of the post would fit any other ({found}); say what the sections say.",
  },
  facts: { blocks, headings },

  *check(entry, { headings: generic, count }, facts) {
    const known = new Set(generic.map(plain));
    const found = outlineOf(facts.headings, facts.blocks).filter(({ text }) => known.has(plain(text)));
    const [first] = found;
    // One that is repeated is a part of each chapter.
    const different = [...new Map(found.map((heading) => [plain(heading.text), heading])).values()];
    if (first === undefined || different.length < count) return;
    const names = different.map(({ text }) => `“${text}”`).join(", ");
    yield {
      message: "generic",
      data: { count: different.length, found: names },
      at: headingPlace(entry, first),
      key: "generic",
    };
  },
});

/** A heading without its number, its emoji and the mark behind it: “1. Introduction”, “Conclusion 🎉”, “Summary:”. */
const plain = (heading: string) =>
  fold(heading)
    .replace(/^(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\s)?[^\p{L}\p{N}]{0,8}/u, "")
    .replace(/[^\p{L}\p{N}]{1,8}$/u, "");
