import { readability } from "#facts/readability";
import { bodyPlace, placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, number, share } from "#rule-kit/options";
import { readingEase } from "#text/readability";

export default defineRule({
  on: "document",
  summary: "Write so that readers get it at the first reading.",
  severity: "info",
  presets: ["editorial"],
  sources: [
    { title: "retext-readability 8: age 16, four of seven formulas", read: "2026-11-22" },
    { title: "squirrelscan: reading ease below 30, 100 words and 5 sentences", read: "2026-11-22" },
  ],
  options: {
    ease: number({
      default: 30,
      minimum: 0,
      description: "Least reading ease by Flesch: 100 is easy, 30 is for graduates.",
    }),
    hard: share({ default: 0.67, description: "Largest share of sentences that are hard for readers of 16." }),
    words: integer({ default: 100, minimum: 1, description: "Fewest words of a body to judge." }),
    sentences: integer({ default: 5, minimum: 1, description: "Fewest sentences of a body to judge." }),
  },
  messages: {
    ease: "Reading ease is {score} by Flesch, below {ease}; use shorter sentences and shorter words.",
    hard: "{hard} of {total|sentence} are hard to read for most formulas; split them, and use shorter words.",
  },
  facts: { readability },

  *check(entry, { ease, hard: largest, words: fewestWords, sentences: fewest }, { readability: found }) {
    if (found === null || found.words < fewestWords || found.sentences < fewest) return;
    const { hard, sentences, examples } = found;
    const [first] = examples;
    const at = first === undefined ? placeOf(entry) : bodyPlace(entry, first);
    const related = examples.slice(1).map((span) => ({ place: bodyPlace(entry, span), message: "a hard sentence" }));
    const score = Math.round(readingEase(found));
    if (score < ease) yield { message: "ease", data: { score, ease }, at, key: "readability", related };
    else if (hard > largest * sentences) {
      yield { message: "hard", data: { hard, total: sentences }, at, key: "readability", related };
    }
  },
});
