import { pairAt } from "#model/front-matter";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";

/** A list of terms that front matter gives as one text: `tags: "rye, oats"`. */
export interface TextList {
  readonly key: "tags" | "categories";
  readonly value: string;
  /** The value with its quotes. */
  readonly span: Span;
}

/** The texts with commas under `tags` and `categories` of a Markdown document; null where there are none. */
export const textLists = defineFact<readonly TextList[] | null>({
  id: "text-lists",
  version: 1,
  from: {
    entry: () => null,
    markdown: ({ frontMatter: { root } }) => {
      const lists = (["tags", "categories"] as const).flatMap((key): TextList[] => {
        const value = pairAt(root, key)?.value;
        if (value?.kind !== "text" || value.style === "block" || !value.value.includes(",")) return [];
        return [{ key, value: value.value, span: value.outer ?? value.span }];
      });
      return lists.length === 0 ? null : lists;
    },
  },
});
