import { isMarked, lead, leadPlace, type Lead } from "#facts/lead";
import { defineRule } from "#rule-kit/define-rule";
import { topicOverlap } from "#text/topic";
import { excerpt } from "#text/wording";
import { countWords } from "#text/words";

export default defineRule({
  on: "entry",
  summary: "Let the lead speak of what the title names.",
  severity: "warn",
  presets: ["strict"],
  messages: {
    none: "Lead has no word of its title's subject (“{title}”); say what the title promises.",
    few: "Lead has {shared} of the {total} words of its title's subject (“{title}”); say what the title promises.",
  },
  facts: { lead },

  *check(entry, _options, { lead: found }) {
    const { title } = entry;
    // A description belongs to `summary/no-title-terms`, an empty answer to `lead/empty-answer`.
    // A good post may open with a story: only what is marked as the answer is held to the title.
    if (title === undefined || found?.body === undefined || !isMarked(found)) return;
    if (countWords(found.body.text) < fewestWords || isIdentifier(title.value, found)) return;

    const { terms, shared } = topicOverlap(title.value, found.body.text, mostWanted);
    if (shared.length >= wantedOf(terms.length, found.basis)) return;
    yield {
      message: shared.length === 0 ? "none" : "few",
      data: { shared: shared.length, total: terms.length, title: excerpt(title.value, 8) },
      at: leadPlace(entry, found, found.body.sentences[0] ?? found.body),
      key: "title",
    };
  },
});

/** A reference names what it describes by an identifier, and says in plain words what that is. */
const isIdentifier = (title: string, { origin }: Lead) => origin !== undefined && !/\s/.test(title.trim());

const fewestWords = 8;
/** How many of a title's content words a lead must have: behind a label it must be close to a long title. */
function wantedOf(terms: number, basis: Lead["basis"]): number {
  if (basis !== "label") return terms > 1 ? 1 : 0;
  return Math.min(terms, terms > 3 ? mostWanted : 1);
}

const mostWanted = 2;
