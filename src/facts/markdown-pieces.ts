import type { Field } from "#model/field";
import type { Span } from "#model/span";
import type { MarkdownView } from "#rule-kit/views";
import { filler, visitsOf, type Visit } from "./markdown-nodes.ts";
import { addMap, proseBelow } from "./markdown-paragraphs.ts";

/**
 * A block of a body as a reader meets it: at the top level, or directly in a quote, an alert, a component or a
 * shortcode there.
 */
export interface Piece {
  readonly visit: Visit;
  readonly index: number;
  /** The block at the top level that it is in, or is. */
  readonly top: Span;
  readonly box?: Box;
}

/** What sets a piece off from the text around it. */
interface Box {
  readonly kind: "quote" | "component" | "shortcode";
  /** In small letters: the type of an alert (`[!TIP]`), the name of a component or shortcode. Empty for a quote. */
  readonly name: string;
}

/** The pieces of a body, in order. */
export function piecesOf(view: MarkdownView): Piece[] {
  const visits = visitsOf(view);
  const boxAt = shortcodeBoxes(view);
  const pieces: Piece[] = [];
  for (let index = 1; index < visits.length; index = visits[index]?.next ?? visits.length) {
    const visit = visits[index];
    if (visit === undefined) break;
    const top = { start: visit.start, end: visit.end };
    const box = boxOf(view, visits, index) ?? boxAt(visit.start);
    if (box === undefined || box.kind === "shortcode") pieces.push({ visit, index, top, ...(box && { box }) });
    else for (const inner of childrenOf(visits, index)) pieces.push({ ...inner, top, box });
  }
  return pieces;
}

function* childrenOf(visits: readonly Visit[], index: number) {
  const end = visits[index]?.next ?? index;
  for (let at = index + 1; at < end;) {
    const visit = visits[at];
    if (visit === undefined) return;
    yield { visit, index: at };
    at = visit.next;
  }
}

const alert = /^\s*>\s{0,3}\[!([a-z-]{1,20})\]/i;

function boxOf({ masked }: MarkdownView, visits: readonly Visit[], index: number): Box | undefined {
  const visit = visits[index];
  if (visit?.node.type === "blockquote") {
    const name = alert.exec(masked.slice(visit.start, visit.start + 40))?.[1] ?? "";
    return { kind: "quote", name: name.toLowerCase() };
  }
  const node: { readonly type: string; readonly name?: string | null } | undefined = visit?.node;
  return node?.type === "mdxJsxFlowElement" ? { kind: "component", name: (node.name ?? "").toLowerCase() } : undefined;
}

/** Looks up the innermost shortcode around an offset; asked in the order of the text. */
function shortcodeBoxes({ shortcodes }: MarkdownView): (offset: number) => Box | undefined {
  const paired = shortcodes.flatMap(({ name, inner }) => (inner === undefined ? [] : [{ name, inner }]));
  const sorted = paired.toSorted((a, b) => a.inner.start - b.inner.start);
  const open: { readonly name: string; readonly inner: Span }[] = [];
  let next = 0;
  return (offset) => {
    for (let one = sorted[next]; one !== undefined && one.inner.start <= offset; one = sorted[++next]) open.push(one);
    while ((open.at(-1)?.inner.end ?? Infinity) <= offset) open.pop();
    const name = open.at(-1)?.name;
    return name === undefined ? undefined : { kind: "shortcode", name: name.toLowerCase() };
  };
}

/** A text put together from parts of a document, with its place. */
export interface PieceText {
  readonly value: string;
  readonly span: Span;
  /** As a `Field` has it, closed by a triple for the end. */
  readonly map: readonly number[];
}

/** The text of a paragraph, or of the paragraphs below a list, one a line. Shortcodes and pictures are blanks. */
export function textOf(view: MarkdownView, { visit, index }: Piece): PieceText {
  const visits = visitsOf(view);
  const fields: Field[] = [];
  for (let at = index; at < visit.next; at++) {
    if (visits[at]?.node.type === "paragraph") fields.push(proseBelow(view.masked, visits, at, true));
  }
  return joined(fields);
}

/** Texts as one, a line each. */
export function joined(fields: readonly Field[]): PieceText {
  const map: number[] = [];
  let value = "";
  for (const field of fields) {
    if (value !== "") value += "\n";
    addMap(map, field.map ?? [0, field.span.start, field.value.length], value.length);
    value += field.value.replaceAll(filler, " ");
  }
  const [first, last] = [fields[0]?.span, fields.at(-1)?.span];
  const span = { start: first?.start ?? 0, end: last?.end ?? 0 };
  return { value, span, map: [...map, value.length, span.end, 0] };
}
