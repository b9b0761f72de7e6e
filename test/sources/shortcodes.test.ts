import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filler, maskShortcodes } from "#sources/shortcodes";

const shown = (text: string) =>
  maskShortcodes(text)
    .text.replace(new RegExp(`${filler}+`, "g"), "@")
    .replace(/ {2,}/g, "_");
const names = (text: string) => maskShortcodes(text).shortcodes.map(({ name }) => name);

describe("what is taken out, and what stays", () => {
  test.each([
    ["Hugo's first form, on a line", 'a\n\n{{< figure src="x.png" >}}\n\nb', "a\n\n_\n\nb"],
    ["Hugo's second form around a text", "{{% note %}}\nRead **this**.\n{{% /note %}}\n", "_\nRead **this**.\n_\n"],
    ["a tag in a line of text", 'See {{< ref "a.md" >}} for more.', "See @ for more."],
    ["a tag as target of a link", '[text]({{< ref "a.md" >}})', "[text](@)"],
    ["tags at both ends of a line do not make it code", "{{< b >}}Text{{< /b >}}", "@Text@"],
    ["two tags that share a line", "{{< a >}} {{< b >}}\n", "_\n"],
    ["a closing sign in quotes", 'x {{< a t="b >}} c" >}} y', "x @ y"],
    ["a raw parameter over lines", "x {{< a `b\n>}} c` >}} y", "x @\n@ y"],
    ["a comment of Hugo", "a {{/* not shown */}} b", "a @ b"],
    ["an inline shortcode, which holds code", "{{< now.inline >}}{{ now }}{{< /now.inline >}} is", "@ is"],
    [
      "a block, beside a tag of the same folder",
      "{{< b/cover >}}\n{{< b/down >}}\nText\n{{< /b/cover >}}\n",
      "_\n_\nText\n_\n",
    ],
    ["highlighted code", "{{< highlight go >}}\nx := 1\n{{< /highlight >}}\n", "_\n_\n_\n"],
    ["tags of Liquid", "{% if x %}\nYes, {{ site.name }}.\n{% endif %}\n", "_\nYes, @.\n_\n"],
    ["a comment of Liquid", "a {% comment %}not{% endcomment %} b", "a @ b"],
    ["an admonition", ":::tip Title\n\nText\n\n:::\n", "_\n\nText\n\n_\n"],
    ["a leaf directive", "::video[Title]{#id}\n", "_\n"],
  ])("%s", (_what, text, expected) => {
    expect(shown(text)).toBe(expected);
    expect(maskShortcodes(text).text).toHaveLength(text.length);
  });

  test.each([
    ["Hugo's escaped forms", "Write {{</* figure */>}} or {{%/* note */%}}."],
    ["one escape over two tags", "Write {{</* rye >}}Salt{{< /rye */>}} for salt."],
    ["a fence", "```\n{{< figure >}}\n:::note\n```\n"],
    ["a fence in a list", "- a\n\n  ~~~ text\n  {% if %}\n  ~~~\n"],
    ["a code span", "Use `{{< ref >}}` or ``{% `if` %}``."],
    ["a tag without an end", "a {{< figure b\n\n{% if"],
    ["braces", "a {b} {{c\n}} d"],
    ["colons", "a ::: b\n::not a directive\n"],
  ])("%s stay as text", (_what, text) => {
    expect(maskShortcodes(text)).toEqual({ text, shortcodes: [] });
  });

  test("what is before the body becomes blanks, line by line", () => {
    expect(maskShortcodes("---\na: {{< x >}}\r\n---\nText", 22).text).toBe("   \n            \r\n   \nText");
  });

  test("an unknown tag stays when its syntax is not asked for", () => {
    const text = "{{ x }} {{< y >}}";
    expect(maskShortcodes(text, 0, ["hugo"]).shortcodes.map(({ name }) => name)).toEqual(["y"]);
    expect(maskShortcodes(text, 0, ["directive"]).text).toBe(text);
  });
});

