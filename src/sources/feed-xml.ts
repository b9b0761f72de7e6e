import { parseXml, XmlError } from "@rgrove/parse-xml";
import type { Failure } from "#model/document";
import type { Span } from "#model/span";
import { indexLines, type LineIndex } from "#text/lines";
import { quote } from "./markup-entry.ts";
import { isElement, startOf, type MarkupTree } from "./markup-tree.ts";

/** Longest stretch that is checked in one go: the checker takes about 60 bytes of memory for each character. */
const longestStretch = 4_000_000;

/**
 * Checks that a feed is well-formed XML. Each item is checked on its own, then what is around them, so that one run
 * finds the first error of every item and the memory stays that of one item.
 *
 * @param items the outermost items, in the order of the document
 */
export function findXmlErrors(tree: MarkupTree, items: readonly Span[]): Failure[] {
  const declarations = findEntityDeclarations(tree);
  const source = { text: tree.text, lines: indexLines(tree.text), ignoreUndefinedEntities: declarations.length > 0 };
  const inItems = items.flatMap((item) => check(source, [item]));
  if (inItems.length > 0) return [...declarations, ...inItems];
  return [...declarations, ...check(source, around(tree.text, items))];
}

/** Entities that a document type declares. They are never expanded, so that no feed can make text out of nothing. */
function findEntityDeclarations(tree: MarkupTree): Failure[] {
  for (const node of tree.root.children) {
    if (isElement(node)) break;
    if (node.type !== "directive") continue;
    const within = node.data.indexOf("<!ENTITY") + 1 || (node.data.startsWith("!ENTITY") ? 1 : 0);
    if (within === 0) continue;
    const start = startOf(node) + (node.data.startsWith("!ENTITY") ? 0 : within);
    const close = tree.text.indexOf(">", start);
    const span = { start, end: close === -1 ? tree.text.length : close + 1 };
    const expected = "a feed that declares no entities: they are not expanded";
    return [{ kind: "xml", span, found: quote(tree.text, span), expected }];
  }
  return [];
}

/** The stretches between items. */
function around(text: string, items: readonly Span[]): Span[] {
  const starts = [0, ...items.map(({ end }) => end)];
  return starts.map((start, index) => ({ start, end: items[index]?.start ?? text.length }));
}

/** Stands for an item that was cut out, so that one is still there where it was. */
const stub = "<item/>";

interface Source {
  readonly text: string;
  readonly lines: LineIndex;
  readonly ignoreUndefinedEntities: boolean;
}

/** Checks stretches of a text as one XML document. */
function check({ text, lines, ignoreUndefinedEntities }: Source, stretches: readonly Span[]): Failure[] {
  const xml = stretches.map(({ start, end }) => text.slice(start, end)).join(stub);
  const first = stretches[0]?.start ?? 0;
  if (xml.length > longestStretch) {
    const found = `${xml.length} characters in one piece`;
    const expected = `items of at most ${longestStretch} characters`;
    return [{ kind: "limit", span: { start: first, end: first }, found, expected }];
  }
  try {
    // The parser copies the rest of a text at each carriage return, which is white space as any other here.
    parseXml(xml.replaceAll("\r", "\n"), { ignoreUndefinedEntities });
    return [];
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const at = placeIn(stretches, unitOffset(xml, error.pos));
    const { line, column } = lines.position(at);
    const [reason] = error.message.split(" (line ");
    const found = `${reason} (line ${line}, column ${column})`;
    return [
      { kind: "xml", span: { start: at, end: Math.min(at + 1, text.length) }, found, expected: "well-formed XML" },
    ];
  }
}

/** Leads an offset in joined stretches back to the text that they were cut from. */
function placeIn(stretches: readonly Span[], offset: number): number {
  let rest = offset;
  for (const { start, end } of stretches) {
    if (rest <= end - start) return start + rest;
    rest = Math.max(0, rest - (end - start) - stub.length);
  }
  return stretches.at(-1)?.end ?? 0;
}

/** The parser counts code points, the spans UTF-16 units. */
function unitOffset(xml: string, codePoints: number): number {
  let offset = 0;
  for (let count = 0; count < codePoints; count++) offset += (xml.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  return offset;
}
