import { leadIns, type Openers } from "#facts/lead-ins";
import { bodyPlace } from "#model/problem";
import type { Entry } from "#model/entry";
import { defineRule } from "#rule-kit/define-rule";
import { integer, share } from "#rule-kit/options";

export default defineRule({
  on: "document",
  summary: "Keep bold openings and emoji for the few places that need them.",
  severity: "info",
  presets: ["editorial"],
  options: {
    share: share({ default: 0.3, description: "Largest share of paragraphs and list items that open in bold." }),
    emoji: share({ default: 0.3, description: "Largest share of list items that open with an emoji." }),
    blocks: integer({ default: 20, minimum: 1, description: "Fewest paragraphs and list items of a post to judge." }),
    bullets: integer({ default: 6, minimum: 1, description: "Fewest list items with an emoji to report." }),
  },
  messages: {
    bold: "{count} of {total} paragraphs and list items open with words in bold; keep it for what no one may miss.",
    emoji: "{count} of {total} list items open with an emoji; leave out those that say nothing.",
  },
  facts: { leadIns },

  *check(entry, { share: largest, emoji: largestOfEmoji, blocks, bullets }, { leadIns: found }) {
    if (found === null) return;
    const { bold, emoji } = found;
    if (bold.total < blocks) return;
    if (bold.count > largest * bold.total && !isReference(bold)) {
      yield { message: "bold", ...problemAt(entry, bold), key: "bold" };
    }
    if (emoji.count >= bullets && emoji.count > largestOfEmoji * emoji.total) {
      yield { message: "emoji", ...problemAt(entry, emoji), key: "emoji" };
    }
  },
});

/** From this share on a text is made of entries, each with its term. */
const shareOfEntries = 2 / 3;

/** Whether the openings are terms for who looks them up: in one list for the most part, or nearly all of the text. */
const isReference = ({ count, total, inOneList }: Openers) => inOneList * 2 > count || count >= shareOfEntries * total;

function problemAt(entry: Entry, { count, total, examples }: Openers) {
  const [first = entry.span, ...others] = examples;
  return {
    data: { count, total },
    at: bodyPlace(entry, first),
    related: others.map((span) => ({ place: bodyPlace(entry, span), message: "another one" })),
  };
}
