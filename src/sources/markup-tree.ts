import type { AnyNode, Document, Element, Text } from "domhandler";
import { DomHandler, Parser } from "htmlparser2";

/** Deepest nesting that is read: where Blink and WebKit cap a page's tree. */
const deepest = 512;

/** Most nodes and attributes that are read of one document, so that a hostile one can't fill the memory. */
const mostNodes = 2_000_000;

/** A parsed HTML or XML text. Entities are left as written, so a text node's data stands at its indices as it is. */
export interface MarkupTree {
  readonly text: string;
  readonly root: Document;
  readonly isXml: boolean;
  /** Where reading stopped, and why, when the text is too deep or too large for a tree. */
  readonly limit?: { readonly at: number; readonly found: string; readonly expected: string };
}

/** Parses HTML or XML, however broken, into a tree with offsets. Never throws, and takes linear time. */
export function parseMarkup(text: string, isXml: boolean): MarkupTree {
  const handler = new BoundedTree(isXml);
  const parser = new Parser(handler, { xmlMode: isXml, decodeEntities: false });
  handler.attach(parser);
  parser.write(text);
  parser.end();
  handler.leaveOpen();
  return { text, root: handler.root, isXml, ...(handler.limit && { limit: handler.limit }) };
}

/** Builds the tree, and corrects the indices of htmlparser2 where they are not those of the node. */
class BoundedTree extends DomHandler {
  limit: MarkupTree["limit"];
  #parser: Parser | undefined;
  #nodes = 0;
  #tagStart = 0;

  constructor(xmlMode: boolean) {
    super(undefined, { withStartIndices: true, withEndIndices: true, xmlMode });
  }

  attach(parser: Parser) {
    this.#parser = parser;
  }

  // The parser calls this at the end of a tag's name, and does not move its start index after `</a >`.
  onopentagname(name: string) {
    this.#tagStart = this.#endIndex - name.length - 1;
  }

  onattribute() {
    this.#count();
  }

  override onopentag(name: string, attribs: Record<string, string>) {
    super.onopentag(name, attribs);
    const element = this.tagStack.at(-1);
    if (element) element.startIndex = this.#tagStart;
    if (this.tagStack.length > deepest + 1) {
      this.#stop(`elements nested more than ${deepest} deep`, `at most ${deepest} levels`);
    }
  }

  // An element that ends because of the next tag ends before that tag.
  override onclosetag(_name?: string, isImplied?: boolean) {
    const element = this.tagStack.at(-1);
    super.onclosetag();
    const next = this.#parser?.startIndex ?? 0;
    if (element && isImplied === true && next > (element.startIndex ?? 0)) element.endIndex = next - 1;
  }

  // After a closing tag that closes nothing, the text goes on but does not stand beside the text before it.
  override ontext(data: string) {
    const start = this.#endIndex - data.length + 1;
    const last = this.lastNode;
    if (last !== null && last.endIndex !== null && last.endIndex !== start - 1) this.lastNode = null;
    const isNew = this.lastNode === null;
    super.ontext(data);
    if (isNew) this.#place(start);
  }

  protected override addNode(node: Parameters<DomHandler["addNode"]>[0]) {
    super.addNode(node);
    this.#count();
  }

  /** Elements that a limit kept from ending have no end; until then it is that of their tag. */
  leaveOpen() {
    if (this.limit) for (const element of this.tagStack) element.endIndex = null;
  }

  #place(start: number) {
    if (this.lastNode !== null) this.lastNode.startIndex = start;
  }

  get #endIndex() {
    return this.#parser?.endIndex ?? 0;
  }

  #count() {
    this.#nodes += 1;
    if (this.#nodes > mostNodes) {
      this.#stop(`more than ${mostNodes} elements, texts and attributes`, "a smaller document, or several");
    }
  }

  #stop(found: string, expected: string) {
    if (this.limit) return;
    this.limit = { at: this.#parser?.startIndex ?? 0, found, expected };
    this.#parser?.pause();
  }
}

/** Where a node starts in the text. */
export const startOf = (node: AnyNode) => node.startIndex ?? 0;

/** Where a node ends in the text, exclusive; a node that never ends does so with the text. */
export const endOf = (tree: MarkupTree, node: AnyNode) =>
  node.endIndex === null ? tree.text.length : Math.min(node.endIndex + 1, tree.text.length);

/** The elements directly inside of a node. */
export const childElements = (node: AnyNode): Element[] => ("children" in node ? node.children.filter(isElement) : []);

export const isElement = (node: AnyNode): node is Element => "attribs" in node;
export const isText = (node: AnyNode): node is Text => node.type === "text";

/** Everything inside of a node in the order of the document, without recursion. */
export function* descendants(node: AnyNode): Generator<AnyNode> {
  const waiting: AnyNode[] = "children" in node ? node.children.toReversed() : [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    if ("children" in next) for (const child of next.children.toReversed()) waiting.push(child);
  }
}

const attributePattern = /[\s/]*([^\s>/][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/dy;

/** The value of an attribute as written, with its offset in the text. */
export function findAttribute(
  tree: MarkupTree,
  element: Element,
  name: string,
): { raw: string; at: number } | undefined {
  if (!Object.hasOwn(element.attribs, name)) return undefined;
  attributePattern.lastIndex = startOf(element) + 1 + element.name.length;
  for (let match = attributePattern.exec(tree.text); match; match = attributePattern.exec(tree.text)) {
    const written = match[1] ?? "";
    if ((tree.isXml ? written : written.toLowerCase()) !== name) continue;
    const group = [2, 3, 4].find((index) => match?.[index] !== undefined);
    if (group === undefined) return { raw: "", at: attributePattern.lastIndex };
    return { raw: match[group] ?? "", at: match.indices?.[group]?.[0] ?? 0 };
  }
  return undefined;
}
