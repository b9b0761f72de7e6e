import type { FrontMatterMap } from "#model/front-matter";
import { defineFact } from "#rule-kit/define-fact";

/** All of a Markdown document's front matter with its places; null for other documents, and where it can't be read. */
export const frontMatterValues = defineFact<FrontMatterMap | null>({
  id: "front-matter-values",
  version: 1,
  from: {
    entry: () => null,
    markdown: ({ frontMatter: { root, failures } }) =>
      failures.every(({ kind }) => kind === "duplicate-key") ? root : null,
  },
});
