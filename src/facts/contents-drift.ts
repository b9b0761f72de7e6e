import { distance } from "fastest-levenshtein";
import type { ContentsEntry } from "./contents-lists.ts";
import { lettersOf } from "./heading-ids.ts";
import type { Heading } from "./markdown-headings.ts";

/** An entry of a table of contents with the heading that it leads to. */
export interface Listed {
  readonly entry: ContentsEntry;
  readonly heading: Heading;
}

/** A heading that a table of contents leaves out, with the entry behind which it belongs, where that is known. */
export interface LeftOut {
  readonly heading: Heading;
  readonly behind: ContentsEntry | undefined;
}

/** What a table of contents says otherwise than the headings that it is of. */
export interface ContentsDrift {
  /** How many headings it is of, with those left out. */
  readonly total: number;
  readonly leftOut: readonly LeftOut[];
  /** The first entry that stands elsewhere than its heading. */
  readonly misplaced: Listed | undefined;
  readonly reworded: readonly Listed[];
}

/** Least share of the headings of a level that a table of contents has: one with fewer is a choice of some. */
const leastShare = 0.75;

/** The fewest headings that tell whether the list is of all of them. */
const fewestHeadings = 3;

/** Largest share of entries that stand elsewhere than their headings by mistake: with more, the order is another on purpose. */
const mostMisplaced = 0.2;

/**
 * Compares a list of links to the parts of a document with its headings. Undefined where the list is no table of
 * contents, or has an entry that leads to no heading: the heading that it was meant for would count as left out.
 *
 * @param headingOf the heading with an id
 * @param outline the headings that the list can be of
 * @param anyWording whether entries are to have the words of their headings, and not only to be free of slips
 */
export function contentsDrift(
  entries: readonly ContentsEntry[],
  headingOf: (fragment: string) => Heading | undefined,
  outline: readonly Heading[],
  anyWording: boolean,
): ContentsDrift | undefined {
  const listed = entries.flatMap((entry) => {
    const heading = headingOf(entry.fragment);
    return heading === undefined ? [] : [{ entry, heading }];
  });
  const places = new Map(listed.map((one) => [one.heading.span.start, one]));
  const last = entries.at(-1);
  if (listed.length < entries.length || places.size < listed.length || last === undefined) return undefined;
  if (listed.filter(({ entry, heading }) => namesHeading(entry, heading)).length < leastShare * listed.length)
    return undefined;
  const covered = coveredBy(places, outline, last.end);
  if (covered === undefined) return undefined;
  const misplaced = outOfOrder(listed);
  const isByMistake = misplaced.length <= mostMisplaced * listed.length;
  return {
    total: covered.length,
    leftOut: isByMistake ? leftOutOf(covered, places) : [],
    misplaced: isByMistake ? misplaced[0] : undefined,
    reworded: rewordedIn(listed, anyWording),
  };
}

type Places = ReadonlyMap<number, Listed>;

/** Most headings between a table of contents and what it is of: a list of links to far sections is of some of them. */
const mostBetween = 1;

/**
 * The headings that a list should have: from the first that it has to the last, as what opens and what closes a text is
 * often left out on purpose. Undefined where it has too few of them to be a table of contents.
 */
function coveredBy(places: Places, outline: readonly Heading[], end: number): Heading[] | undefined {
  const shallowest = [...places.values()].reduce((least, { heading }) => Math.min(least, heading.depth), 6);
  const isListed = ({ span }: Heading) => places.has(span.start);
  const between = outline.slice(0, Math.max(0, outline.findIndex(isListed))).filter(({ span }) => span.start > end);
  if (between.filter(({ depth }) => depth <= shallowest).length > mostBetween) return undefined;
  const below = outline
    .slice(0, outline.findLastIndex(isListed) + 1)
    .slice(Math.max(0, outline.findIndex(isListed)))
    .filter(({ span, depth, text }) => span.start > end && depth >= shallowest && text !== "");
  const covered = [1, 2, 3, 4, 5, 6].flatMap((depth) => {
    const own = candidatesAt(depth, shallowest, below, places);
    const count = own.filter(isListed).length;
    return count >= fewestHeadings && count >= leastShare * own.length ? own : [];
  });
  const isCovered = covered.some(({ depth }) => depth === shallowest);
  return isCovered ? covered.toSorted((a, b) => a.span.start - b.span.start) : undefined;
}

