import { describe, expect, test } from "vitest";
import { blocks, blocksOf } from "#facts/markdown-blocks";
import { headings, headingsOf } from "#facts/markdown-headings";
import { links, linksOf, type Link } from "#facts/markdown-links";
import { paragraphsOf } from "#facts/markdown-paragraphs";
import { prose, proseOf } from "#facts/markdown-prose";
import { wordCounts } from "#facts/markdown-word-counts";
import { spanWithin } from "#model/field";
import type { Entry } from "#model/entry";
import type { Fact } from "#rule-kit/define-fact";
import { openMarkdown } from "#sources/markdown-view";

const entry: Entry = { edition: "source", path: "a.md", ordinal: 0, span: { start: 0, end: 0 } };

/** The value of a fact after a round trip through JSON, as the cache makes it. */
async function valueOf<T>(fact: Fact<T>, text: string, path = "a.md"): Promise<T> {
  const view = await openMarkdown({ path, text, bom: false });
  return JSON.parse(JSON.stringify(fact.from.markdown?.(view, entry))) as T;
}

test.each([headings, links, blocks, prose, wordCounts])("a document that is no Markdown has no $id", ({ from }) => {
  expect(from.entry?.(entry)).toBeNull();
});

describe("headings", () => {
  const text =
    "# One & `two`\n\n## Set *up*\n\nSet up\n------\n\n## Own {#own-id}\n\n### 日本 [x](/y)\n\n```\n# no\n```\n";

  test("have depth, text and span", async () => {
    const found = headingsOf(await valueOf(headings, text), "github");
    expect(found.map(({ depth, text: words }) => [depth, words])).toEqual([
      [1, "One & two"],
      [2, "Set up"],
      [2, "Set up"],
      [2, "Own"],
      [3, "日本 x"],
    ]);
    expect(found.map(({ span }) => text.slice(span.start, span.start + 6))).toEqual([
      "# One ",
      "## Set",
      "Set up",
      "## Own",
      "### 日本",
    ]);
  });

  test("have the anchors of GitHub, or those of Hugo", async () => {
    const rows = await valueOf(headings, text);
    const anchors = (style: "github" | "hugo") => headingsOf(rows, style).map(({ anchor }) => anchor);
    expect(anchors("github")).toEqual(["one--two", "set-up", "set-up-1", "own-id", "日本-x"]);
    expect(anchors("hugo")).toEqual(["one--two", "set-up", "set-up-1", "own-id", "日本-x"]);
  });

  test("a heading of signs alone has an anchor in Hugo only", async () => {
    const rows = await valueOf(headings, "# ?!\n");
    expect(headingsOf(rows, "github")).toMatchObject([{ anchor: "" }]);
    expect(headingsOf(rows, "hugo")).toMatchObject([{ anchor: "heading" }]);
  });

  test("a shortcode in a heading is no part of its text", async () => {
    expect(headingsOf(await valueOf(headings, '## New {{< badge "x" >}}\n'), "hugo")).toMatchObject([
      { text: "New", anchor: "new" },
    ]);
  });
});

const foundIn = async (text: string, path?: string) => linksOf(await valueOf(links, text, path));
const at = (text: string, { span }: Link) => text.slice(span.start, span.end);

describe("links and pictures", () => {
  test.each([
    ["inline", "[a *b*](/c/ 'T')", { kind: "link", form: "inline", target: "/c/", text: "a b", title: "T" }, "/c/"],
    ["in angle brackets", "[a](</c d>)", { target: "/c d" }, "/c d"],
    ["with brackets in the target", "[a](/c_(d)_e)", { target: "/c_(d)_e" }, "/c_(d)_e"],
    ["with an entity in the target", "[a](/c?d&amp;e)", { target: "/c?d&e" }, "/c?d&amp;e"],
    ["with nothing", "[]()", { target: "", text: "" }, ""],
    ["a picture", "![a [b] \\]](/c.png)", { kind: "image" }, "/c.png"],
    ["a reference", "[a][b]\n\n[b]: /c 'T'", { form: "reference", target: "/c", text: "a", title: "T" }, "/c"],
    ["an autolink", "<https://a.org/b>", { form: "bare", target: "https://a.org/b" }, "https://a.org/b"],
    ["a literal link", "See www.a.org.", { form: "literal", target: "http://www.a.org" }, "www.a.org"],
    ["of HTML in a line", 'x <a class="b" href="/c">d *e*</a> f', { form: "html", target: "/c", text: "d e" }, "/c"],
    [
      "of HTML in a block",
      "<div>\n<img src='/c.png' alt=\"A  b\">\n</div>",
      { kind: "image", form: "html", text: "A b" },
      "/c.png",
    ],
    ["in a quote", '> <a\n> href="/c">d</a>', { form: "html", target: "/c" }, "/c"],
    [
      "to a shortcode",
      '[a]({{< ref "b.md" >}})',
      { isShortcode: true, target: '{{< ref "b.md" >}}' },
      '{{< ref "b.md" >}}',
    ],
  ])("%s", async (_what, text, expected, target) => {
    const [link] = await foundIn(text);
    if (link === undefined) throw new Error("no link");
    expect(link).toMatchObject(expected);
    expect(at(text, link)).toBe(target);
  });

  test("an image without an alt attribute is told from one with an empty one", async () => {
    expect(
      (await foundIn('<img src="a.png">\n<img src="b.png" alt="">\n\n![](c.png)\n')).map(({ text }) => text),
    ).toEqual([null, "", ""]);
  });

  test.each([
    ["in code", "`[a](b)`\n\n    [a](b)\n"],
    ["in a comment", "<!-- <a href='/x'>x</a> -->\n"],
    ["without a definition", "[a][b]\n"],
  ])("%s are none", async (_what, text) => {
    expect(await foundIn(text)).toEqual([]);
  });

  test("of MDX components a and img", async () => {
    expect(await foundIn('<p>\n  <a href="/x">x</a> <Foo href="/y" />\n</p>\n', "a.mdx")).toMatchObject([
      { form: "component", target: "/x" },
    ]);
  });
});

