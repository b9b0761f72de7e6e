import type { Entry } from "#model/entry";
import { defineFact } from "#rule-kit/define-fact";
import { containment } from "#text/containment";
import { digest } from "#text/digest";
import { evasionOf, isStatement, type Evasion } from "#text/lead-language";
import { labelAtStart } from "#text/lead-marker";
import type { Stretch } from "#text/sentences";
import { skeletonOf } from "#text/skeleton";
import { contentTerms } from "#text/terms";
import { topicOverlap } from "#text/topic";
import { countCjk, countWords } from "#text/words";
import { firstSentence, lead, sentenceOf, type Lead } from "./lead.ts";

/** What a lead is like beside the post's title and description. What needs no number is absent. */
export interface LeadTraits {
  /** What its first sentence does instead of saying what is. */
  readonly evasion?: Evasion;
  /** Whether its second sentence says something. */
  readonly isAnswered?: true;
  /** Content words beyond those of the title, where it says the title again. */
  readonly beyondTitle?: number;
  /** Share of its runs of three words that the description has, 0 to 1. */
  readonly inDescription?: number;
  /** Whether the description has nothing else. */
  readonly isDescription?: true;
  /** Its template, with names and the words of the title masked. */
  readonly template?: { readonly digest: string; readonly words: number; readonly parts: number };
}

/** Traits of the lead of an entry; null where it has none. */
export const leadTraits = defineFact<LeadTraits | null>({
  id: "lead-traits",
  version: 5,
  from: {
    entry: (entry) => read(entry, lead.from.entry?.(entry) ?? null),
    markdown: (view, entry) => read(entry, lead.from.markdown?.(view, entry) ?? null),
  },
});

function read(entry: Entry, found: Lead | null): LeadTraits | null {
  if (found?.body === undefined) return null;
  const { title, summary } = entry;
  const first = firstSentence(found);
  return {
    ...(first !== undefined && ofSentence(first, sentenceOf(found.body, 1))),
    ...(title !== undefined && found.basis !== "description" && besideTitle(title.value, found.body.text)),
    ...(summary !== undefined && found.origin !== undefined && besideDescription(summary.value, found.body.text)),
    ...templateOf(found.body.isComplete ? found.body : first, title?.value ?? ""),
  };
}

function ofSentence({ text }: Stretch, second: Stretch | undefined): LeadTraits {
  const said = evasionOf(text);
  // "In Why Ovens? and Why Salt? we asked": a title that asks stands in a sentence that goes on.
  const evasion = said === "question" && /^\p{Ll}/u.test(second?.text ?? "") ? undefined : said;
  const isAnswered = evasion === "question" && second !== undefined && isStatement(second.text);
  return { ...(evasion !== undefined && { evasion }), ...(isAnswered && { isAnswered }) };
}

/** With less of the title in it, a short lead is short, and no copy. */
const fewestTerms = 2;
const leastShared = 2 / 3;
/** A text of so many times the title's words says more than the title; spares the closer look. */
const mostCopied = 4;

function besideTitle(title: string, text: string): LeadTraits {
  if (countWords(text) > mostCopied * countWords(title)) return {};
  const { terms, shared } = topicOverlap(title, text);
  if (terms.length < fewestTerms || shared.length < leastShared * terms.length) return {};
  const own = new Set(terms);
  const news = contentTerms(text).filter((term) => !own.has(term) && countCjk(term) === 0).length;
  return { beyondTitle: news + newNumbers(title, text) + newCharacters(title, text) };
}

/** A day, a price or a version that the title does not have is news. */
function newNumbers(title: string, text: string): number {
  const known = new Set(title.match(numbers));
  return new Set(text.match(numbers)?.filter((number) => !known.has(number))).size;
}
const numbers = /\d+(?:[.,:]\d+)*/g;

/** Chinese, Japanese and Korean have no spaces between words: two characters that the title does not have are one. */
function newCharacters(title: string, text: string): number {
  if (countCjk(text) === 0) return 0;
  const known = new Set(title);
  return Math.ceil(
    [...new Set(text)].filter((character) => !known.has(character) && countCjk(character) > 0).length / 2,
  );
}

function besideDescription(summary: string, text: string): LeadTraits {
  const description = summary.slice(labelAtStart(summary)?.end ?? 0);
  const inDescription = containment(text, description);
  if (inDescription === undefined || inDescription === 0) return {};
  const isDescription = inDescription === 1 && containment(description, text) === 1;
  return { inDescription, ...(isDescription && { isDescription }) };
}

function templateOf(said: Stretch | undefined, title: string): LeadTraits {
  if (said === undefined) return {};
  const { text, words } = skeletonOf(said.text, { title, maskNames: true });
  return { template: { digest: digest(text), words, parts: text.split(" ").length } };
}
