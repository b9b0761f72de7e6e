import type { Nodes, Parents, Root } from "mdast";

/**
 * Takes components and expressions that are alone in their paragraph out of it, as the compiler of MDX does (its
 * remark-mark-and-unravel) and satteri too.
 */
export function unravel(root: Root): Root {
  return eachParent(root, (parent) => {
    if (!parent.children.some(isLonely)) return;
    parent.children = parent.children.flatMap((child: Nodes) =>
      isLonely(child) ? withoutBlanks(child.children).map(asBlock) : [child],
    ) as typeof parent.children;
  });
}

/** Puts the text of components into paragraphs, where facts look for text: `<Note>Salt late.</Note>` has none around it. */
export function fillComponents(root: Root): Root {
  return eachParent(root, (parent) => {
    if (typeOf(parent) !== "mdxJsxFlowElement" || !parent.children.some(isInline)) return;
    const children: Nodes[] = [];
    let run: Nodes[] = [];
    const endRun = () => {
      if (run.some((node) => !isBlank(node))) children.push(paragraphOf(run));
      run = [];
    };
    for (const child of parent.children) {
      if (isInline(child)) run.push(child);
      else {
        endRun();
        children.push(child);
      }
    }
    endRun();
    parent.children = children as typeof parent.children;
  });
}

/** Ends imports and exports where their code ends; satteri counts the end of the line in. */
export function trimModules(root: Root): Root {
  for (const node of root.children) {
    if (typeOf(node) !== "mdxjsEsm" || !("value" in node) || node.position === undefined) continue;
    const { start } = node.position;
    const lines = node.value.split(/\r\n?|\n/);
    const last = lines.at(-1) ?? "";
    node.position.end = {
      line: start.line + lines.length - 1,
      column: (lines.length === 1 ? start.column : 1) + last.length,
      offset: (start.offset ?? 0) + node.value.length,
    };
  }
  return root;
}

/**
 * Whether all code of modules in a document is imports, each of another name: those are right. Other code satteri does not
 * look at.
 */
export function hasOnlyImports(root: Root): boolean {
  const lines = root.children.flatMap((node) =>
    typeOf(node) === "mdxjsEsm" && "value" in node ? node.value.split(/\r?\n/) : [],
  );
  const names = lines.flatMap((line) => line.replace(/"[^"]*"|'[^']*'/g, "").match(/[\w$]+/g) ?? []);
  const own = names.filter((name) => !keywords.has(name));
  return lines.every(isImport) && new Set(own).size === own.length;
}

const keywords: ReadonlySet<string> = new Set(["import", "from", "as", "default"]);

/** Whether a line has nothing but imports that are right, whatever stands around it. */
export const isImport = (line: string): boolean => importLine.test(line);

const names = /(?:\w{1,100}|\* as \w{1,100}|(?:\w{1,100}, ?)?\{[\w, $]{1,300}\})/.source;
const importLine = new RegExp(
  `^(?:import (?:${names} from )?(?:"(?:[^"\\\\\`{}<>]|\\\\_){1,300}"|'(?:[^'\\\\\`{}<>]|\\\\_){1,300}')(?:; ?|(?=[ \\t]*$)))*[ \\t]*$`,
);

function eachParent(root: Root, change: (parent: Parents) => void): Root {
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!("children" in node)) continue;
    change(node);
    for (const child of node.children) open.push(child);
  }
  return root;
}

// Of the nodes of MDX mdast knows nothing.
const typeOf = ({ type }: Nodes): string => type;

const blocks: Readonly<Record<string, string>> = {
  mdxJsxTextElement: "mdxJsxFlowElement",
  mdxTextExpression: "mdxFlowExpression",
};

const inline = new Set([
  ...Object.keys(blocks),
  "text",
  "emphasis",
  "strong",
  "delete",
  "inlineCode",
  "break",
  "link",
  "linkReference",
  "image",
  "imageReference",
  "footnoteReference",
  "html",
]);

const isInline = (node: Nodes): boolean => inline.has(node.type);
const isBlank = (node: Nodes): boolean => node.type === "text" && /^[\t\r\n ]*$/.test(node.value);
const isLonely = (node: Nodes): node is Parents =>
  node.type === "paragraph" &&
  node.children.some(({ type }) => Object.hasOwn(blocks, type)) &&
  node.children.every((child) => Object.hasOwn(blocks, child.type) || isBlank(child));
const withoutBlanks = (nodes: readonly Nodes[]) => nodes.filter((node) => !isBlank(node));
const asBlock = (node: Nodes): Nodes => ({ ...node, type: blocks[node.type] ?? node.type }) as Nodes;

function paragraphOf(children: readonly Nodes[]): Nodes {
  const [start, end] = [children[0]?.position?.start, children.at(-1)?.position?.end];
  const place = start === undefined || end === undefined ? {} : { position: { start, end } };
  return { type: "paragraph", children, ...place } as Nodes;
}
