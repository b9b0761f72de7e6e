import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { findResidue, residueInUrl } from "#text/assistant-residue";
import { sentencesOf } from "#text/sentences";
import { findStockPhrases, stockClosing, stockOpening } from "#text/stock-phrases";
import { countWords } from "#text/words";
import { bodyTextOf, contentTextOf, type BodyText } from "./body-text.ts";
import { links, linksOf } from "./markdown-links.ts";

/** Words of a body that were not written for it. */
export interface StockText {
  readonly words: number;
  readonly opening?: Found;
  readonly closing?: Found;
  /** The first words that a writing assistant said to its user. */
  readonly residue?: Found;
  /** The first address with the mark of a writing assistant. */
  readonly mark?: Found;
  readonly phrases: Phrases;
}

export interface Found {
  readonly text: string;
  readonly span: Span;
}

/** What there is of stock phrases. */
interface Phrases {
  readonly count: number;
  readonly weight: number;
  readonly kinds: number;
  /** The first of each kind, three at the most. */
  readonly examples: readonly Found[];
}

/** The stock text of a post's body; null where an entry carries none. */
export const stockText = defineFact<StockText | null>({
  id: "stock-text",
  version: 5,
  from: {
    entry: (entry) => {
      const body = contentTextOf(entry);
      return body === undefined ? null : read(body, markIn(body));
    },
    markdown: (view, entry) =>
      read(bodyTextOf(view), markInLinks(linksOf(links.from.markdown?.(view, entry) ?? null), view)),
  },
});

function read(body: BodyText, mark: Found | undefined): StockText {
  const [residue] = findResidue(body.text, true);
  const parts = {
    opening: openingOf(body),
    closing: closingOf(body),
    residue: residue === undefined ? undefined : { text: residue.found, span: body.spanOf(residue.start, residue.end) },
    mark,
  };
  const present = Object.entries(parts).filter(([, found]) => found !== undefined);
  return { words: countWords(body.text), ...Object.fromEntries(present), phrases: phrasesOf(body) };
}

function openingOf(body: BodyText): Found | undefined {
  const [first] = sentencesOf(body.text.slice(body.start, body.start + 2000), 1);
  const text = first === undefined ? undefined : stockOpening(first.text);
  if (first === undefined || text === undefined) return undefined;
  const start = body.start + first.start;
  return { text, span: body.spanOf(start, start + text.length) };
}

function closingOf({ text, lastParagraph, spanOf }: BodyText): Found | undefined {
  if (lastParagraph === undefined || lastParagraph === 0) return undefined;
  const paragraph = text.slice(lastParagraph);
  const found = stockClosing(paragraph);
  if (found === undefined) return undefined;
  const start = lastParagraph + paragraph.length - paragraph.trimStart().length;
  return { text: found, span: spanOf(start, start + found.length) };
}

function phrasesOf({ text, spanOf }: BodyText): Phrases {
  const found = findStockPhrases(text);
  const kinds = new Map(found.toReversed().map((phrase) => [phrase.kind, phrase]));
  return {
    count: found.length,
    weight: found.reduce((sum, { weight }) => sum + weight, 0),
    kinds: kinds.size,
    examples: [...kinds.values()]
      .toReversed()
      .slice(0, 3)
      .map((phrase) => ({ text: phrase.text, span: spanOf(phrase.start, phrase.end) })),
  };
}

function markIn({ text, spanOf }: BodyText): Found | undefined {
  const mark = residueInUrl(text);
  if (mark === undefined) return undefined;
  const start = text.indexOf(mark);
  return { text: mark, span: spanOf(start, start + mark.length) };
}

function markInLinks(all: ReturnType<typeof linksOf>, { document }: MarkdownView): Found | undefined {
  for (const { target, span } of all) {
    const mark = residueInUrl(target);
    const at = mark === undefined ? -1 : document.text.slice(span.start, span.end).indexOf(mark);
    if (mark !== undefined) {
      return { text: mark, span: at < 0 ? span : { start: span.start + at, end: span.start + at + mark.length } };
    }
  }
  return undefined;
}
