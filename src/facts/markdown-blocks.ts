import type { RootContent } from "mdast";
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
  version: 3,
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

/** A list of terms and what they mean is a paragraph to parsers that do not know it, and a bold line a heading in other dress. */
function kindOf(node: RootContent, source: string): BlockKind {
  if (node.type !== "paragraph") return kinds[node.type] ?? "other";
  if (/\n:[ \t]/.test(source)) return "list";
  return node.children.length === 1 && node.children[0]?.type === "strong" ? "other" : "paragraph";
}

/** The top-level blocks of a body as they are stored. */
export const blockCodeOf: (view: MarkdownView) => string = rememberingFor((view) => {
  let last = 0;
  const numbers = view.tree().children.flatMap((node) => {
    const start = node.position?.start.offset ?? last;
    const end = node.position?.end.offset ?? start;
    const gap = start - last;
    last = end;
    return [blockKinds.indexOf(kindOf(node, view.masked.slice(start, end))), gap, end - start];
  });
  return encodeNumbers(numbers);
});
