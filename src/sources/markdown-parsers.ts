import type { Nodes, Root } from "mdast";
import { fillPositions } from "./markdown-positions.ts";
import { fillComponents, hasOnlyImports, trimModules, unravel } from "./mdx-tree.ts";
import { isTame } from "./tame-mdx.ts";

/** Which parser reads Markdown. `auto` is satteri where its binding loads on this machine, else remark. */
export const parserChoices = ["auto", "remark"] as const;
export type ParserChoice = (typeof parserChoices)[number];

/** A Markdown parser: a text to a tree whose offsets are UTF-16 offsets in that text. Throws for MDX that is wrong. */
export interface MarkdownParser {
  readonly name: "satteri" | "remark" | "remark-mdx";
  /** Longest text that it reads in a time that people wait, in UTF-16 units. */
  readonly longest: number;
  parse(text: string): Root;
}

/** The parser for documents that are not MDX, loaded when the first document needs it. */
export function loadMarkdownParser(choice: ParserChoice = "auto"): Promise<MarkdownParser> {
  return choice === "remark" ? (remark ??= loadRemark()) : (native ??= loadNative());
}

/**
 * The parser for MDX that says what is wrong with it, which takes fifty times as long as satteri; loaded when the first
 * document needs it.
 */
export const loadMdxParser = (): Promise<MarkdownParser> => (mdx ??= loadMdx());

/**
 * Reads MDX by satteri: its tree, or that it is wrong. Undefined where satteri has no binding here, might take too long, or
 * does not look at all of the text.
 */
export async function readMdxNatively(text: string): Promise<Root | "wrong" | undefined> {
  if (!isTame(text)) return undefined;
  const satteri = await (binding ??= importSatteri());
  if (satteri === undefined) return undefined;
  try {
    const root = rootOf(satteri.mdxToMdast(text, { features }));
    return hasOnlyImports(root) ? fillComponents(trimModules(root)) : undefined;
  } catch {
    return "wrong";
  }
}

let binding: ReturnType<typeof importSatteri> | undefined;
const importSatteri = () => import("satteri").catch(() => undefined);
let native: Promise<MarkdownParser> | undefined;
let remark: Promise<MarkdownParser> | undefined;
let mdx: Promise<MarkdownParser> | undefined;

// The front matter is blanked before parsing, so that no parser has to know it.
const features = { frontmatter: false } as const;

async function loadNative(): Promise<MarkdownParser> {
  const satteri = await (binding ??= importSatteri());
  // No binding for this platform, or optional dependencies left out: the other parser gives the same tree.
  if (satteri === undefined) return (remark ??= loadRemark());
  const { markdownToMdast } = satteri;
  return { name: "satteri", longest: 50_000_000, parse: (text) => rootOf(markdownToMdast(text, { features })) };
}

async function loadRemark(): Promise<MarkdownParser> {
  const [{ unified }, parse, gfm] = await Promise.all([
    import("unified"),
    import("remark-parse"),
    import("remark-gfm"),
  ]);
  const processor = unified().use(parse.default).use(gfm.default).freeze();
  return { name: "remark", longest: 3_000_000, parse: (text) => fillPositions(rootOf(processor.parse(text)), text) };
}

async function loadMdx(): Promise<MarkdownParser> {
  const [{ unified }, parse, gfm, withMdx] = await Promise.all([
    import("unified"),
    import("remark-parse"),
    import("remark-gfm"),
    import("remark-mdx"),
  ]);
  const processor = unified().use(parse.default).use(gfm.default).use(withMdx.default).freeze();
  return {
    name: "remark-mdx",
    longest: 3_000_000,
    parse: (text) => fillComponents(unravel(fillPositions(rootOf(processor.parse(text)), text))),
  };
}

function rootOf(node: Nodes): Root {
  if (node.type !== "root") throw new TypeError(`a Markdown parser gave a ${node.type}`);
  return node;
}
