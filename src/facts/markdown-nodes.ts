import type { Nodes, Root } from "mdast";
import type { MarkdownView } from "#rule-kit/views";
import { rememberingFor } from "#text/remember";

/** What a paragraph stands in. */
export type Container = "body" | "list" | "quote" | "footnote" | "component";

/** A node of the tree with what is above it. */
export interface Visit {
  readonly node: Nodes;
  readonly parent: Nodes | undefined;
  /** Offsets in the document's text. */
  readonly start: number;
  readonly end: number;
  /** Index in the list of the first visit that is not below this node. */
  readonly next: number;
  /** The nearest one around the node. */
  readonly container: Container;
}

/** Stands in the masked text for what is no text: a shortcode. Facts use it for code and pictures too. */
export const filler = "\ufffc";

/** All nodes of a document's tree in the order of the document. Walked once for all facts, and without recursion. */
export const visitsOf: (view: MarkdownView) => readonly Visit[] = rememberingFor((view) => walk(view.tree()));

type Draft = { -readonly [K in keyof Visit]: Visit[K] };

interface Pending {
  readonly node: Nodes;
  readonly parent: Nodes | undefined;
  readonly container: Container;
}

function walk(root: Root): Visit[] {
  const visits: Draft[] = [];
  const open: (Pending | { readonly closes: Draft })[] = [{ node: root, parent: undefined, container: "body" }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if ("closes" in step) {
      step.closes.next = visits.length;
      continue;
    }
    const { node, parent, container } = step;
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    const visit = { node, parent, start, end, next: visits.length + 1, container };
    visits.push(visit);
    if (!("children" in node) || node.children.length === 0) continue;
    open.push({ closes: visit });
    const inside = containers[node.type] ?? container;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child !== undefined) open.push({ node: child, parent: node, container: inside });
    }
  }
  return visits;
}

const containers: Readonly<Record<string, Container>> = {
  list: "list",
  blockquote: "quote",
  footnoteDefinition: "footnote",
  mdxJsxFlowElement: "component",
};

/** The text below a node as a reader gets it, without fillers: of pictures the alternative text; white space folded. */
export const textBelow = (visits: readonly Visit[], index: number): string => fold(wordsBelow(visits, index));

/** The same with fillers and white space as they are written. */
export function wordsBelow(visits: readonly Visit[], index: number): string {
  const { next = index } = visits[index] ?? {};
  const parts = visits.slice(index, next).map(({ node }) => wordsOf(node));
  return parts.join("");
}

function wordsOf(node: Nodes): string {
  switch (node.type) {
    case "text":
    case "inlineCode":
      return node.value;
    case "image":
    case "imageReference":
      return node.alt ?? "";
    case "break":
      return " ";
    default:
      return "";
  }
}

/** A text without fillers, its white space folded. */
export const fold = (text: string): string => text.replaceAll(filler, "").replace(/\s+/gu, " ").trim();