/** The headings of a level: below the shallowest one, those of the chapters whose sections the list has. */
function candidatesAt(depth: number, shallowest: number, below: readonly Heading[], places: Places): Heading[] {
  if (depth === shallowest) return below.filter((heading) => heading.depth === depth);
  const chapters: { readonly own: Heading[]; isListed: boolean }[] = [{ own: [], isListed: false }];
  for (const heading of below) {
    const chapter = chapters.at(-1);
    if (heading.depth < depth) chapters.push({ own: [], isListed: false });
    else if (heading.depth === depth && chapter !== undefined) {
      chapter.own.push(heading);
      chapter.isListed ||= places.has(heading.span.start);
    }
  }
  return chapters.flatMap(({ own, isListed }) => (isListed ? own : []));
}

/** What people leave out of a table of contents on purpose: what stands behind the text, and the table itself. */
const apart =
  /^(?:table of contents|contents|toc|index|references?|further reading|see also|foot ?notes?|notes?|sources?|bibliography|acknowledge?ments?|credits?|comments?|related (?:posts?|articles?|reading|links?)|resources|links|licen[cs]e|change ?log|updates?|history|about the authors?|authors?|appendix|ps)$/;

function leftOutOf(covered: readonly Heading[], places: Places): LeftOut[] {
  let before: Heading[] = [];
  return covered.flatMap((heading) => {
    const isListed = places.has(heading.span.start);
    before = before.filter(({ depth }) => depth < heading.depth || (!isListed && depth === heading.depth));
    const sibling = before.findLast(({ depth }) => depth === heading.depth);
    if (isListed) before.push(heading);
    if (isListed || isApart(heading)) return [];
    return [{ heading, behind: sibling && places.get(sibling.span.start)?.entry }];
  });
}

function isApart({ text }: Heading): boolean {
  const letters = text.toLowerCase().replace(/[^a-z ]/g, "");
  return apart.test(letters.trim());
}

/** The entries that are not part of the longest run of entries, in order, whose headings are in order too. */
function outOfOrder(listed: readonly Listed[]): Listed[] {
  const tails: number[] = [];
  const before = listed.map(() => -1);
  for (const [index, { heading }] of listed.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((listed[tails[middle] ?? 0]?.heading.span.start ?? 0) < heading.span.start) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at);
  return listed.filter((_, index) => !kept.has(index));
}

/** The entries that name their heading otherwise; of those the slips alone, unless any are wanted. */
function rewordedIn(listed: readonly Listed[], anyWording: boolean): Listed[] {
  return listed.filter(({ entry, heading }) => {
    const [own, whole] = [lettersOf(withoutNumber(entry.text)), lettersOf(withoutNumber(heading.text))];
    if (own === whole || own === "") return false;
    return anyWording || isSlip(own, whole);
  });
}

/** Fewest and most letters that are compared one by one. */
const lettersOfSlip = { min: 8, max: 80 } as const;

/** Most letters that a slip of the keyboard gets wrong. */
const mostWrong = 2;

/** Whether a few letters of a text are wrong. What only lacks its end is shorter on purpose; a number is another. */
function isSlip(own: string, whole: string): boolean {
  const { min, max } = lettersOfSlip;
  if (own.length < min || own.length > max || Math.abs(own.length - whole.length) > mostWrong) return false;
  if (/\d/.test(own + whole) || /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(own + whole))
    return false;
  return !whole.includes(own) && !own.includes(whole) && distance(own, whole) <= mostWrong;
}

/** Whether an entry has the words of its heading, or some of them: what says something else is a sentence with a link. */
function namesHeading(entry: ContentsEntry, heading: Heading): boolean {
  const [own, whole] = [lettersOf(withoutNumber(entry.text)), lettersOf(withoutNumber(heading.text))];
  return whole.includes(own) || own.includes(whole) || isSlip(own, whole);
}

/** Numbers and marks in front of a text are layout. */
const withoutNumber = (text: string) => text.replace(/^[\s(]*\d{1,3}(?:\.\d{1,3})*[.):]*\s/, "");
