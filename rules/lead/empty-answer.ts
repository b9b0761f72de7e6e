import { lead, leadPlace, sentenceOf, type Lead } from "#facts/lead";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { excerpt } from "#text/wording";
import { countCjk, countWords, isCjk } from "#text/words";

export default defineRule({
  on: "entry",
  summary: "Follow a label with the answer that it announces.",
  severity: "error",
  presets: ["recommended", "strict"],
  options: {
    minWords: integer({ default: 3, minimum: 1, description: "Fewest words of an answer." }),
    minCjk: integer({
      default: 8,
      minimum: 1,
      description: "Fewest characters of an answer in Chinese, Japanese or Korean.",
    }),
  },
  messages: {
    empty: "Nothing follows the label “{label}”; write the answer, or take the label away.",
    placeholder: "The label “{label}” is followed by a placeholder (“{found}”); write the answer.",
    short: "The label “{label}” is followed by {length|word}; answer in a sentence of at least {min}.",
    shortCjk: "The label “{label}” is followed by {length|character}; answer in a sentence of at least {min}.",
  },
  facts: { lead },

  *check(entry, limits, { lead: found }) {
    if (found?.label === undefined || found.body === undefined) return;
    const { label, body } = found;
    const flaw = flawOf(body, label.text, limits);
    if (flaw !== undefined) {
      yield { ...flaw, at: leadPlace(entry, found, { start: label.start, end: body.end }), key: "answer" };
    }
  },
});

interface Limits {
  readonly minWords: number;
  readonly minCjk: number;
}

function flawOf(body: NonNullable<Lead["body"]>, label: string, limits: Limits) {
  const { text, isComplete } = body;
  if (placeholder.test(text)) {
    return { message: "placeholder" as const, data: { label, found: excerpt(sentenceOf(body, 0)?.text ?? text, 6) } };
  }
  // An excerpt may be cut before the answer ends.
  if (!isComplete) return undefined;
  const inCjk = isCjk(text);
  const length = inCjk ? countCjk(text) : countWords(text);
  const min = inCjk ? limits.minCjk : limits.minWords;
  if (length === 0) return { message: "empty" as const, data: { label } };
  // What ends with a colon announces a list.
  if (length >= min || /[:：]$/.test(text.trimEnd())) return undefined;
  return { message: inCjk ? ("shortCjk" as const) : ("short" as const), data: { label, length, min } };
}

const placeholder =
  /^["“[(<{*_\s]{0,4}(?:(?:todo|tbd|tba|tbc|fixme|xxx+|n\/a|lorem ipsum|coming soon|to be (?:written|done|added|defined))(?![\p{L}\p{N}])|(?:insert|add|write|put) (?:your |the |an? )?(?:answer|summary|text|lead)(?![\p{L}\p{N}]))/iu;
