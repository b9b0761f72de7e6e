import type { Item, Meta } from "./text-paragraphs.ts";
import { isSectionHeading, isTitle, type TitleStyle } from "./text-titles.ts";

/** Where the line of date · minutes · author stands in an entry. */
export type Layout = "first" | "middle" | "last";

/**
 * Makes titles of the lines that are none of date · minutes · author after all ("Weekly notes - June 26, 2026"): they
 * start with something else, have another shape than most, and stand where a title should.
 */
export function withDatedTitles(items: readonly Item[]): Item[] {
  const shapes = new Map<string, number>();
  for (const item of items) if (item.kind === "meta") shapes.set(shapeOf(item), (shapes.get(shapeOf(item)) ?? 0) + 1);
  const [usual] = [...shapes].toSorted(([, a], [, b]) => b - a);
  return items.map((item, index) => {
    const [above, below, further] = [items[index - 1], items[index + 1], items[index + 2]];
    const isPlaced = above?.kind !== "text" && below?.kind === "text" && further?.kind === "meta";
    if (item.kind !== "meta" || !isPlaced || item.title !== undefined) return item;
    const isOdd = item.meta.shape[0] === "other" && shapeOf(item) !== usual?.[0];
    return isOdd ? { kind: "text", lines: [item.line] } : item;
  });
}

const shapeOf = ({ meta }: Meta) => meta.shape.join();

/** Finds out where entries have their line of date · minutes · author, from what stands before, after and between. */
export function layoutOf(text: string, items: readonly Item[], style: TitleStyle): Layout {
  const metas = items.flatMap((item, index) => (item.kind === "meta" ? [index] : []));
  const [first, last] = [metas[0], metas.at(-1)];
  if (first === undefined || last === undefined || !items.slice(last).some(({ kind }) => kind === "text"))
    return "last";
  // A line that starts with the linked title is the first of its entry.
  const linked = items.filter((item) => item.kind === "meta" && item.title !== undefined).length;
  if (linked * 2 > metas.length || !items.slice(0, first).some(({ kind }) => kind === "text")) return "first";
  const titleAbove = metas.filter((at) => {
    const [above, further] = [items[at - 1], items[at - 2]];
    // Two titles on end are a title and a short summary.
    const isSummary = further?.kind === "text" && isTitle(text, further, style);
    return above?.kind === "text" && isTitle(text, above, style) && above.lines.length === 1 && !isSummary;
  });
  return titleAbove.length * 2 > metas.length ? "middle" : "last";
}

const listHeading =
  /^(?:#{1,6}\s+)?(?:(?:all|latest|recent|new|our|my|the)\s+)*(?:blog|posts?|articles?|archives?|writing|news|index|stories)(?:\s+(?:index|list|archive|posts|articles))?\s*#*$/i;

/** Leaves out the headings of the list and of its parts. */
export function withoutHeadings(text: string, items: readonly Item[], style: TitleStyle): Item[] {
  const content = items.filter((item) => item.kind !== "text" || !isSectionHeading(text, item, style));
  const [first, second] = content;
  if (first?.kind !== "text" || second === undefined) return content;
  const [line] = first.lines;
  const isHeading =
    line !== undefined && listHeading.test(text.slice(line.start, Math.min(line.end, line.start + 100)));
  return isHeading && first.lines.length === 1 ? content.slice(1) : content;
}
