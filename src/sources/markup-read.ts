import type { AnyNode, Element, Text } from "domhandler";
import { DecodingMode, HtmlEntityDecoder, XmlEntityDecoder } from "entities/decode";
import type { Field } from "#model/field";
import { FoldingWriter, toField, type PlacedText, type TextSink } from "./markup-text.ts";
import { findAttribute, isElement, isText, startOf, type MarkupTree } from "./markup-tree.ts";

/** Elements whose text stands apart from the text around them. */
const blocks = new Set(
  "address article aside blockquote br caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

/** Elements whose content no reader sees as text. */
const unread = new Set("head iframe math noscript object script select style svg template textarea title".split(" "));

const isUnread = (element: Element) =>
  unread.has(element.name) || Object.hasOwn(element.attribs, "hidden") || element.attribs["aria-hidden"] === "true";

/** What steers the reading of text. */
interface TextOptions {
  /** What stands between two blocks; a space if not given. */
  readonly betweenBlocks?: " " | "\n";
  /** Elements to leave out. */
  readonly skip?: (element: Element) => boolean;
}

/** The text of nodes as a browser shows it: entities decoded, white space folded, scripts and the like left out. */
export function readText(
  tree: MarkupTree,
  nodes: AnyNode | readonly AnyNode[],
  { betweenBlocks, skip }: TextOptions = {},
): PlacedText {
  const writer = new FoldingWriter(betweenBlocks);
  const isSkipped = (element: Element) => isUnread(element) || skip?.(element) === true;
  for (const node of Array.isArray(nodes) ? nodes : [nodes]) writeText(tree, node as AnyNode, writer, isSkipped);
  return writer.finish();
}

/** Writes the text of a node as it is. The recursion is as deep as the tree, which is bounded. */
export function writeText(
  tree: MarkupTree,
  node: AnyNode,
  sink: TextSink,
  skip: (element: Element) => boolean = () => false,
) {
  if (isText(node)) return writeTextNode(tree, node, sink);
  if (!("children" in node)) return;
  if (isElement(node) && skip(node)) return;
  const isBlock = isElement(node) && blocks.has(node.name);
  if (isBlock) sink.gap();
  for (const child of node.children) writeText(tree, child, sink, skip);
  if (isBlock) sink.gap();
}

const cdataStart = "<![CDATA[";

function writeTextNode(tree: MarkupTree, node: Text, sink: TextSink) {
  if (node.parent?.type !== "cdata") return writeDecoded(node.data, startOf(node), tree.isXml ? "xml" : "html", sink);
  // The parser's index of a CDATA section is early by the rest of the tag after a closing tag like "</a >".
  sink.plain(node.data, tree.text.indexOf(cdataStart, startOf(node.parent)) + cdataStart.length);
}

/** An attribute's value, or undefined when the element has no such attribute or nothing stands in it. */
export function readAttribute(tree: MarkupTree, element: Element, name: string): Field | undefined {
  const attribute = findAttribute(tree, element, name);
  if (attribute === undefined) return undefined;
  const writer = new FoldingWriter();
  writeDecoded(attribute.raw, attribute.at, tree.isXml ? "xml" : "attribute", writer);
  return toField(writer.finish());
}

/** Writes a stretch of the document with its character references decoded. Unknown ones stay as they are written. */
function writeDecoded(raw: string, at: number, form: "html" | "attribute" | "xml", sink: TextSink) {
  let from = 0;
  let ampersand = raw.indexOf("&");
  if (ampersand === -1) return sink.plain(raw, at);
  const decode = decoderOf(form);
  for (; ampersand !== -1; ampersand = raw.indexOf("&", ampersand + 1)) {
    const { text, length } = decode(raw, ampersand);
    if (length === 0) continue;
    sink.plain(raw.slice(from, ampersand), at + from);
    sink.escape(text, at + ampersand, length);
    from = ampersand + length;
    ampersand = from - 1;
  }
  sink.plain(raw.slice(from), at + from);
}

/** A function that reads one character reference: its text, and its length with the ampersand, or 0 if it is none. */
function decoderOf(form: "html" | "attribute" | "xml") {
  let text = "";
  const collect = (codePoint: number) => {
    text += String.fromCodePoint(codePoint);
  };
  const decoder = form === "xml" ? new XmlEntityDecoder(collect) : new HtmlEntityDecoder(collect);
  const mode = { html: DecodingMode.Legacy, attribute: DecodingMode.Attribute, xml: DecodingMode.Strict }[form];
  return (raw: string, ampersand: number) => {
    text = "";
    decoder.startEntity(mode);
    const written = decoder.write(raw, ampersand + 1);
    const length = written === -1 ? decoder.end() : written;
    return { text, length: text === "" ? 0 : length };
  };
}
