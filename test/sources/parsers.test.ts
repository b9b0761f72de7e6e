import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import type { Nodes, Root } from "mdast";
import { describe, expect, test } from "vitest";
import { loadMarkdownParser, loadMdxParser, readMdxNatively } from "#sources/markdown-parsers";
import { openMarkdown } from "#sources/markdown-view";

const corpora = fileURLToPath(new URL("../../../shared/corpora", import.meta.url));
const fixtures = fileURLToPath(new URL("../../fixtures/sources/markdown", import.meta.url));

/** Without this variable every tenth document of the corpora is compared: remark takes half a minute for all. */
const comparesAll = process.env["STANDFIRST_ALL_DOCUMENTS"] !== undefined;

const markdownBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .map((name) => `${folder}/${name}`)
        .filter((path) => /\.mdx?$/.test(path) && statSync(path).isFile())
        .toSorted()
    : [];

const documentOf = (path: string, text = readFileSync(path, "utf8")) => ({
  path,
  text: text.replace(/^\ufeff/, ""),
  bom: false,
});

/** Places in which the parsers may differ, each with its reason. Nothing else may. */
const differences: readonly {
  readonly why: string;
  readonly holds: (node: Nodes, parent: Nodes | undefined) => boolean;
}[] = [
  {
    why: "remark takes `[x] ` off the paragraph of a task only where text follows it, and not before other markup",
    holds: (node, parent) => node.type === "paragraph" && parent?.type === "listItem" && parent.checked !== null,
  },
  {
    why: "remark ends a list in a quote after the `> ` of the next line, where a paragraph or another list follows it",
    holds: (node, parent) => node.type === "list" && parent?.type === "blockquote",
  },
];

/** One line for each node that is not the same in both trees: type, values, and places but where they may differ. */
function differencesOf(a: Nodes | undefined, b: Nodes | undefined, parent?: Nodes): string[] {
  if (a === undefined || b === undefined) return [`${a?.type ?? "nothing"} against ${b?.type ?? "nothing"}`];
  const mayDiffer = differences.some(({ holds }) => holds(a, parent));
  const [one, other] = [signature(a, mayDiffer), signature(b, mayDiffer)];
  if (one !== other) return [`${one} against ${other}`];
  const children: readonly Nodes[] = "children" in a ? a.children : [];
  const others: readonly Nodes[] = "children" in b ? b.children : [];
  if (children.length !== others.length) return [`${one}: ${children.length} children against ${others.length}`];
  return children.flatMap((child, index) => differencesOf(child, others[index], a));
}

function signature(node: Nodes, withoutPlace: boolean): string {
  const own = Object.entries(node).filter(
    ([key, value]) =>
      key !== "children" && value !== null && value !== undefined && !(key === "position" && withoutPlace),
  );
  const { start, end } = node.position ?? {};
  const place = withoutPlace ? [] : [start?.offset, start?.line, start?.column, end?.offset, end?.line, end?.column];
  // Only remark-mdx parses the code of expressions, and has the result beside them.
  const isMdx = node.type.startsWith("mdx");
  const withoutCode = (key: string, value: unknown) => (isMdx && /^(?:data|position)$/.test(key) ? undefined : value);
  const values = own.filter(([key]) => key !== "position" && !(isMdx && key === "data"));
  return JSON.stringify([values.toSorted(), place], withoutCode);
}

async function compare(path: string, text?: string): Promise<string[]> {
  const document = documentOf(path, text);
  const [native, remark] = await Promise.all([openMarkdown(document), openMarkdown(document, { parser: "remark" })]);
  return differencesOf(native.tree(), remark.tree()).map((difference) => `${path}: ${difference}`);
}

test("satteri runs here, or else there is nothing to compare", async () => {
  const names = await Promise.all([loadMarkdownParser(), loadMarkdownParser("remark"), loadMdxParser()]);
  expect(names.map(({ name }) => name)).toEqual(["satteri", "remark", "remark-mdx"]);
  expect(await readMdxNatively("<Note>Rye</Note>\n")).toBeTypeOf("object");
});