describe("what was found", () => {
  test("a pair has the span of both tags, and the span between them", () => {
    const text = "a {{< note >}}inner{{< /note >}} b";
    const [note] = maskShortcodes(text).shortcodes;
    expect(note).toEqual({
      syntax: "hugo",
      name: "note",
      span: { start: 2, end: 32 },
      inner: { start: 14, end: 19 },
      closed: true,
    });
  });

  test("pairs nest, and a tag that is never closed does not end the pair around it", () => {
    const text = "{{< tabs >}}{{< tab >}}x{{< icon >}}{{< /tab >}}{{< /tabs >}}";
    expect(maskShortcodes(text).shortcodes.map(({ name, closed }) => [name, closed])).toEqual([
      ["tabs", true],
      ["tab", true],
      ["icon", false],
    ]);
  });

  test("one that closes itself is closed, and a closing tag without an opening one is a stray", () => {
    const [image, note] = maskShortcodes("{{< image />}} {{< /note >}}").shortcodes;
    expect(image).toMatchObject({ name: "image", closed: true });
    expect(note).toMatchObject({ name: "note", closed: false, stray: true });
  });

  test("a tag that lacks its end does not swallow the next one", () => {
    expect(names("a {{< figure b\n\n{{< note >}} c")).toEqual(["note"]);
  });

  test("beside raw and endraw of Liquid a fence is one", () => {
    const text = "{% raw %}```html\n{{ x }}\n```{% endraw %}\n\n{% raw %}\n```\n{{ y }}\n```{% endraw %}\n";
    expect(
      maskShortcodes(text)
        .text.split("\n")
        .map((line) => line.trimEnd()),
    ).toEqual(["```         html", "{{ x }}", "```", "", "", "```", "{{ y }}", "```", ""]);
    expect(maskShortcodes(text).text).toHaveLength(text.length);
  });

  test("between raw and endraw of Liquid nothing is a tag", () => {
    expect(names("{% raw %}{{ x }} {% if %}{% endraw %}{{ y }}")).toEqual(["raw", ""]);
  });

  test("containers of directives nest by their lines", () => {
    const found = maskShortcodes("::::note\n:::tip\nx\n:::\n::::\n").shortcodes;
    expect(found.map(({ name, closed }) => [name, closed])).toEqual([
      ["note", true],
      ["tip", true],
    ]);
  });
});

test("any text keeps its length, its line ends and all that is no tag", () => {
  const pieces = fc.constantFrom(
    "{{<",
    ">}}",
    "{{%",
    "%}}",
    "{%",
    "%}",
    "{{",
    "}}",
    "/*",
    "*/",
    '"',
    "`",
    "```",
    "\n",
    "\r\n",
    ":::",
    " ",
    "a",
    "/",
    "~~~",
    "é",
    "\\",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      const masked = maskShortcodes(text).text;
      expect(masked).toHaveLength(text.length);
      expect(masked.replace(/[^\r\n]/g, "")).toBe(text.replace(/[^\r\n]/g, ""));
      const changed = Array.from(masked, (sign, index) => (sign === text[index] ? "" : sign));
      expect(changed.join("").replaceAll(filler, "").trim()).toBe("");
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["opening tags", "{{< "],
  ["quotes", '{{< "'],
  ["tags of Liquid", "{% "],
  ["outputs", "{{ "],
  ["closing tags", "{{< /a >}}"],
  ["pairs", "{{< a >}}{{< b >}}{{< /a >}}"],
  ["colons", ":::\n"],
  ["backticks", "{{< x >}}`a``b"],
  ["list marks", "{{< x >}}- - - -"],
])("2 MB of %s are read", (_what, part) => {
  const text = part.repeat(2_000_000 / part.length);
  expect(maskShortcodes(text).text).toHaveLength(text.length);
});
