import type { MarkdownView } from "#rule-kit/views";
import { isPageLine } from "#text/opening-lines";
import { fold } from "#text/terms";
import { textBelow, visitsOf } from "./markdown-nodes.ts";
import { textOf, type Piece } from "./markdown-pieces.ts";

/** Positions in the list of pieces. */
export interface Opening {
  /** The first piece that a reader takes for content. */
  readonly front: number;
  /** The first paragraph of it, where one comes before the first heading. */
  readonly prose: number | undefined;
}

/** Most blocks above the content that are passed over as being about the page. */
const mostSkipped = 4;

/** Finds where the content of a body starts: behind its title, and what is about the page. */
export function openingOf(view: MarkdownView, pieces: readonly Piece[], title: string | undefined): Opening {
  const front = frontOf(view, pieces, title);
  for (let at = front; at < pieces.length; at++) {
    const piece = pieces[at];
    const role = piece === undefined ? "nothing" : roleOf(view, piece, title);
    if (role === "heading") return { front, prose: undefined };
    // One more line about the page than are passed over is taken for text.
    if (role === "prose" || (at === front && piece?.visit.node.type === "paragraph")) return { front, prose: at };
  }
  return { front, prose: undefined };
}

function frontOf(view: MarkdownView, pieces: readonly Piece[], title: string | undefined): number {
  let skipped = 0;
  const front = pieces.findIndex((piece) => {
    const role = roleOf(view, piece, title);
    if (role === "page") skipped++;
    return role !== "nothing" && !isIntroduction(view, piece) && (role !== "page" || skipped > mostSkipped);
  });
  return front < 0 ? pieces.length : front;
}

export type Role = "nothing" | "page" | "heading" | "prose" | "other";

/** What a piece is for a reader who looks for the first thing that the post says. */
export function roleOf(view: MarkdownView, piece: Piece, title: string | undefined): Role {
  const { node } = piece.visit;
  switch (node.type) {
    case "heading":
      return headingRole(view, piece, title);
    case "paragraph":
      return paragraphRole(view, piece);
    case "html":
      return htmlRole(node.value);
    case "list":
      return isOfLinks(view, piece) ? "page" : "other";
    case "code":
    case "table":
      return "other";
    default:
      return "nothing";
  }
}

/** A heading of the first level is the title, whether or not it says the same. */
function headingRole(view: MarkdownView, { visit, index }: Piece, title: string | undefined): Role {
  const isTitle = visit.node.type === "heading" && visit.node.depth === 1;
  return isTitle || fold(textBelow(visitsOf(view), index)) === fold(title ?? "") ? "nothing" : "heading";
}

/** "Introduction" at the top says that the post starts here, and no more. */
const isIntroduction = (view: MarkdownView, { visit, index }: Piece) =>
  visit.node.type === "heading" && introduction.test(textBelow(visitsOf(view), index).slice(0, 60));
const introduction =
  /^(?:(?:\d{1,2}|i|一)[.)、．]?\s?)?(?:introduction|intro|overview|abstract|preface|foreword|prologue|vorwort|einleitung|einführung|introducción|introdução|introduzione|inleiding|はじめに|まえがき|概要|简介|引言|引子|前言|序言?)\s?:?$/iu;

const letters = /[\p{L}\p{N}]/u;
/** Boxes with other names than these are about the page: notes, warnings, details. */
const leadBoxes = new Set(["lead", "lede", "intro", "summary", "tldr", "tl-dr", "abstract", "answer", "key-takeaways"]);
const pageBoxes =
  /^(?:note|notice|warning|alert|admonition|callout|info|caution|important|danger|tip|hint|details|toc|attention|figure|img|image|video|youtube|tabs?|accordion|series|banner|aside|update|seealso|quote|blockquote)s?$/;

function paragraphRole(view: MarkdownView, piece: Piece): Role {
  const { value } = textOf(view, piece);
  if (!letters.test(value)) return hasPicture(view, piece) ? "page" : "nothing";
  const { box } = piece;
  if (box !== undefined && !leadBoxes.has(box.name)) {
    if (box.kind === "quote" || pageBoxes.test(box.name)) return "page";
  }
  return isPageLine(value) || isBadgeRow(view, piece, value) || isOfLinks(view, piece) ? "page" : "prose";
}

const hasPicture = (view: MarkdownView, { visit, index }: Piece) =>
  visitsOf(view)
    .slice(index, visit.next)
    .some(({ node }) => node.type === "image" || node.type === "imageReference" || node.type === "html");

/** Pictures with a few words between them. */
const isBadgeRow = (view: MarkdownView, piece: Piece, value: string) =>
  hasPicture(view, piece) && value.trim().length < longestCaption;
const longestCaption = 40;

/** Whether a block is links and little else: a table of contents, a way through a series. */
function isOfLinks(view: MarkdownView, { visit, index }: Piece): boolean {
  const visits = visitsOf(view);
  let [linked, all] = [0, 0];
  let linkEnd = 0;
  for (const { node, start, next } of visits.slice(index, visit.next)) {
    if (node.type === "link" || node.type === "linkReference") linkEnd = Math.max(linkEnd, visits[next - 1]?.end ?? 0);
    if (node.type !== "text" && node.type !== "inlineCode") continue;
    all += node.value.length;
    if (start < linkEnd) linked += node.value.length;
  }
  return linked > 0 && linked >= mostlyLinked * all;
}
const mostlyLinked = 0.8;

/** HTML that shows no text is nothing, or a picture; of other HTML the text is not read. */
function htmlRole(html: string): Role {
  const head = html.slice(0, 5000);
  if (/<(?:img|picture|figure|video|iframe|svg|audio)\b/i.test(head)) return "page";
  const text = head.replace(/<!--[^]*?(?:-->|$)|<(script|style)\b[^]*?(?:<\/\1|$)|<[^<>]{0,2000}>/gi, "");
  return letters.test(text) ? "other" : "nothing";
}