test("blocks have kinds and spans", async () => {
  const text =
    "---\ntitle: x\n---\n# One\n\nTwo\n\n- three\n\n```\nfour\n```\n\n| a |\n| - |\n\n> five\n\n<div>six</div>\n\n***\n";
  const found = blocksOf(await valueOf(blocks, text));
  expect(found.map(({ kind, span }) => [kind, text.slice(span.start, span.end).split("\n")[0]])).toEqual([
    ["heading", "# One"],
    ["paragraph", "Two"],
    ["list", "- three"],
    ["code", "```"],
    ["table", "| a |"],
    ["quote", "> five"],
    ["html", "<div>six</div>"],
    ["break", "***"],
  ]);
});

describe("prose", () => {
  const text = [
    "# No heading",
    "",
    "One `code span` here. Two **bold** words &amp; \\*stars\\*",
    "over lines! See https://example.org/a.b.c now.",
    "",
    "> A quote",
    "> over lines. And more.",
    "",
    "- An item {{< badge >}} ends.",
    "",
    "    no code.",
    "",
    "![no picture](a.png)",
    "",
  ].join("\n");

  test("is in sentences with their places and words, by paragraph", async () => {
    const found = proseOf(await valueOf(prose, text));
    expect(found.map(({ container }) => container)).toEqual(["body", "quote", "list", "list"]);
    const sentences = found.flatMap((paragraph) => paragraph.sentences);
    expect(sentences.map(({ span, words }) => [text.slice(span.start, span.end), words])).toEqual([
      ["One `code span` here.", 2],
      ["Two **bold** words &amp; \\*stars\\*\nover lines!", 6],
      ["See https://example.org/a.b.c now.", 2],
      ["A quote\n> over lines.", 4],
      ["And more.", 2],
      ["An item {{< badge >}} ends.", 3],
      ["no code.", 2],
    ]);
  });

  test.each(["&NotEqualTilde;", "&fjlig;", "&#x1F35E;", "&amp;amp;", "\\&amp;", "\\\\&amp;", "&none;"])(
    "sentences behind %s have their places",
    async (sign) => {
      const told = [`One ${sign} is here.`, "Two is there.", "A last one."];
      const source = `${told.slice(0, 2).join(" ")}\n\n${told[2]}\n`;
      const sentences = proseOf(await valueOf(prose, source)).flatMap((paragraph) => paragraph.sentences);
      expect(sentences.map(({ span }) => source.slice(span.start, span.end))).toEqual(told);
    },
  );

  test("every word of a paragraph has its place in the source", async () => {
    const view = await openMarkdown({ path: "a.md", text, bom: false });
    for (const { field } of paragraphsOf(view)) {
      for (const match of field.value.matchAll(/[a-z]+/gi)) {
        const span = spanWithin(field, match.index, match.index + match[0].length);
        expect(text.slice(span.start, span.end)).toBe(match[0]);
      }
    }
  });
});

test("words are counted with and without code", async () => {
  const text =
    "# Two words\n\nThree more words, un**bold**ed `one code`.\n\n```\na b c\n```\n\n| x | y |\n| - | - |\n\n![a](b)\n\n<img src=x>\n\n日本語\n";
  expect(await valueOf(wordCounts, text)).toEqual({
    words: 9,
    inlineCodeWords: 2,
    codeWords: 3,
    cjk: 3,
    codeBlocks: 1,
    images: 2,
    tables: 1,
    headings: 1,
  });
});

test("deep emphasis and broken HTML are read without a crash", async () => {
  const text = `${"*".repeat(20_000)}a${"*".repeat(20_000)}\n\n${"<a href='".repeat(2000)}\n\n<!-- ${"<img ".repeat(2000)}`;
  for (const fact of [headings, links, blocks, prose, wordCounts])
    expect(await valueOf<unknown>(fact, text)).toBeDefined();
});
