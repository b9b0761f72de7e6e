import type { Field } from "#model/field";
import { pairOf, type FrontMatterMap } from "#model/front-matter";
import type { MarkdownView } from "#rule-kit/views";
import { isUnmistakable, labelAtStart, labelInside, labelThatIs, type LeadLabel } from "#text/lead-marker";
import { countWords } from "#text/words";
import { bodyFrom, labelledIn, type Lead, type LeadStanding } from "./lead-text.ts";
import { filler, textBelow, visitsOf } from "./markdown-nodes.ts";
import { openingOf, roleOf, type Opening } from "./markdown-opening.ts";
import { joined, piecesOf, textOf, type Piece, type PieceText } from "./markdown-pieces.ts";
import { isVerse } from "./verse.ts";

/**
 * The lead of a Markdown document: what a label announces, else what a key of the front matter says, else the first
 * paragraph before the first heading. Null where there is none of them, and where the body is a poem.
 */
export function leadInBody(view: MarkdownView, title: string | undefined): Lead | null {
  const remembered = known.get(view);
  if (remembered !== undefined && remembered.title === title) return remembered.lead;
  const found = readLead(view, title);
  known.set(view, { title, lead: found });
  return found;
}

// Several facts ask for it in turn.
const known = new WeakMap<MarkdownView, { readonly title: string | undefined; readonly lead: Lead | null }>();

function readLead(view: MarkdownView, title: string | undefined): Lead | null {
  // A list of posts is no post, and says what it lists.
  if (/(?:^|\/)_index\.[^/]+$/.test(view.document.path)) return null;
  const pieces = piecesOf(view);
  const opening = openingOf(view, pieces, title);
  return labelledLead(view, pieces, opening) ?? keyLead(view.frontMatter.root) ?? firstParagraph(view, pieces, opening);
}

function firstParagraph(view: MarkdownView, pieces: readonly Piece[], { prose }: Opening): Lead | null {
  const piece = prose === undefined ? undefined : pieces[prose];
  if (piece === undefined || isVerse(view, pieces)) return null;
  const text = textOf(view, piece);
  if (text.value.trim() === "") return null;
  const label = labelInside(text.value);
  const shared = { ...labelledIn(text.value, label), origin: originOf(text), standing: { before: 0, again: [] } };
  if (label === undefined) return { basis: "opening", ...shared, body: bodyFrom(text.value, 0, true) };
  // "Here is the TL;DR:" announces what comes next.
  const next = prose === undefined || isHeading(pieces[prose + 1]) ? undefined : pieces[prose + 1];
  const isAhead = next !== undefined && !/\S/.test(text.value.slice(label.end));
  return { basis: "label", ...shared, ...(!isAhead && { body: bodyFrom(text.value, label.end, true) }) };
}

const originOf = ({ span, map }: PieceText) => ({ span, map });

/** A piece that is announced by a label, with the text that it announces. */
interface Labelled {
  readonly at: number;
  readonly label: LeadLabel;
  /** Label and text; of a heading's label only the heading. */
  readonly text: PieceText;
  readonly said: "text" | "list" | "unreadable";
}

function labelledLead(view: MarkdownView, pieces: readonly Piece[], opening: Opening): Lead | undefined {
  const { front } = opening;
  const labels: Labelled[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const found = labelledAt(view, pieces, at);
    if (found === undefined) continue;
    // "Summary" or "In short:" further down belongs to what is before it.
    if (at <= front || isUnmistakable(found.label)) labels.push(found);
  }
  const [first, ...rest] = labels;
  if (first === undefined || isOfSection(pieces, front, first)) return undefined;
  const again = rest.filter(({ label }) => label.name === first.label.name).flatMap(spanOfLabel);
  const before = countContent(view, pieces, front, first.at);
  const move = before === 0 ? undefined : moveOf(view, pieces, front, first);
  const standing: LeadStanding = { before, again, ...(move !== undefined && { move }) };
  const { label, text, said } = first;
  const body = said === "unreadable" ? undefined : bodyFrom(text.value, label.end, true);
  return {
    basis: "label",
    ...labelledIn(text.value, label),
    ...(body !== undefined && { body: said === "list" ? { ...body, isList: true } : body }),
    origin: originOf(text),
    standing,
  };
}

