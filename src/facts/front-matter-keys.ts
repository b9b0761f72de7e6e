import type { Field } from "#model/field";
import { defineFact } from "#rule-kit/define-fact";

/** Most keys that are kept of one document. */
const mostKeys = 100;
/** Keys that are longer are no slips of known ones, in UTF-16 units. */
const longestKey = 60;

/** The keys at the top of a Markdown document's front matter, in its order; none for other documents. */
export const frontMatterKeys = defineFact<readonly Field[]>({
  id: "front-matter-keys",
  version: 1,
  from: {
    entry: () => [],
    markdown: ({ frontMatter }) =>
      frontMatter.root.pairs
        .filter(({ key }) => key.value.length <= longestKey)
        .slice(0, mostKeys)
        .map(({ key: { value, span } }) => ({ value, span })),
  },
});
