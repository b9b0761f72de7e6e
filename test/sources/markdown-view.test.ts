import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openMarkdown } from "#sources/markdown-view";

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/sources/markdown/bodies/${name}`, import.meta.url), "utf8");

const open = (text: string, path = "post.md", parser?: "remark") =>
  openMarkdown({ path, text, bom: false }, { parser });

const typesOf = async (text: string, path?: string) => (await open(text, path)).tree().children.map(({ type }) => type);

test("the tree is made once", async () => {
  const view = await open("# One\n");
  expect(view.tree()).toBe(view.tree());
});

test("the body is known without a tree", async () => {
  const view = await open("---\ntitle: x\n---\nBody {{< x >}}\n");
  expect(view).toMatchObject({ bodyStart: 17, isMdx: false, frontMatter: { format: "yaml" } });
  expect(view.shortcodes.map(({ name }) => name)).toEqual(["x"]);
});

test.each([
  ["an empty file", ""],
  ["only front matter", "---\ntitle: x\n---"],
  ["only a shortcode", "{{< toc >}}"],
])("%s has no children", async (_what, text) => {
  expect(await typesOf(text)).toEqual([]);
});

test("a body whose front matter is broken is read", async () => {
  expect(await typesOf("---\ntitle: [\n---\n# Heading\n")).toEqual(["heading"]);
  expect(await typesOf("---\ntitle: x\n\n# Heading\n")).toEqual(["heading"]);
});

test("shortcodes leave their inner text, as Markdown", async () => {
  expect(await typesOf(fixture("shortcodes.md"))).toEqual(["paragraph", "paragraph", "paragraph", "paragraph"]);
});

describe("MDX", () => {
  test("components, expressions and imports are nodes of their own", async () => {
    const view = await open(fixture("component.mdx"), "x.mdx");
    expect(view.failure()).toBeUndefined();
    expect(view.tree().children.map(({ type }) => type)).toEqual([
      "mdxjsEsm",
      "heading",
      "mdxJsxFlowElement",
      "paragraph",
      "mdxFlowExpression",
    ]);
  });

  test("what is wrong is a failure at its place, and the body is read as Markdown", async () => {
    const text = "# One\n\n<Note>\n\nText {a b} here.\n";
    const view = await open(text, "x.mdx");
    expect(view.failure()).toMatchObject({ kind: "mdx", expected: "valid MDX" });
    expect(text.slice(view.failure()?.span.start)).toBe(" b} here.\n");
    expect(view.tree().children.length).toBeGreaterThan(1);
  });

  test("a tag that nothing closes is named where it opens, with the line of the file", async () => {
    const text = '---\ntitle: "x"\n---\n\nOne.\n\n- two <b>three\n';
    const failure = (await open(text, "x.mdx")).failure();
    expect(text.slice(failure?.span.start)).toBe("<b>three\n");
    expect(failure?.found).toBe("expected a closing tag for `<b>` (line 7) before the end of `paragraph`");
  });

  test("formulas, comments and ids of headings are left to plugins, and components beside them are read", async () => {
    const text = "## Heat {#heat}\n\n<!-- {a b} -->\n\n<Note>\n\n$$\nt_{a b}\n$$\n\nRises with $t_{a b}$.\n\n</Note>\n";
    const view = await open(text, "x.mdx");
    expect(view.failure()).toBeUndefined();
    expect(view.tree().children.map(({ type }) => type)).toEqual(["heading", "mdxJsxFlowElement"]);
  });

  test.each([["$".repeat(200_001)], ["<!-".repeat(60_000)], ["<!--".repeat(50_000)], ["{#".repeat(90_000)]])(
    "signs of such plugins without an end are read in linear time: %.4s",
    async (text) => {
      expect((await open(`{a b}\n\n${text}`, "x.mdx")).failure()).toMatchObject({ kind: "mdx" });
    },
  );
});

describe.each(["auto", "remark"] as const)(
  "hostile input ends in a failure or in a tree, by the parser %s",
  (parser) => {
    const parse = async (text: string) => {
      const view = await openMarkdown({ path: "x.md", text, bom: false }, { parser });
      return { tree: view.tree(), failure: view.failure() };
    };

    test.each([
      ["1,000 quotes", `${"> ".repeat(1000)}x`],
      ["1,000 quotes without blanks", `${">".repeat(1000)}x`],
      ["1,000 lists in a line", `${"- ".repeat(1000)}x`],
      ["1,000 nested lists", Array.from({ length: 1000 }, (_, i) => `${" ".repeat(2 * i)}- x`).join("\n")],
      ["1,000 brackets", `${"[".repeat(1000)}x${"]".repeat(1000)}`],
    ])("%s", async (_what, text) => {
      expect(await parse(text)).toMatchObject({ tree: { children: [] }, failure: { kind: "limit" } });
    });

    test.each([
      ["a long rule", "-".repeat(2000)],
      ["a wide table", `${"|a".repeat(600)}|\n${"|-".repeat(600)}|\n`],
      ["far indented code", `\`\`\`\n${" ".repeat(3000)}x\n\`\`\`\n`],
      ["many brackets that close", "[a] ".repeat(1000)],
      ["many brackets in paragraphs of their own", "[a\n\n".repeat(1000)],
    ])("%s is read", async (_what, text) => {
      const { tree, failure } = await parse(text);
      expect(failure).toBeUndefined();
      expect(tree.children.length).toBeGreaterThan(0);
    });
  },
);

test("10 MB are read by satteri, and are a failure for remark", async () => {
  const text = `# One\n\n${"words and more words ".repeat(500)}\n\n`.repeat(1000);
  expect((await open(text)).failure()).toBeUndefined();
  expect((await open(text, "x.md", "remark")).failure()).toMatchObject({ kind: "limit" });
});
