import type { Link, List, ListItem } from "mdast";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { textBelow, visitsOf, type Visit } from "./markdown-nodes.ts";

/** An entry of a table of contents. */
export interface ContentsEntry {
  /** As written, without the number sign. */
  readonly fragment: string;
  readonly text: string;
  /** The link. */
  readonly span: Span;
  /** Where the entry ends, with those below it. */
  readonly end: number;
  /** What the next entry of its list starts with, from the line break on; undefined where that can't be told. */
  readonly lead?: string;
}

/** The fewest entries of a table of contents. */
const fewestEntries = 3;

/** The most lists of a document that are kept. */
const mostLists = 10;

/**
 * The lists at the top level of a Markdown document in which each item is one link to a part of the document, with or
 * without such a list below it. Those that a tool keeps between marks of its own are left to it. Null where there are none.
 */
export const contentsLists = defineFact<readonly (readonly ContentsEntry[])[] | null>({
  id: "contents-lists",
  version: 1,
  from: { entry: () => null, markdown: read },
});

/** The marks of doctoc, markdown-toc, gh-md-toc, Markdown All in One and their kin. */
const tool = /<!--\s{0,9}(?:START doctoc|toc\b|ts\b|\/?md-toc|omit in toc|begin[- ]toc|table of contents start)/i;

function read(view: MarkdownView): (readonly ContentsEntry[])[] | null {
  if (!view.masked.includes("](#")) return null;
  const visits = visitsOf(view);
  let before = 0;
  const lists = visits.flatMap((visit, index) => {
    if (visit.parent?.type !== "root") return [];
    const gap = view.masked.slice(before, visit.start);
    if (visit.node.type !== "html") before = visit.end;
    if (visit.node.type !== "list" || tool.test(gap)) return [];
    const entries = entriesIn(view, visits, index);
    return entries !== undefined && entries.length >= fewestEntries ? [entries] : [];
  });
  return lists.length === 0 ? null : lists.slice(0, mostLists);
}

/** The entries of a list; undefined where one of its items is something else. */
function entriesIn(view: MarkdownView, visits: readonly Visit[], list: number): ContentsEntry[] | undefined {
  const entries: ContentsEntry[] = [];
  for (let index = list; index < (visits[list]?.next ?? 0); index++) {
    const { node, parent } = visits[index] ?? {};
    if (node?.type !== "listItem") continue;
    const link = linkOf(node);
    if (link === undefined) return undefined;
    entries.push(entryOf(view, visits, index, link, (parent as List).ordered === true));
  }
  return entries;
}

/** The link to a part of the document that an item is, beside the lists below it. */
function linkOf({ children: [first, ...rest] }: ListItem): Link | undefined {
  if (first?.type !== "paragraph" || rest.some(({ type }) => type !== "list")) return undefined;
  const link = onlyLink(first.children);
  return link?.url.startsWith("#") === true ? link : undefined;
}

const onlyLink = (children: readonly { readonly type: string }[]): Link | undefined => {
  const seen = children.filter((child) => child.type !== "text" || (child as { value?: string }).value?.trim() !== "");
  return seen.length === 1 && seen[0]?.type === "link" ? (seen[0] as Link) : undefined;
};

function entryOf(
  { masked }: MarkdownView,
  visits: readonly Visit[],
  index: number,
  link: Link,
  isOrdered: boolean,
): ContentsEntry {
  const { start, end } = visits[index] ?? { start: 0, end: 0 };
  let at = index + 1;
  while (at < visits.length && visits[at]?.node !== link) at++;
  const span = { start: visits[at]?.start ?? start, end: visits[at]?.end ?? end };
  const before = /(\r?\n)([ \t]*)$/.exec(masked.slice(Math.max(0, start - 100), start));
  const mark = masked.slice(start, span.start);
  // The next number of a list is not known to be wanted.
  const isPlain = before !== null && !isOrdered && /^[-*+][ \t]{1,4}$/.test(mark);
  return {
    fragment: link.url.slice(1),
    text: textBelow(visits, at),
    span,
    end: start + masked.slice(start, end).trimEnd().length,
    ...(isPlain && { lead: before[0] + mark }),
  };
}
