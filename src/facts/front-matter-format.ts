import type { FrontMatter } from "#model/front-matter";
import { defineFact } from "#rule-kit/define-fact";

/** The language of a Markdown document's front matter; `none` for other documents. */
export const frontMatterFormat = defineFact<FrontMatter["format"]>({
  id: "front-matter-format",
  version: 1,
  from: { entry: () => "none", markdown: ({ frontMatter }) => frontMatter.format },
});
