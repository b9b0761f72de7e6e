import { lead, leadPlace } from "#facts/lead";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { wordsBeyond } from "#text/copy";
import { contentTerms } from "#text/terms";
import { topicOverlap } from "#text/topic";
import { excerpt } from "#text/wording";
import { countWords } from "#text/words";

export default defineRule({
  on: "entry",
  summary: "Let the lead say more than the title.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    minNew: integer({
      default: 4,
      minimum: 1,
      description: "Fewest content words that a lead must have beyond those of the title.",
    }),
  },
  messages: {
    copy: "Lead adds {count|word} to the title (“{sentence}”); say what the title does not.",
  },
  facts: { lead },

  *check(entry, { minNew }, { lead: found }) {
    const { title, summary } = entry;
    // A description that copies the title belongs to `summary/copies-title`.
    if (title === undefined || found === null || found.basis === "description") return;
    // Of an excerpt all that is known counts: what it adds may stand in the lead.
    const { body } = found;
    const isSummary = found.origin === undefined && (wordsBeyond(title.value, summary?.value ?? "") ?? minNew) < minNew;
    if (body === undefined || isSummary) return;
    const count = countNew(title.value, body.text);
    if (count === undefined || count >= minNew) return;
    yield {
      message: "copy",
      data: { count, sentence: excerpt(body.text, 8) },
      at: leadPlace(entry, found, body),
      key: "title",
    };
  },
});

/** How many content words a text has beyond a title that it says again; undefined where it does not. */
function countNew(title: string, text: string): number | undefined {
  if (countWords(text) > mostCopied * countWords(title)) return undefined;
  const { terms, shared } = topicOverlap(title, text);
  if (terms.length < fewestTerms || shared.length < leastShared * terms.length) return undefined;
  const own = new Set(terms);
  return contentTerms(text).filter((term) => !own.has(term)).length;
}

/** With less of the title in it, a short lead is short, and no copy. */
const fewestTerms = 2;
const leastShared = 2 / 3;
/** A text of so many times the title's words says more than the title; spares the closer look. */
const mostCopied = 4;
