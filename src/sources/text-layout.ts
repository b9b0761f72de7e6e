import type { Item } from "./text-paragraphs.ts";
import { isSectionHeading, isTitle, type TitleStyle } from "./text-titles.ts";

/** Where the line of date · minutes · author stands in an entry. */
export type Layout = "first" | "middle" | "last";

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
