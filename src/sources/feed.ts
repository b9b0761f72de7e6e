import type { Element } from "domhandler";
import type { Document, Failure, Format, Reading } from "#model/document";
import type { Span } from "#model/span";
import { readAtomEntry } from "./feed-atom.ts";
import { readRssItem } from "./feed-rss.ts";
import { Feed } from "./feed-text.ts";
import { findXmlErrors } from "./feed-xml.ts";
import { collectEntries, quote, type EntryParts } from "./markup-entry.ts";
import { childElements, descendants, endOf, isElement, parseMarkup, startOf, type MarkupTree } from "./markup-tree.ts";

/** What the two kinds of feed differ in. */
interface FeedForm {
  readonly format: Format;
  readonly rootName: string;
  readonly itemName: string;
  readonly expected: string;
  readonly expectedItem: string;
  readonly readItem: (feed: Feed, item: Element) => EntryParts;
}

/** Reads the items of an RSS 2.0 feed, with or without content. */
export const readRss = (document: Document): Reading =>
  readFeed(document, {
    format: "rss",
    rootName: "rss",
    itemName: "item",
    expected: "an RSS feed: <rss> with a <channel> that has an <item> for each post",
    expectedItem: "an <item> with a <title>, a <link> or a <description>",
    readItem: readRssItem,
  });

/** Reads the entries of an Atom 1.0 feed, with or without content. */
export const readAtom = (document: Document): Reading =>
  readFeed(document, {
    format: "atom",
    rootName: "feed",
    itemName: "entry",
    expected: "an Atom feed: <feed> with an <entry> for each post",
    expectedItem: "an <entry> with a <title>, a <link> or a <summary>",
    readItem: readAtomEntry,
  });

function readFeed(document: Document, form: FeedForm): Reading {
  const tree = parseMarkup(document.text, true);
  const feed = new Feed(tree);
  const items = findItems(tree, form);
  const drafts = items.map((item) => ({ span: spanOf(tree, item), parts: form.readItem(feed, item) }));
  const { entries, failures } = collectEntries(document, "feed", tree, drafts, form.expectedItem);
  const all = [...failuresOfTree(tree, items), ...feed.failures, ...failures];
  if (items.length === 0 && all.length === 0) all.push(...whyNoItems(tree, form));
  return { format: form.format, edition: "feed", entries, failures: all };
}

/** Items wherever they are: a broken feed has them in odd places. A prefix stands for the feed's own namespace. */
function findItems(tree: MarkupTree, form: FeedForm): Element[] {
  const root = childElements(tree.root).find(({ name }) => localName(name) === form.rootName);
  const prefix = root?.name.slice(0, root.name.length - form.rootName.length) ?? "";
  return [...descendants(tree.root)].filter(isElement).filter(({ name }) => name === prefix + form.itemName);
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

const spanOf = (tree: MarkupTree, element: Element): Span => ({ start: startOf(element), end: endOf(tree, element) });

function failuresOfTree(tree: MarkupTree, items: readonly Element[]): Failure[] {
  if (tree.limit) {
    const { at, found, expected } = tree.limit;
    return [{ kind: "limit", span: { start: at, end: at }, found, expected }];
  }
  if (tree.text.trim() === "") return [];
  return findXmlErrors(tree, outermost(items.map((item) => spanOf(tree, item))));
}

/** An item that is never closed holds all that follow it. */
function outermost(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

/** A feed may have no items yet; another document has none because it is no such feed. */
function whyNoItems(tree: MarkupTree, form: FeedForm): Failure[] {
  const root = childElements(tree.root)[0];
  const expected = form.expected;
  if (root === undefined) return [{ kind: "empty", span: { start: 0, end: 0 }, found: "an empty document", expected }];
  if (localName(root.name) === form.rootName) return [];
  const span = { start: startOf(root), end: startOf(root) + 1 + root.name.length };
  return [{ kind: "xml", span, found: quote(tree.text, { ...span, end: endOf(tree, root) }), expected }];
}
