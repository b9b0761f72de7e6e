import { describe, expect, test } from "vitest";
import { isTame } from "#sources/tame-mdx";

describe("texts for which satteri takes exponential time or all of the stack are kept from it", () => {
  const many = (text: string, before = "") => before + text.repeat(40);
  test.each([
    many("{x<a>}}"),
    many("}{x<a>}"),
    many("<a>{"),
    many("<a b={"),
    many("<a>}{"),
    many('{"}"<a>'),
    many("{`}`<a>"),
    many("{/*}*/<a>"),
    many("{//}\n<a>"),
    many("{<a>\n\n"),
    many("{x<a>}}", "```\n> ```\n```\n"),
    many("{x<a>}}", "- a\n\n  ```\nb\n"),
    many("{x<a>}}", "<b c='\n```\n'>"),
    many("{x<a>}}", "import a from 'b'\n```\n\n"),
    many("{x<a>}}", "export const a = `\n\n```\n"),
    many("` {x<a>}} `\n", "\\`"),
    many("` {x<a>}} `\n", "`\n"),
    many('<b c=" ` {x<a>}} ` " />'),
    `{${"(".repeat(501)}`,
    `{${"!".repeat(501)}a}`,
    "{a}".repeat(2001),
    "<?".repeat(4001),
    "<p>\n\n".repeat(4001),
    "a".repeat(3_000_001),
  ])("text %#", (text) => {
    expect(isTame(text)).toBe(false);
  });
});

describe("what people write is no such text", () => {
  test.each([
    'import A from "b";\n\n<A c="d" e={1}>\n\nText {f} and `{` and `<g>` and \\{.\n\n</A>\n',
    "Text\n\n```jsx\n{a.map(() => <b>{c}</b>)}\n{d.map(() => <e>{f}</e>)}\n{g.map(() => <h>{i}</h>)}\n```\n",
    `- a\n\n  \`\`\`jsx\n${"  {a && <b>{c}</b>}\n".repeat(20)}  \`\`\`\n\n- d\n`,
    '<Tabs values={[{ label: "a", value: "b" }]}>\n\nText\n\n</Tabs>\n',
    "{/* a comment */}\n\nDon't {a} won't {b}\n",
    `${"Text {a} <b>c</b>.\n\n".repeat(500)}`,
  ])("text %#", (text) => {
    expect(isTame(text)).toBe(true);
  });
});
