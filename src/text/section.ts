import type { Entry } from "#model/entry";
import { byKey } from "./groups.ts";

// Folders that sort posts by date, or that one post has for itself, are no sections.
const dated = /^\d{1,4}(?:-\d{1,2}){0,2}$/;
// Eleventy passes over a date before the name.
const isBundle = /(?:^|\/)(?:\d{4}-\d\d-\d\d-)?index(?:\.[a-z-]{2,5})?\.[a-z]+$/i;

/**
 * The section of a Markdown document: its folder, without folders that are dates, and its language. Documents of one
 * section are written alike.
 */
export function sectionOf({ path, language }: Pick<Entry, "path" | "language">): string {
  const folders = path.split("/").slice(0, isBundle.test(path) ? -2 : -1);
  while (dated.test(folders.at(-1) ?? "")) folders.pop();
  const suffix = /\.([a-z]{2}(?:-[a-z]{2,4})?)\.[a-z]+$/i.exec(path)?.[1];
  return `${folders.join("/")} ${(language?.value ?? suffix ?? "").toLowerCase()}`;
}

/** Documents by the sections that they are in. */
export const sectionsOf = <E extends Pick<Entry, "path" | "language">>(documents: readonly E[]): E[][] => [
  ...byKey(documents, sectionOf).values(),
];
