import { excerpt } from "./wording.ts";

/** What a message calls a post: its title, else the path of its document. */
export const nameOf = ({
  title,
  path,
}: {
  readonly title?: { readonly value: string };
  readonly path: string;
}): string => (title === undefined || title.value.trim() === "" ? path : excerpt(title.value));
