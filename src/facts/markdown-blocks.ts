import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { rememberingFor, rememberingLast } from "#text/remember";

/** What stands at the top level of a body. */
export const blockKinds = [
  "paragraph",
  "heading",
  "list",
  "code",
  "table",
  "quote",
  "html",
  "break",
  "definition",
  "component",
  "other",
] as const;
export type BlockKind = (typeof blockKinds)[number];

/** A block at the top level of a body. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
}

/**
 * The top-level blocks of a Markdown body as a flat list, three numbers each: index in `blockKinds`, distance from the
 * start of the block before (from the document's start for the first), length. Null for other documents. `blocksOf`
 * reads it.
 */
export const blocks = defineFact<readonly number[] | null>({
  id: "blocks",
  version: 1,
  from: { entry: () => null, markdown: (view) => blockRowOf(view) },
});

/** Stored blocks. */
export const blocksOf = (row: readonly number[] | null): readonly Block[] => (row === null ? [] : read(row));

const read = rememberingLast((row: readonly number[]): readonly Block[] => {
  const found: Block[] = [];
  let start = 0;
  for (let index = 0; index < row.length; index += 3) {
    start += row[index + 1] ?? 0;
    const span = { start, end: start + (row[index + 2] ?? 0) };
    found.push({ kind: blockKinds[row[index] ?? 0] ?? "other", span });
  }
  return found;
});

const kinds: Readonly<Record<string, BlockKind>> = {
  paragraph: "paragraph",
  heading: "heading",
  list: "list",
  code: "code",
  table: "table",
  blockquote: "quote",
  html: "html",
  thematicBreak: "break",
  definition: "definition",
  footnoteDefinition: "definition",
  mdxJsxFlowElement: "component",
  mdxFlowExpression: "component",
  mdxjsEsm: "component",
};

/** The top-level blocks of a body as they are stored. */
export const blockRowOf: (view: MarkdownView) => readonly number[] = rememberingFor((view) => {
  let last = 0;
  return view.tree().children.flatMap(({ type, position }) => {
    const start = position?.start.offset ?? last;
    const gap = start - last;
    last = start;
    return [blockKinds.indexOf(kinds[type] ?? "other"), gap, (position?.end.offset ?? start) - start];
  });
});
