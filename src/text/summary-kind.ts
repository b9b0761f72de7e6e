import { countWords } from "./words.ts";

/** More words than this are no description (one or two sentences for a search result) but an excerpt of the post. */
const mostDescriptionWords = 50;

/**
 * Whether a summary is an excerpt: what a list page shows of a post, cut by the generator. A description is measured in
 * characters and pixels, an excerpt in words.
 */
export const isExcerpt = (summary: string): boolean =>
  /(?:\.\.\.|…)\s*$/.test(summary) || countWords(summary) > mostDescriptionWords;
