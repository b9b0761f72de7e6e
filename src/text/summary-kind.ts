import type { Entry } from "#model/entry";
import type { Field } from "#model/field";
import { countWords } from "./words.ts";

/** More words than this are no description (one or two sentences for a search result) but an excerpt of the post. */
const mostDescriptionWords = 50;

/**
 * Whether a summary is an excerpt: what a list page shows of a post, cut by the generator. A description is measured in
 * characters and pixels, an excerpt in words.
 */
export const isExcerpt = (summary: string): boolean => isCut(summary) || countWords(summary) > mostDescriptionWords;

/**
 * Whether the summary of an entry is an excerpt, as it is written or by its key: where themes know `excerpt`, lists of posts
 * show it, and `description` is for search results.
 *
 * @param keys those of the front matter, in their order
 */
export function hasExcerpt({ summary }: Pick<Entry, "summary">, keys: readonly Field[]): boolean {
  if (summary === undefined) return false;
  const key = keys.findLast(({ span }) => span.start < summary.span.start);
  return isExcerpt(summary.value) || key?.value.toLowerCase() === "excerpt";
}

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
