import type { Span } from "#model/span";
import { labelAtStart, labelInside, type LeadLabel } from "#text/lead-marker";
import { findLeakedHeading, type LeakedHeading } from "#text/leaked-heading";
import { sentencesOf, type Stretch } from "#text/sentences";
import { isExcerpt } from "#text/summary-kind";
import { noticeAtStart } from "#text/summary-notice";

/** The first thing that a post tells its reader. Offsets are into the text that it was read from; see `origin`. */
export interface Lead {
  /**
   * What makes this text the lead: a label announces it; a key of the front matter holds it; it is where the body, or an
   * excerpt of it, starts; or it is the description, which stands in for the lead where nothing else is known.
   */
  readonly basis: "label" | "key" | "opening" | "excerpt" | "description";
  readonly label?: LeadLabel;
  /** Words before the label in its text; 0 where it starts the text. */
  readonly wordsBefore: number;
  /** A heading that ran in before the lead. It is no part of it. */
  readonly heading?: LeakedHeading;
  /**
   * The lead without label and heading, as far as it is known. Absent where its start can't be told: behind a notice
   * or an unbounded heading; and where what a label announces is no text.
   */
  readonly body?: Stretch & {
    /** Whether the body ends where the lead does. An excerpt runs on into the text below the lead. */
    readonly isComplete: boolean;
    /** It is a list and no sentence. */
    readonly isList?: true;
    /** Where its first two sentences are; the last one may be cut off. `sentenceOf` gives their text. */
    readonly sentences: readonly Span[];
  };
  /** Where the text stands in a Markdown document; absent where it is the entry's summary. */
  readonly origin?: LeadOrigin;
  /** How the lead stands among the blocks of a Markdown body. */
  readonly standing?: LeadStanding;
}

/** The place of a lead's text: a span, and a map as a `Field` has it, closed by a triple for the text's end. */
interface LeadOrigin {
  readonly span: Span;
  readonly map: readonly number[];
}

export interface LeadStanding {
  /** Blocks of content and headings before the one with the label. The title, pictures, bylines, notices and tables of contents are none. */
  readonly before: number;
  /** Where the label stands again in the body, two numbers each: start and end. */
  readonly again: readonly number[];
  /** How to put the labelled block first, where it can be moved as it is. */
  readonly move?: { readonly to: number; readonly from: Span; readonly text: string };
}

/** More than this is not kept of a lead: twice what the longest sensible one needs. */
const mostCharacters = 2000;

/** Reads the lead of a summary; null where it is blank. */
export function leadOf(summary: string): Lead | null {
  if (summary.trim() === "") return null;
  const isCut = isExcerpt(summary);
  const first = labelAtStart(summary);
  const label = first ?? labelInside(summary);
  const heading = first === undefined && (isCut || label !== undefined) ? findLeakedHeading(summary, label) : undefined;
  return {
    basis: label !== undefined ? "label" : isCut ? "excerpt" : "description",
    ...labelledIn(summary, label),
    ...(heading !== undefined && { heading }),
    ...bodyBehind(summary, label, heading, isCut),
  };
}

function bodyBehind(
  summary: string,
  label: LeadLabel | undefined,
  heading: LeakedHeading | undefined,
  isCut: boolean,
): Pick<Lead, "body"> {
  if (label === undefined && (heading?.isBounded === false || noticeAtStart(summary) !== undefined)) return {};
  return { body: bodyFrom(summary, label?.end ?? heading?.end ?? 0, !isCut) };
}

/** The label of a text, and how many words stand before it. */
export const labelledIn = (text: string, label: LeadLabel | undefined): Pick<Lead, "label" | "wordsBefore"> =>
  label === undefined
    ? { wordsBefore: 0 }
    : { label, wordsBefore: text.slice(0, label.start).split(/\s+/u).filter(hasLetters).length };

const hasLetters = (word: string) => /[\p{L}\p{N}]/u.test(word);

/** What a text says from an offset on. */
export function bodyFrom(text: string, from: number, isComplete: boolean): NonNullable<Lead["body"]> {
  const known = text.slice(from, from + mostCharacters);
  const said = known.trim();
  const start = from + known.length - known.trimStart().length;
  const sentences = sentencesOf(said, 2).map((one) => ({ start: start + one.start, end: start + one.end }));
  return { text: said, start, end: start + said.length, isComplete, sentences };
}

/** The first or the second sentence of a lead, with its text; undefined where there is none. */
export function sentenceOf({ text, start, sentences }: NonNullable<Lead["body"]>, index: 0 | 1): Stretch | undefined {
  const span = sentences[index];
  return span && { ...span, text: text.slice(span.start - start, span.end - start) };
}

/** Whether a lead is marked as the answer of its post, by a label or by its key, and is no mere first paragraph. */
export const isMarked = ({ basis }: Pick<Lead, "basis">): boolean => basis === "label" || basis === "key";
