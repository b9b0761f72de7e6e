import type { Field } from "#model/field";
import { defineFact } from "#rule-kit/define-fact";

/** Most keys that are kept of one document. */
const mostKeys = 100;
/** Keys that are longer are no slips of known ones, in UTF-16 units. */
const longestKey = 60;

/** A key as it is stored, with the place where it starts. */
export type KeyRow = readonly [key: string, start: number, length: number];

/** The keys at the top of a Markdown document's front matter, in its order; none for other documents. `keysOf` reads them. */
export const frontMatterKeys = defineFact<readonly KeyRow[]>({
  id: "front-matter-keys",
  version: 2,
  from: {
    entry: () => [],
    markdown: ({ frontMatter }) =>
      frontMatter.root.pairs
        .filter(({ key }) => key.value.length <= longestKey)
        .slice(0, mostKeys)
        .map(({ key: { value, span } }): KeyRow => [value, span.start, span.end - span.start]),
  },
});

const linked = /^(?:link|linked)(?:[-_]?(?:url|to))?$|^external[-_]?(?:link|url)$/i;

/** Whether a post speaks of an article elsewhere, whose title it has. */
export const isOfArticle = (rows: readonly KeyRow[]): boolean => keysOf(rows).some(({ value }) => linked.test(value));

/** Stored keys. */
export const keysOf = (rows: readonly KeyRow[]): Field[] =>
  rows.map(([value, start, length]) => ({ value, span: { start, end: start + length } }));
