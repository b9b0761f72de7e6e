import type { Element } from "domhandler";
import type { Failure } from "#model/document";
import type { Field } from "#model/field";
import { readText, writeText } from "./markup-read.ts";
import { FoldingWriter, TextWriter, throughText, toField, type PlacedText } from "./markup-text.ts";
import { childElements, parseMarkup, type MarkupTree } from "./markup-tree.ts";

/** A feed that is being read. */
export class Feed {
  readonly tree: MarkupTree;
  /** What could not be read on the way. */
  readonly failures: Failure[] = [];
  readonly #parts = new Map<Element, ReadonlyMap<string, readonly Element[]>>();

  constructor(tree: MarkupTree) {
    this.tree = tree;
  }

  /** The elements of a name directly inside of another. */
  children(element: Element, name: string): readonly Element[] {
    // A channel is asked for its language by every item, and has all the items to look through.
    const known = this.#parts.get(element) ?? groupByName(childElements(element));
    this.#parts.set(element, known);
    return known.get(name) ?? [];
  }

  /** The first element directly inside of another with one of the names; earlier names win. */
  child(element: Element, ...names: readonly string[]): Element | undefined {
    for (const name of names) {
      const [found] = this.children(element, name);
      if (found) return found;
    }
    return undefined;
  }
}

function groupByName(elements: readonly Element[]): Map<string, Element[]> {
  const groups = new Map<string, Element[]>();
  for (const element of elements) {
    const group = groups.get(element.name);
    if (group) group.push(element);
    else groups.set(element.name, [element]);
  }
  return groups;
}

/** Elements of feeds: where one stands inside of a text, the text was never closed. */
const feedElements =
  /^(?:(?:\w+:)?(?:author|category|content|enclosure|entry|guid|id|item|link|pubDate|published|summary|updated)|(?:content|dc|media):\w+)$/;

/** The text of an element that holds plain text: what is escaped stands for itself. */
export function readPlain({ tree }: Feed, element: Element | undefined): PlacedText {
  const writer = new FoldingWriter();
  if (element) writeText(tree, element, writer, (inner) => inner !== element && feedElements.test(inner.name));
  return writer.finish();
}

export const plainField = (feed: Feed, element: Element | undefined) => toField(readPlain(feed, element));

/** The text of an element that holds markup as elements, as Atom's type "xhtml" does. */
export const markupField = ({ tree }: Feed, element: Element, betweenBlocks: " " | "\n") =>
  toField(readText(tree, element, { betweenBlocks }));

/** The text of an element that holds escaped HTML, or HTML in CDATA: two levels of markup, and one map through both. */
export function htmlField(feed: Feed, element: Element | undefined, betweenBlocks: " " | "\n"): Field | undefined {
  if (element === undefined) return undefined;
  if (childElements(element).length > 0) return markupField(feed, element, betweenBlocks);
  const writer = new TextWriter();
  writeText(feed.tree, element, writer);
  const html = writer.finish();
  if (!/[<&]/.test(html.text)) return plainField(feed, element);
  const tree = parseMarkup(html.text, false);
  if (tree.limit) {
    const { found, expected } = tree.limit;
    const span = { start: element.startIndex ?? 0, end: (element.endIndex ?? 0) + 1 };
    feed.failures.push({ kind: "limit", span, found, expected });
  }
  return toField(throughText(readText(tree, tree.root, { betweenBlocks }), html));
}
