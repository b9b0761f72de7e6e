import type { Nodes, PhrasingContent } from "mdast";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { countWords } from "#text/words";
import { fold } from "#text/terms";
import { textBelow, visitsOf, type Visit } from "./markdown-nodes.ts";

/** Paragraphs or list items that open in one way, among all. */
export interface Openers {
  readonly count: number;
  readonly total: number;
  /** The most of them that stand in one list; paragraphs of the text are counted apart. */
  readonly inOneList: number;
  /** The first of them. */
  readonly examples: readonly Span[];
}

/** What the paragraphs and list items of a body are dressed up with. */
export interface LeadIns {
  /** Paragraphs and list items whose first words are in bold, with more text behind them. */
  readonly bold: Openers;
  /** List items that open with an emoji. */
  readonly emoji: Openers;
}

/** How the paragraphs and list items of a Markdown body open; null for other documents, and where none is dressed up. */
export const leadIns = defineFact<LeadIns | null>({
  id: "lead-ins",
  version: 1,
  from: { entry: () => null, markdown: read },
});

const mostExamples = 3;

/** Marks that say how a thing stands are no ornament: done, failed, beware. */
const ornament = /^(?![✓✔✅☑✗✘❌❎❓❗⚠⛔🚫🟢🟡🔴🟠⭐☐])(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2})/u;

/** A paragraph, with the outermost of the lists that it opens an item of. */
interface Block {
  readonly span: Span;
  readonly list: unknown;
  /** The words in bold that it opens with. */
  readonly lead: string | undefined;
  readonly isEmoji: boolean;
}

function read(view: MarkdownView): LeadIns | null {
  const blocks = blocksIn(view);
  // A label that comes again says who speaks, or which slide is shown.
  const times = new Map<string, number>();
  for (const { lead } of blocks) if (lead !== undefined) times.set(lead, (times.get(lead) ?? 0) + 1);
  const bold = openers(blocks, ({ lead }) => lead !== undefined && times.get(lead) === 1);
  const emoji = openers(
    blocks.filter(({ list }) => list !== undefined),
    ({ isEmoji }) => isEmoji,
  );
  return bold.count + emoji.count === 0 ? null : { bold, emoji };
}

function blocksIn(view: MarkdownView): Block[] {
  const visits = visitsOf(view);
  const outermost = new Map<unknown, unknown>();
  return visits.flatMap((visit, index): Block[] => {
    const { node, parent } = visit;
    if (node.type === "list") outermost.set(node, outermost.get(parent) ?? node);
    if (node.type === "listItem") for (const child of node.children) outermost.set(child, outermost.get(parent));
    const isFirst = parent?.type === "listItem" && parent.children[0] === node;
    return node.type === "paragraph" ? blockOf(visits, index, isFirst ? outermost.get(node) : undefined) : [];
  });
}

function blockOf(visits: readonly Visit[], index: number, list: unknown): Block[] {
  const { start, end, container } = visits[index] ?? { start: 0, end: 0 };
  const text = textBelow(visits, index);
  // What holds a picture or a shortcode alone is no paragraph.
  if ((list === undefined && container !== "body") || countWords(text) === 0) return [];
  const isEmoji = list !== undefined && ornament.test(text);
  return [{ span: { start, end }, list, lead: leadOf(visits, index, text), isEmoji }];
}

/**
 * The words in bold that a paragraph opens with, closed by a mark as a heading in the line is, numbers made equal. What is
 * code, a link or a name in code is a term to be looked up.
 */
function leadOf(visits: readonly Visit[], index: number, text: string): string | undefined {
  const { node } = visits[index] ?? {};
  if (node?.type !== "paragraph") return undefined;
  const [first, second] = node.children;
  if (first?.type !== "strong" || first.children.some(isReference)) return undefined;
  const lead = textBelow(visits, index + 1);
  const isClosed = /[.:!?–—-]$/.test(lead) || /^\s?[.:–—-]/.test(textOf(second));
  const isTerm = identifier.test(lead) || !/\p{L}/u.test(text.slice(lead.length));
  return isClosed && !isTerm ? fold(lead).replace(/\d+/g, "0") : undefined;
}

const textOf = (node: PhrasingContent | undefined) => (node?.type === "text" ? node.value : "");

/** A name of something in code: an option, a file, a function. */
const identifier = /^\S*(?:[_/()=]|[a-z][A-Z]|\w\.\w|^--?\w)\S*$/;

const isReference = ({ type }: Nodes) => type === "inlineCode" || type === "link" || type === "linkReference";

function openers(blocks: readonly Block[], isOne: (block: Block) => boolean): Openers {
  const found = blocks.filter(isOne);
  const counts = new Map<unknown, number>();
  for (const { list } of found) if (list !== undefined) counts.set(list, (counts.get(list) ?? 0) + 1);
  return {
    count: found.length,
    total: blocks.length,
    inOneList: [...counts.values()].reduce((most, count) => Math.max(most, count), 0),
    examples: found.slice(0, mostExamples).map(({ span }) => span),
  };
}
