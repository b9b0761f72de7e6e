import { spanWithin } from "#model/field";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { clauseOpenings, type ClauseOpening } from "#text/clause-openings";
import { letters, numberOf } from "#text/digest";
import { paragraphsOf, type Paragraph } from "./markdown-paragraphs.ts";

/**
 * How sentences and clauses of a document open, to find the phrases that many posts share: few bytes, so of a long
 * document not all of them, and the words of even fewer.
 */
export interface Openings {
  /** For each opening the digest of its words, and its distance from the one before. */
  readonly row: string;
  /** The words of some, with their positions in the row. Each document keeps others, so that what many share is known. */
  readonly words: Readonly<Record<number, string>>;
}

/** One opening as it is stored: a digest, and where it stands. */
export interface StoredOpening {
  readonly digest: string;
  readonly start: number;
  /** Undefined where another document may know them. */
  readonly words: string | undefined;
}

/** Most openings of a document: about 220 bytes. What is left out has the longest words. */
const mostOpenings = 44;
/** Openings of a document whose words are kept: about 100 bytes. */
const mostWorded = 4;

/** Characters of an opening's digest: two of a site's phrases agree by chance in one of 260,000 cases. */
export const digestLetters = 3;
const distanceLetters = 2;
const stride = digestLetters + distanceLetters;
const mostDistance = 64 ** distanceLetters - 1;
/** Stands where the distance to the next opening is too great for one step. */
const step = "-".repeat(digestLetters);

/** The openings of a Markdown body outside of quotes; null for other documents. `openingsOf` reads it. */
export const openings = defineFact<Openings | null>({
  id: "openings",
  version: 1,
  from: { entry: () => null, markdown: readOpenings },
});

/** Stored openings in the order of the document. */
export function openingsOf(stored: Openings | null): StoredOpening[] {
  const found: StoredOpening[] = [];
  const { row, words } = stored ?? { row: "", words: {} };
  let start = 0;
  for (let at = 0; at < row.length; at += stride) {
    const digest = row.slice(at, at + digestLetters);
    start += numberOf(row.slice(at + digestLetters, at + stride));
    if (digest !== step) found.push({ digest, start, words: words[found.length] });
  }
  return found;
}

/** An opening and its paragraph. */
interface Placed {
  readonly opening: ClauseOpening;
  readonly paragraph: Paragraph;
}

function readOpenings(view: MarkdownView): Openings {
  const kept = mostCommon(differentOnes(paragraphsOf(view)));
  return { row: rowOf(kept), words: wordsOfSome(kept) };
}

function differentOnes(paragraphs: readonly Paragraph[]): Placed[] {
  const seen = new Set<number>();
  const different: Placed[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.container === "quote") continue;
    for (const opening of clauseOpenings(paragraph.field.value, paragraph.words)) {
      if (seen.has(opening.hash)) continue;
      seen.add(opening.hash);
      different.push({ opening, paragraph });
    }
  }
  return different;
}

/** All openings, or those of short words where there are too many: the phrases of every day are made of short words. */
function mostCommon(all: readonly Placed[]): readonly Placed[] {
  if (all.length <= mostOpenings) return all;
  const inOrder = all.toSorted(({ opening: a }, { opening: b }) => a.longest - b.longest || a.hash - b.hash);
  const kept = new Set(inOrder.slice(0, mostOpenings));
  return all.filter((one) => kept.has(one));
}

function rowOf(kept: readonly Placed[]): string {
  let row = "";
  let last = 0;
  for (const { opening, paragraph } of kept) {
    const { start } = spanWithin(paragraph.field, opening.start, opening.end);
    for (; start - last > mostDistance; last += mostDistance) row += step + letters(mostDistance, distanceLetters);
    row += letters(opening.hash % 0x3ffff, digestLetters) + letters(Math.max(0, start - last), distanceLetters);
    last = Math.max(last, start);
  }
  return row;
}

/**
 * The words of a few openings, by a lot that each document draws for itself: by the sum of its hashes. Short words have the
 * better chance.
 */
function wordsOfSome(kept: readonly Placed[]): Readonly<Record<number, string>> {
  const lot = kept.reduce((sum, { opening }) => (sum + opening.hash) >>> 0, 0);
  const drawn = kept
    .map(({ opening }, position) => ({
      position,
      number: (Math.imul(opening.hash ^ lot, 0x9e3779b1) >>> 0) * opening.longest ** 2,
    }))
    .toSorted((a, b) => a.number - b.number)
    .slice(0, mostWorded);
  return Object.fromEntries(drawn.map(({ position }) => [position, wordsOf(kept[position])]));
}

function wordsOf(placed: Placed | undefined): string {
  if (placed === undefined) return "";
  const { first, count } = placed.opening;
  const forms = placed.paragraph.words.forms.slice(first, first + count);
  return forms.map(({ folded }) => folded).join(" ");
}
