import { countWords } from "./words.ts";

/** More words than this are no description (one or two sentences for a search result) but an excerpt of the post. */
const mostDescriptionWords = 50;

/**
 * Whether a summary is an excerpt: what a list page shows of a post, cut by the generator. A description is measured in
 * characters and pixels, an excerpt in words.
 */
export const isExcerpt = (summary: string): boolean => isCut(summary) || countWords(summary) > mostDescriptionWords;

/** Longest description, in characters, before `summary/length` asks for a shorter one. */
export const longestDescription = 160;

/** A summary without the ellipsis that says that it is cut. */
export function withoutEllipsis(summary: string): string {
  const text = summary.trimEnd();
  const mark = /(?:\.\.\.|…|\[…\]|\[\.\.\.\])$/u.exec(text.slice(-8));
  return mark === null ? text : text.slice(0, text.length - mark[0].length).trimEnd();
}

/** Whether a summary says by an ellipsis that it is cut. */
export const isCut = (summary: string): boolean => withoutEllipsis(summary) !== summary.trimEnd();
