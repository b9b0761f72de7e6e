import type { Field } from "#model/field";
import type { Span } from "#model/span";
import type { MarkdownView } from "#rule-kit/views";
import { rememberingFor } from "#text/remember";
import { sentencesOf, type Stretch } from "#text/sentences";
import { wordRunOf, type WordForm, type WordRun } from "#text/vocabulary";
import { countWords } from "#text/words";
import { alignInline } from "./markdown-align.ts";
import { filler, visitsOf, type Container, type Visit } from "./markdown-nodes.ts";

/** A sentence of a paragraph, with its number of words. */
export interface Sentence extends Stretch {
  readonly words: number;
}

/** The prose of one paragraph: what is read as text. Code, pictures, bare URLs and shortcodes are a filler each. */
export class Paragraph {
  readonly container: Container;
  /** The text with its place; `spanWithin` finds the place of a part. */
  readonly field: Field;
  // Several facts ask for the same in turn.
  #sentences: readonly Sentence[] | undefined;
  #words: WordRun | undefined;

  constructor(container: Container, field: Field) {
    this.container = container;
    this.field = field;
  }

  get sentences(): readonly Sentence[] {
    this.#sentences ??= sentencesOf(this.field.value).map(({ text, start, end }) => ({
      text,
      start,
      end,
      words: countWords(text),
    }));
    return this.#sentences;
  }

  get words(): WordRun {
    this.#words ??= wordRunOf(this.field.value);
    return this.#words;
  }
}

/** The paragraphs of a document that are prose, in order. Headings and the cells of tables are none. */
export const paragraphsOf: (view: MarkdownView) => readonly Paragraph[] = rememberingFor((view) => {
  const visits = visitsOf(view);
  const listings = htmlListings(visits);
  let next = 0;
  return visits.flatMap((visit, index) => {
    if (visit.node.type !== "paragraph") return [];
    while ((listings[next]?.end ?? Infinity) <= visit.start) next++;
    if (isInside(visit, listings[next])) return [];
    const field = proseBelow(view.masked, visits, index);
    return /[\p{L}\p{N}]/u.test(field.value) ? [new Paragraph(visit.container, field)] : [];
  });
});

/** Listings in `<code>` of HTML with blank lines in them, which make paragraphs of their parts. */
function htmlListings(visits: readonly Visit[]): Span[] {
  const listings: Span[] = [];
  let open: number | undefined;
  for (const { node, start, end } of visits) {
    if (node.type !== "html") continue;
    for (const [, slash] of node.value.matchAll(/<(\/?)code\b/gi)) {
      if (slash === "") open = start;
      else if (open !== undefined) {
        listings.push({ start: open, end });
        open = undefined;
      }
    }
  }
  return listings;
}

/** Whether a paragraph is a part of a listing that goes on behind it, or its last one. */
const isInside = ({ start, end }: Visit, listing: Span | undefined): boolean =>
  listing !== undefined && listing.start <= start && (end < listing.end || listing.start < start);

/** The words of a document in order, without those of quotes, which are not its own. */
export const ownWordsOf: (view: MarkdownView) => readonly WordForm[] = rememberingFor((view) => {
  const own: WordForm[] = [];
  for (const { container, words } of paragraphsOf(view)) {
    if (container === "quote") continue;
    // flatMap takes ten times as long for these, the longest lists of all.
    for (const form of words.forms) own.push(form);
  }
  return own;
});

/**
 * The prose below a node: a text whose parts are mapped to their places.
 *
 * @param keepsCode whether code in a line is text too, and not a filler
 */
export function proseBelow(source: string, visits: readonly Visit[], index: number, keepsCode = false): Field {
  const { start, end, next } = visits[index] ?? { start: 0, end: 0, next: index };
  const map: number[] = [];
  let value = "";
  for (let at = index + 1; at < next; at++) {
    const visit = visits[at];
    if (visit === undefined) break;
    const part = (keepsCode ? codeOf(source, visit) : undefined) ?? partOf(source, visit, visits[at + 1]);
    if (part === undefined) continue;
    addMap(map, part.map ?? [0, visit.start, visit.end - visit.start], value.length);
    value += part.value;
    if (part.isWhole) at = visit.next - 1;
  }
  return { value, span: { start, end }, map };
}

/** Adds the map of a part to that of a text, at the offset where the part starts. */
export function addMap(map: number[], part: readonly number[], offset: number): void {
  for (let at = 0; at < part.length; at += 3) map.push(offset + (part[at] ?? 0), part[at + 1] ?? 0, part[at + 2] ?? 0);
}

interface Part {
  readonly value: string;
  readonly map?: readonly number[] | undefined;
  /** What is below the node belongs to the part. */
  readonly isWhole?: boolean;
}

function codeOf(source: string, { node, start, end }: Visit): Part | undefined {
  if (node.type !== "inlineCode") return undefined;
  const from = source.indexOf(node.value, start);
  const isPlain = from >= 0 && from + node.value.length <= end;
  return { value: node.value, map: isPlain ? [0, from, node.value.length] : undefined };
}

function partOf(source: string, { node, start, end }: Visit, child: Visit | undefined): Part | undefined {
  switch (node.type) {
    case "text":
      return { value: node.value, map: alignInline(source, start, end, node.value) };
    case "break":
      return { value: "\n" };
    case "inlineCode":
    case "image":
    case "imageReference":
      return { value: filler };
    case "link": {
      const isBare = child?.node.type === "text" && node.url.endsWith(child.node.value);
      return isBare ? { value: filler, isWhole: true } : undefined;
    }
    default:
      return (node.type as string) === "mdxTextExpression" ? { value: filler } : undefined;
  }
}
