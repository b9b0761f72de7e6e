import type { Corpus } from "#model/corpus";
import type { Field } from "#model/field";
import { entryWith, type With } from "#model/post";
import { byKey } from "./groups.ts";

/** A tag on a post. */
export interface TagUse {
  readonly entry: With<"tags">;
  readonly field: Field;
  /** The tag without white space around it. */
  readonly tag: string;
}

/** Every tag of every post once, in the order of the posts. */
export const tagUses = ({ posts }: Pick<Corpus, "posts">): TagUse[] =>
  posts.flatMap((post) => {
    const entry = entryWith(post, "tags");
    const uses = new Map<string, TagUse>();
    for (const field of entry?.tags ?? []) {
      const tag = field.value.replace(/\s+/g, " ").trim();
      if (entry !== undefined && tag !== "" && !uses.has(tag)) uses.set(tag, { entry, field, tag });
    }
    return [...uses.values()];
  });

/** The uses of each tag, by its exact spelling. */
export const usesByTag = (uses: readonly TagUse[]): Map<string, TagUse[]> => byKey(uses, ({ tag }) => tag);

/** Shortest word whose plural "s" is taken off: "news", "aws", "ios" and "gps" are no plurals. */
const shortestPlural = 5;

/**
 * A tag in the form that spellings of one tag share: lower case, without spaces, hyphens, underscores and dots between
 * its parts, and without the plural of its last word. "C", "C++" and "C#" stay apart.
 */
export function tagKey(tag: string): string {
  const joined = tag
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<=[\p{L}\p{N}])[\s_.-]+(?=[\p{L}\p{N}])/gu, "");
  return joined.length < shortestPlural
    ? joined
    : joined
        .replace(/ies$/, "y")
        .replace(/(?<=[sxz]|ch|sh)es$/, "")
        .replace(/(?<![sui])s$/, "");
}
