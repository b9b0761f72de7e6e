import type { Entry } from "#model/entry";
import { fieldPlace, partPlace, type Place } from "#model/problem";
import { defineFact } from "#rule-kit/define-fact";
import { labelAtStart, labelInside, type LeadLabel } from "#text/lead-marker";
import { findLeakedHeading, type LeakedHeading } from "#text/leaked-heading";
import { isClosed, sentencesOf, type Stretch } from "#text/sentences";
import { isExcerpt, withoutEllipsis } from "#text/summary-kind";
import { noticeAtStart } from "#text/summary-notice";

/**
 * The first thing that a post tells its reader. Offsets are into the text that it was read from: the value of the
 * entry's summary.
 */
export interface Lead {
  /**
   * What makes this text the lead: a label announces it; it is where an excerpt of the post starts; or it is the
   * description, which stands in for the lead where nothing else is known.
   */
  readonly basis: "label" | "excerpt" | "description";
  readonly label?: LeadLabel;
  /** Words before the label; 0 where it starts the text. */
  readonly wordsBefore: number;
  /** A heading that ran in before the lead. It is no part of it. */
  readonly heading?: LeakedHeading;
  /**
   * The lead without label and heading, as far as it is known. Absent where its start can't be told: behind a notice
   * or an unbounded heading.
   */
  readonly body?: Stretch & {
    /** Whether the body ends where the lead does. An excerpt runs on into the text below the lead. */
    readonly isComplete: boolean;
    /** Its first two sentences; the last one may be cut off. */
    readonly sentences: readonly Stretch[];
  };
}

/** More than this is not kept of a lead: twice what the longest sensible one needs. */
const mostCharacters = 2000;

/** The lead of an entry; null where it has no summary. */
export const lead = defineFact<Lead | null>({
  id: "lead",
  version: 1,
  from: { entry: ({ summary }) => (summary === undefined ? null : leadOf(summary.value)) },
});

/** Reads the lead of a summary; null where it is blank. */
export function leadOf(summary: string): Lead | null {
  if (summary.trim() === "") return null;
  const isCut = isExcerpt(summary);
  const first = labelAtStart(summary);
  const label = first ?? labelInside(summary);
  const heading = first === undefined && (isCut || label !== undefined) ? findLeakedHeading(summary, label) : undefined;
  const body = bodyOf(summary, label, heading, isCut);
  return {
    basis: label !== undefined ? "label" : isCut ? "excerpt" : "description",
    ...(label !== undefined && { label }),
    wordsBefore: label === undefined ? 0 : summary.slice(0, label.start).split(/\s+/u).filter(hasLetters).length,
    ...(heading !== undefined && { heading }),
    ...(body !== undefined && { body }),
  };
}

const hasLetters = (word: string) => /[\p{L}\p{N}]/u.test(word);

function bodyOf(
  summary: string,
  label: LeadLabel | undefined,
  heading: LeakedHeading | undefined,
  isCut: boolean,
): Lead["body"] {
  if (label === undefined && (heading?.isBounded === false || noticeAtStart(summary) !== undefined)) return undefined;
  const from = label?.end ?? heading?.end ?? 0;
  const known = summary.slice(from, from + mostCharacters);
  const text = known.trim();
  const start = from + known.length - known.trimStart().length;
  const sentences = sentencesOf(text, 2).map((one) => ({ ...one, start: start + one.start, end: start + one.end }));
  return { text, start, end: start + text.length, isComplete: !isCut, sentences };
}

/** The first sentence of a lead where all of it is known, else undefined: an excerpt may end within it. */
export function firstSentence({ body }: Lead): Stretch | undefined {
  const first = body?.sentences[0];
  if (body === undefined || first === undefined) return undefined;
  const isWhole = body.isComplete || body.sentences.length > 1 || isClosed(withoutEllipsis(first.text));
  return isWhole ? first : undefined;
}

/** The place of a part of a lead in its document. */
export const leadPlace = (entry: Entry, { start, end }: { readonly start: number; readonly end: number }): Place =>
  entry.summary === undefined ? fieldPlace(entry, "summary") : partPlace(entry, "summary", entry.summary, start, end);