/** Whether a label stands behind two headings or more below the first block, and so sums up its section. */
function isOfSection(pieces: readonly Piece[], front: number, { at }: Labelled): boolean {
  const { node } = pieces[at]?.visit ?? {};
  if (node?.type === "heading" && node.depth <= 2) return false;
  return pieces.slice(front + 1, Math.max(front + 1, at)).filter(isHeading).length > 1;
}

const spanOfLabel = ({ text, label }: Labelled) => [
  text.map[1] ?? text.span.start,
  (text.map[1] ?? 0) + label.text.length,
];

function countContent(view: MarkdownView, pieces: readonly Piece[], from: number, to: number): number {
  return pieces.slice(from, to).filter((piece) => {
    const role = roleOf(view, piece, undefined);
    return role === "prose" || role === "other" || role === "heading";
  }).length;
}

/** Puts a block first: one that stands by itself at the top level, or fills a quote alone. */
function moveOf(view: MarkdownView, pieces: readonly Piece[], front: number, found: Labelled) {
  const [piece, target] = [pieces[found.at], pieces[front]];
  if (piece === undefined || target === undefined || !standsAlone(pieces, found, piece)) return undefined;
  if ([piece, target].some(({ box }) => box?.kind === "shortcode" || box?.kind === "component")) return undefined;
  const source = view.document.text;
  const block = source.slice(piece.top.start, piece.top.end);
  const gap = /^(?:[ \t]*(?:\r\n?|\n)){0,2}/.exec(source.slice(piece.top.end, piece.top.end + 200))?.[0] ?? "";
  const newline = source.includes("\r\n") ? "\r\n" : "\n";
  const from = { start: piece.top.start, end: piece.top.end + gap.length };
  return { to: target.top.start, from, text: `${block}${newline}${newline}` };
}

const isHeading = (piece: Piece | undefined) => piece?.visit.node.type === "heading";

/** Whether label and text are one block, and leave more than a bare heading behind. */
function standsAlone(pieces: readonly Piece[], { at, text, said }: Labelled, { visit, top }: Piece): boolean {
  if (said !== "text" || visit.node.type !== "paragraph" || text.span.end > top.end) return false;
  return !isHeading(pieces[at - 1]) || !(pieces[at + 1] === undefined || isHeading(pieces[at + 1]));
}

/** Most items of a list that a label announces. */
const mostItems = 5;

function labelledAt(view: MarkdownView, pieces: readonly Piece[], at: number): Labelled | undefined {
  const piece = pieces[at];
  if (piece === undefined) return undefined;
  const own = piece.visit.node.type === "heading" ? headingLabel(view, piece) : paragraphLabel(view, piece);
  if (own === undefined) return undefined;
  const { text, label } = own;
  if (isAddress(view, own)) return { at, label, text, said: "unreadable" };
  if (/\S/.test(text.value.slice(label.end))) return { at, label, text, said: "text" };
  const next = pieces[at + 1];
  const follows = next === undefined ? undefined : followingText(view, next);
  if (follows === undefined) {
    const isLast = next === undefined || (isHeading(next) && !isBelow(piece, next));
    return { at, label, text, said: isLast ? "text" : "unreadable" };
  }
  const both = joined([fieldOf(text), fieldOf(follows.text)]);
  return { at, label: { ...label, end: text.value.length + 1 }, text: both, said: follows.said };
}

/** Whether a heading is one of the section of another: the answer has parts then. */
const isBelow = ({ visit: { node: above } }: Piece, { visit: { node } }: Piece) =>
  above.type === "heading" && node.type === "heading" && node.depth > above.depth;

