import { firstSentence, lead, leadPlace } from "#facts/lead";
import { defineRule } from "#rule-kit/define-rule";
import { range, type Bounds } from "#rule-kit/options";
import { countCjk, countWords, isCjk } from "#text/words";

export default defineRule({
  on: "entry",
  summary: "Keep the lead short enough to be read at a glance.",
  severity: "warn",
  presets: ["recommended", "strict"],
  sources: [{ title: "Studies of featured snippets (at second hand): most have 40 to 60 words", read: "2026-11-22" }],
  options: {
    words: range({ default: { min: 0, max: 60 }, description: "Length of a lead in words." }),
    cjk: range({
      default: { min: 0, max: 140 },
      description: "Length of a lead in Chinese, Japanese or Korean, in characters.",
    }),
  },
  messages: {
    long: "Lead has {length|word}; keep it to {max}.",
    longSentence: "The lead's first sentence has {length|word}; keep all of the lead to {max}.",
    short: "Lead has {length|word}; write at least {min}.",
    longCjk: "Lead has {length|character}; keep it to {max}.",
    shortCjk: "Lead has {length|character}; write at least {min}.",
  },
  facts: { lead },

  *check(entry, { words, cjk }, { lead: found }) {
    // A description is measured by `summary/length`. Without a label headings and lists may run into an excerpt.
    // A first paragraph that no label announces may be as long as its author likes, and a list is not read as one.
    if ((found?.basis !== "label" && found?.basis !== "key") || found.body === undefined || found.body.isList) return;
    // Where an excerpt's lead ends can't be known, but its first sentence is a part of it.
    const known = found.body.isComplete ? found.body : firstSentence(found);
    if (known === undefined) return;
    const message = messageFor(known.text, found.body.isComplete, { words, cjk });
    if (message !== undefined) yield { ...message, at: leadPlace(entry, found, known), key: "length" };
  },
});

function messageFor(text: string, isWhole: boolean, { words, cjk }: { readonly words: Bounds; readonly cjk: Bounds }) {
  const inCjk = isCjk(text);
  const length = inCjk ? countCjk(text) : countWords(text);
  const { min, max } = inCjk ? cjk : words;
  if (length > max) {
    const long = isWhole ? ("long" as const) : ("longSentence" as const);
    return { message: inCjk ? ("longCjk" as const) : long, data: { length, max } };
  }
  if (!isWhole || length >= min) return undefined;
  return { message: inCjk ? ("shortCjk" as const) : ("short" as const), data: { length, min } };
}