describe("both parsers give the same tree", () => {
  test("over the fixtures", async () => {
    const files = markdownBelow(fixtures);
    expect(files.length).toBeGreaterThan(5);
    expect((await Promise.all(files.map((file) => compare(file)))).flat()).toEqual([]);
  });

  test.skipIf(!existsSync(corpora))(
    "over the corpora",
    async () => {
      const files = markdownBelow(corpora).filter((_file, index) => comparesAll || index % 10 === 0);
      const found: string[] = [];
      for (const file of files) found.push(...(await compare(file)));
      expect(found).toEqual([]);
    },
    300_000,
  );

  test("wherever line ends and wide characters stand", async () => {
    const word = fc.constantFrom(
      "a",
      "é",
      "😀",
      "日本",
      "👩‍🚀",
      "*b*",
      "**c**",
      "`d`",
      "[e](/é)",
      "![f](g.png)",
      "www.example.org",
      "h@example.org",
      "&amp;",
      "\\*",
      "~~i~~",
    );
    const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
    const prefix = fc.constantFrom("", "# ", "- ", "1. ", "> ", "## ");
    const block = fc.tuple(prefix, line).map(([mark, text]) => mark + text);
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 6 }), fc.constantFrom("\n", "\r\n"), async (blocks, lineEnd) => {
        expect(await compare("x.md", blocks.join(lineEnd + lineEnd) + lineEnd)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("both parsers of MDX give the same tree", () => {
  const inline = [
    "a",
    "é",
    "😀",
    "*b*",
    "`{c`",
    "[e](/é)",
    "{1 + 1}",
    "{/* f */}",
    "<G />",
    "<h>i **j** {k}</h>",
    "\\{",
  ];
  const blocks = [
    'import L from "m";',
    'import L from "m";\nimport { n } from "o";',
    'import L from "m"; import * as n from "o"; import "p";',
    "<P>\n  q *r*\n\n  - s\n</P>",
    '<P t="u" v={1} {...w}>\n\n## x\n\n</P>',
    "{\n  y\n}",
    "```jsx\n{z.map(() => <A>{`</A>`}</A>)}\n```",
    "<A>b</A> <C />\n<D>e</D>",
    "<A><B>c</B> *d* </A>",
    "- <A>b</A>\n- c\n\n  <D />",
    "> <A>b</A>\n> {c}",
  ];

  test.each(blocks)("%j", async (block) => {
    expect(await readMdxNatively(`${block}\n`)).toBeTypeOf("object");
    expect(await compare("x.mdx", `${block}\n`)).toEqual([]);
  });

  test("in all orders, at both line ends", async () => {
    const line = fc
      .tuple(
        fc.constantFrom("", "# ", "- ", "> "),
        fc.array(fc.constantFrom(...inline), { minLength: 1, maxLength: 5 }),
      )
      .map(([mark, words]) => mark + words.join(" "));
    const block = fc.oneof(line, fc.constantFrom(...blocks));
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 5 }), fc.constantFrom("\n", "\r\n"), async (parts, lineEnd) => {
        const text = `${parts.join("\n\n")}\n`.replaceAll("\n", lineEnd);
        expect(await compare("x.mdx", text)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test("what is wrong is wrong to both, and code that satteri does not look at is looked at", async () => {
    for (const text of ["<A>\n\nb\n", "a {b c} d\n", "export const a = ;\n", "import a from\n"]) {
      expect(await readMdxNatively(text)).not.toBeTypeOf("object");
      const [failure, other] = await Promise.all(
        ([undefined, "remark"] as const).map(async (parser) =>
          (await openMarkdown(documentOf("x.mdx", text), { parser })).failure(),
        ),
      );
      expect(failure).toMatchObject({ kind: "mdx" });
      expect(failure).toEqual(other);
    }
  });
});

/** Texts of a tree that stand in the source as they read. */
function textsOf(tree: Root): { value: string; start: number; end: number }[] {
  const texts: { value: string; start: number; end: number }[] = [];
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ("children" in node) open.push(...node.children);
    const { start, end } = node.position ?? {};
    if (node.type === "text") texts.push({ value: node.value, start: start?.offset ?? -1, end: end?.offset ?? -1 });
  }
  return texts;
}

describe.each(["auto", "remark"] as const)(
  "offsets of the parser %s are UTF-16 offsets in the document's text",
  (parser) => {
    test.each([
      ["astral characters", "# 😀😀\n\nA 👩‍🚀 and *an é* 日本語 [x😀](/y)\n"],
      ["CRLF", "# One\r\n\r\nTwo *three*\r\n\r\n- four\r\n"],
      ["front matter", '---\ntitle: "😀"\n---\n\n# One\n\nTwo *three*\n'],
      ["a byte order mark within the text", "\ufeff# One\n\nTwo *three*\n"],
      ["shortcodes", '{{< figure src="😀" >}}\n\nOne {{< badge >}}\n'],
      ["literal links", "See www.example.org or a@example.org or https://example.org/é now.\n"],
    ])("with %s", async (_what, text) => {
      const view = await openMarkdown({ path: "x.md", text, bom: false }, { parser });
      const texts = textsOf(view.tree());
      expect(texts.length).toBeGreaterThan(0);
      for (const { value, start, end } of texts) expect(view.masked.slice(start, end)).toBe(value);
    });
  },
);
