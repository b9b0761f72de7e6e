import { spanWithin } from "#model/field";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { languagesWith } from "#text/function-words";
import { findRepeatedWords, findSameOpenings, findStatistic, findVagueSource } from "#text/prose-slips";
import { mayBeEnglish } from "./body-language.ts";
import { paragraphsOf, type Paragraph } from "./markdown-paragraphs.ts";

/** Something in the prose of a document that a reader trips over. */
export interface ProseSlip {
  readonly kind: "repeated-word" | "vague-source" | "statistic" | "same-openings";
  readonly span: Span;
  /** What stands there: the words, or the first word of the sentences. */
  readonly text: string;
}

/**
 * Slips in the prose of a Markdown document in English: repeated words, sources without a name or a link, numbers without
 * a source, sentences that open alike. Null for other documents and languages.
 */
export const proseSlips = defineFact<readonly ProseSlip[] | null>({
  id: "prose-slips",
  version: 4,
  from: { entry: () => null, markdown: read },
});

function read(view: MarkdownView): ProseSlip[] | null {
  if (!mayBeEnglish(view)) return null;
  const own = paragraphsOf(view).filter(({ container }) => container !== "quote" && container !== "footnote");
  const slips = own.flatMap((paragraph) => slipsIn(view.document.text, paragraph));
  // The numbers of a post about a survey or a measurement come from it.
  const isSource = own.some(({ field }) => measured.test(field.value));
  return isSource ? slips.filter(({ kind }) => kind !== "statistic") : slips;
}

const measured =
  /\b(?:respondents|survey (?:respon|result|participant)|we (?:measured|benchmarked|surveyed|polled|profiled)|(?:our|the) (?:survey|benchmarks?|measurements)|benchmark results)/i;

function slipsIn(source: string, { container, field, sentences, words }: Paragraph): ProseSlip[] {
  const { value, span } = field;
  const slip = (kind: ProseSlip["kind"]) => (found: { start: number; end: number; text: string }) => ({
    kind,
    span: spanWithin(field, found.start, found.end),
    text: found.text,
  });
  const isSourced = hasSource(source.slice(span.start, span.end));
  return [
    ...findRepeatedWords(value, words)
      .map(slip("repeated-word"))
      .filter(({ text }) => isEnglishIn(words, text))
      .filter((found) => !/[*_`]/.test(source.slice(found.span.start, found.span.end))),
    ...(container === "body" ? findSameOpenings(sentences, words).map(slip("same-openings")) : []),
    ...(isSourced ? [] : sentences.flatMap((one) => findVagueSource(one) ?? []).map(slip("vague-source"))),
    ...(isSourced ? [] : sentences.flatMap((one) => findStatistic(one) ?? []).map(slip("statistic"))),
  ];
}

/**
 * Whether a word of a paragraph is an English one: a translation that is half done has paragraphs of two languages, and
 * German relative clauses open with “die die” and “der der”.
 */
function isEnglishIn({ forms }: Paragraph["words"], word: string): boolean {
  if (languagesWith(word).length > 0 && !isEnglish(word)) return false;
  const known = forms.filter(({ text }) => text !== word && languagesWith(text).length > 0);
  return known.filter(({ text }) => isEnglish(text)).length * 2 >= known.length;
}

const isEnglish = (word: string) => languagesWith(word).includes("en");

/** Whether a paragraph names where it has its facts from: a link, a footnote, a bare address. */
const hasSource = (source: string) => /\]\(|\]\[|\[\^|https?:\/\/|<a[\s>]|\{\{/i.test(source);
