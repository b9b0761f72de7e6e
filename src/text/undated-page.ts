import type { Entry } from "#model/entry";
import { dateInFileName } from "./path-dates.ts";

/**
 * Whether a Markdown document is no post but a page: of a reference, of a manual, about the author. Posts have dates, in
 * their front matter or in the names of their files. What is asked of the openings of posts is not asked of pages.
 */
export const isUndatedPage = ({ edition, published, path }: Pick<Entry, "edition" | "published" | "path">): boolean =>
  edition === "source" && published === undefined && dateInFileName(path) === undefined;
