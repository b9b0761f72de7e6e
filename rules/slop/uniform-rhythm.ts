import { bodyLanguage } from "#facts/body-language";
import { prose, proseOf } from "#facts/markdown-prose";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, share } from "#rule-kit/options";
import { isUndatedPage } from "#text/undated-page";

export default defineRule({
  on: "document",
  summary: "Let short and long sentences take turns.",
  severity: "info",
  presets: ["editorial"],
  options: {
    variation: share({
      default: 0.3,
      description: "Least coefficient of variation of sentence lengths: their standard deviation by their mean.",
    }),
    sentences: integer({ default: 30, minimum: 2, description: "Fewest sentences of a post to judge." }),
  },
  messages: {
    even: "The lengths of {total|sentence} vary little, {mean|word} give or take {deviation}; make some short and some long.",
  },
  facts: { prose, bodyLanguage },

  *check(entry, { variation, sentences: fewest }, { prose: code, bodyLanguage: body }) {
    // Manuals and references are read by the sentence, and say each thing in the same way.
    if (body === null || withoutSpaces.has(body.language) || isUndatedPage(entry)) return;
    // A paragraph of one sentence is an entry of a reference, or says what comes next.
    const running = proseOf(code).filter(({ container, sentences }) => container === "body" && sentences.length > 1);
    const lengths = running
      .flatMap(({ sentences }) => sentences.map(({ words }) => words))
      .filter((words) => words > 0);
    const [first] = running;
    if (first === undefined || lengths.length < fewest) return;
    const mean = meanOf(lengths);
    const deviation = Math.sqrt(meanOf(lengths.map((words) => (words - mean) ** 2)));
    if (deviation >= variation * mean) return;
    yield {
      message: "even",
      data: { total: lengths.length, mean: Math.round(mean), deviation: Math.round(deviation) },
      at: bodyPlace(entry, first.span),
      key: "rhythm",
    };
  },
});

/** Their sentences are not measured in words. */
const withoutSpaces: ReadonlySet<string> = new Set(["zh", "ja", "ko", "th", "lo", "km", "my"]);

const meanOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
