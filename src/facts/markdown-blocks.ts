import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { decodeNumbers, encodeNumbers } from "#text/number-code";
import { remembering, rememberingFor } from "#text/remember";

/** What stands at the top level of a body. */
const blockKinds = [
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
type BlockKind = (typeof blockKinds)[number];

/** A block at the top level of a body. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
}

/**
 * The top-level blocks of a Markdown body as coded numbers, three for each: index in `blockKinds`, distance from the end
 * of the block before (from the document's start for the first), length. Null for other documents. `blocksOf` reads it.
 */
export const blocks = defineFact<string | null>({
  id: "blocks",
  version: 2,
  from: { entry: () => null, markdown: (view) => blockCodeOf(view) },
});

/** Stored blocks. What is given is shared and must not be changed. */
export const blocksOf = (code: string | null): readonly Block[] => (code === null ? [] : read(code));

const read = remembering(2, (code): readonly Block[] => {
  const numbers = decodeNumbers(code);
  const found: Block[] = [];
  let end = 0;
  for (let index = 0; index < numbers.length; index += 3) {
    const start = end + (numbers[index + 1] ?? 0);
    end = start + (numbers[index + 2] ?? 0);
    found.push({ kind: blockKinds[numbers[index] ?? 0] ?? "other", span: { start, end } });
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
export const blockCodeOf: (view: MarkdownView) => string = rememberingFor((view) => {
  let last = 0;
  const numbers = view.tree().children.flatMap(({ type, position }) => {
    const start = position?.start.offset ?? last;
    const end = position?.end.offset ?? start;
    const gap = start - last;
    last = end;
    return [blockKinds.indexOf(kinds[type] ?? "other"), gap, end - start];
  });
  return encodeNumbers(numbers);
});
