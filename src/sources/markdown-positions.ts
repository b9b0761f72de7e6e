import type { Nodes, Parents, Root } from "mdast";

type Point = NonNullable<Nodes["position"]>["start"];

/**
 * Gives places to the nodes that remark leaves without one: its literal autolinks cut a text into parts and forget
 * where the parts stand. They follow each other between the last sibling with a place and the next.
 */
export function fillPositions(root: Root, text: string): Root {
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!("children" in node)) continue;
    if (node.children.some(({ position }) => position === undefined)) fillChildren(node, text);
    for (const child of node.children) open.push(child);
  }
  return root;
}

function fillChildren(parent: Parents, text: string): void {
  const children: readonly Nodes[] = parent.children;
  let last = parent.position?.start;
  children.forEach((child, index) => {
    if (child.position === undefined && last !== undefined) {
      const limit = children.slice(index + 1).find(({ position }) => position !== undefined)?.position?.start.offset;
      const end = limit ?? parent.position?.end.offset ?? text.length;
      const start = index === 0 ? pointOf(text, last, innerStart(parent, child, text, last.offset ?? 0)) : last;
      child.position = { start, end: endOf(child, start, text, end) };
    }
    last = child.position?.end;
  });
}

/** Where the first child of a node starts, when only its own text says it. */
function innerStart(parent: Parents, child: Nodes, text: string, from: number): number {
  const found = text.indexOf(written(child), from);
  return found < 0 || found >= (parent.position?.end.offset ?? text.length) ? from : found;
}

/** Where a node ends that stands at a place. A text with escapes or entities is longer in the source than it reads. */
function endOf(node: Nodes, start: Point, text: string, limit: number): Point {
  const from = start.offset ?? 0;
  const words = written(node);
  if (text.startsWith(words, from)) return pointOf(text, start, from + words.length);
  return pointOf(text, start, limit);
}

const written = (node: Nodes): string =>
  node.type === "text" ? node.value : "children" in node ? node.children.map(written).join("") : "";

/** The point at an offset, counted on from a point before it. */
function pointOf(text: string, from: Point, offset: number): Point {
  const passed = text.slice(from.offset, offset);
  const breaks = [...passed.matchAll(/\r\n?|\n/g)];
  const last = breaks.at(-1);
  if (last === undefined) return { line: from.line, column: from.column + passed.length, offset };
  return { line: from.line + breaks.length, column: passed.length - last.index - last[0].length + 1, offset };
}