/** Whether a label is followed by hardly more than links whose text is their address, which no text has. */
const isAddress = ({ document }: MarkdownView, { text, label }: { text: PieceText; label: LeadLabel }) =>
  countWords(text.value.slice(label.end)) < 3 && document.text.slice(text.span.start, text.span.end).includes("](");

const fieldOf = ({ value, span, map }: PieceText): Field => ({ value, span, map: map.slice(0, -3) });

function followingText(view: MarkdownView, piece: Piece) {
  const { node } = piece.visit;
  if (node.type === "paragraph") {
    const text = textOf(view, piece);
    // A picture alone says what no text tells.
    return /\S/.test(text.value) ? { text, said: "text" as const } : undefined;
  }
  if (node.type !== "list" || node.children.length > mostItems) return undefined;
  return { text: textOf(view, piece), said: "list" as const };
}

/** One of the first level names the page: the list of a book's chapters is called "Summary". */
function headingLabel(view: MarkdownView, { visit, index }: Piece) {
  if (visit.node.type === "heading" && visit.node.depth === 1) return undefined;
  const name = textBelow(visitsOf(view), index);
  const label = labelThatIs(name);
  if (label === undefined) return undefined;
  const start = view.masked.indexOf(name, visit.start);
  const span =
    start < 0 || start > visit.end ? { start: visit.start, end: visit.end } : { start, end: start + name.length };
  return { label, text: joined([{ value: name, span }]) };
}

function paragraphLabel(view: MarkdownView, piece: Piece) {
  const { visit, index, box } = piece;
  if (visit.node.type !== "paragraph" || !mayHaveLabel(view.masked.slice(visit.start, visit.start + 160)))
    return undefined;
  const text = withoutAlert(textOf(view, piece), box?.kind === "quote" ? box.name : "");
  const label = labelAtStart(text.value) ?? boldLabel(view, index, text);
  return label === undefined ? undefined : { label, text };
}

/** Asked of the source, so that the text is only made of paragraphs that need it. */
const mayHaveLabel = (source: string) =>
  labelAtStart(source.replace(/\[![a-z-]{1,20}\][+-]?/i, "").replaceAll(filler, " ")) !== undefined;

/** The name of an alert stands in its first paragraph, and is no text. */
function withoutAlert(text: PieceText, name: string): PieceText {
  const sign = name === "" ? null : /^\s{0,3}\[![a-z-]{1,20}\][+-]?/i.exec(text.value);
  return sign === null ? text : { ...text, value: " ".repeat(sign[0].length) + text.value.slice(sign[0].length) };
}

/** Bold type sets a label off from its text even without a sign: `**Summary** Rye needs water.` */
function boldLabel(view: MarkdownView, index: number, { value }: PieceText): LeadLabel | undefined {
  const visits = visitsOf(view);
  const [first] = visits.slice(index + 1, index + 2);
  if (first?.node.type !== "strong") return undefined;
  const name = textBelow(visits, index + 1);
  const label = value.startsWith(name) ? labelThatIs(name) : undefined;
  return label === undefined ? undefined : { ...label, end: name.length };
}

const keys = ["answer-first", "answer", "tldr", "takeaways"] as const;

/** The lead that the front matter holds under a key of its own. */
function keyLead(root: FrontMatterMap): Lead | undefined {
  for (const key of keys) {
    const value = pairOf(root, key)?.value;
    const items = value?.kind === "list" ? value.items : value === undefined ? [] : [value];
    const fields = items.flatMap((item) => (item.kind === "text" && item.value.trim() !== "" ? [item] : []));
    if (fields.length === 0) continue;
    const text = joined(fields.map(({ value: said, span, map }) => ({ value: said, span, ...(map && { map }) })));
    const body = bodyFrom(text.value, 0, true);
    const shown = value?.kind === "list" ? { ...body, isList: true as const } : body;
    return { basis: "key", wordsBefore: 0, body: shown, origin: originOf(text) };
  }
  return undefined;
}
