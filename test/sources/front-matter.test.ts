import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { parse as parseToml } from "smol-toml";
import { describe, expect, test } from "vitest";
import { parse as parseYaml, stringify } from "yaml";
import { spanWithin, type Field } from "#model/field";
import { pairAt, plainValue, type FrontMatter, type FrontMatterValue } from "#model/front-matter";
import { readFrontMatter } from "#sources/front-matter";

const corpora = fileURLToPath(new URL("../../../shared/corpora", import.meta.url));
const fixtures = fileURLToPath(new URL("../../fixtures/sources/markdown/front-matter", import.meta.url));

const markdownBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .map((name) => `${folder}/${name}`)
        .filter((path) => /\.(?:md|mdx|markdown)$/.test(path) && statSync(path).isFile())
    : [];

const textOf = (file: string) => readFileSync(file, "utf8").replace(/^\ufeff/, "");

/** Every text of front matter, keys included. */
function textsIn(value: FrontMatterValue): Field[] {
  if (value.kind === "text") return [value];
  if (value.kind === "list") return value.items.flatMap(textsIn);
  return value.kind === "map" ? value.pairs.flatMap(({ key, value: inner }) => [key, ...textsIn(inner)]) : [];
}

const at = async (text: string, path: string) => {
  const { root } = await readFrontMatter(text);
  const value = pairAt(root, path)?.value;
  if (value === undefined) throw new Error(`nothing at ${path}`);
  return value;
};

const slice = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

/** Texts whose map says that source and value agree where they do not. */
const untrueMaps = (text: string, { root }: FrontMatter): Field[] =>
  textsIn(root).filter((field) => !isTrue(text, field));

function isTrue(text: string, { value, span, map }: Field): boolean {
  if (map === undefined) return slice(text, span) === value;
  for (let i = 0; i < map.length; i += 3) {
    const [from = 0, start = 0, length = 0, next = value.length] = map.slice(i, i + 4);
    if (start < span.start || start + length > span.end) return false;
    const part = value.slice(from, next);
    if (part.length === length && !/\s/.test(part) && text.slice(start, start + length) !== part) return false;
  }
  return true;
}

const yamlOf = (text: string, { inner }: FrontMatter): unknown =>
  parseYaml(slice(text, inner), { merge: true, uniqueKeys: false, logLevel: "silent" });

const plainOf = (text: string, read: FrontMatter): unknown => {
  if (read.format === "yaml") return yamlOf(text, read) ?? {};
  return read.format === "json"
    ? JSON.parse(slice(text, read.inner))
    : withoutDates(parseToml(slice(text, read.inner)));
};
const withoutDates = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, inner: unknown) =>
    typeof inner === "string" && /^\d{4}-\d\d-\d\dT/.test(inner) ? inner.replace(/\.000(?=Z)/, "") : inner,
  );

describe("YAML", () => {
  const text = [
    "---",
    'title: "Errors are values"',
    "description: Some 'notes' on Go.",
    "date: 2026-05-04T10:00:00+07:00",
    "draft: false",
    "weight: 12",
    "tags: [go, 'error handling']",
    "cover:",
    "  image: /images/cover.png",
    "  alt: 'It''s a gopher'",
    "authors:",
    "  - name: Ada",
    "  - name: Linus",
    "empty:",
    "---",
    "# Body",
    "",
  ].join("\n");

  test("every key and value has its place", async () => {
    const { format, root, bodyStart, span, inner, failures } = await readFrontMatter(text);
    expect(format).toBe("yaml");
    expect(failures).toEqual([]);
    expect(text.slice(bodyStart)).toBe("# Body\n");
    expect(slice(text, span)).toMatch(/^---\n[^]*\n---$/);
    expect(slice(text, inner)).toMatch(/^title[^]*empty:\n$/);
    for (const field of textsIn(root)) expect(field.value).toBe(slice(text, field.span).replace("''", "'"));
    expect(slice(text, pairAt(root, "cover.image")?.key.span ?? span)).toBe("image");
  });

  test("the span of a text lies inside of its quotes, and its outer span has them", async () => {
    const title = await at(text, "title");
    expect(title).toMatchObject({ kind: "text", style: "double", value: "Errors are values" });
    expect(slice(text, title.span)).toBe("Errors are values");
    expect(slice(text, (title as { outer: { start: number; end: number } }).outer)).toBe('"Errors are values"');
  });

  test("dates stay as they were written", async () => {
    expect(await at(text, "date")).toMatchObject({ kind: "text", value: "2026-05-04T10:00:00+07:00" });
  });

  test("numbers, booleans and nothing are told from text", async () => {
    expect(plainValue((await readFrontMatter(text)).root)).toMatchObject({ draft: false, weight: 12, empty: null });
    expect(await at(text, "draft")).toMatchObject({ kind: "scalar", raw: "false" });
  });

  test("an escape maps to the signs that stand for it", async () => {
    const source = '---\ntitle: "A \\"word\\" \\u00e9 \\U0001F600!"\n---\n';
    const title = (await at(source, "title")) as Field;
    expect(title.value).toBe('A "word" é 😀!');
    expect(slice(source, spanWithin(title, 2, 8))).toBe('\\"word\\"');
    expect(slice(source, spanWithin(title, 9, 10))).toBe("\\u00e9");
    expect(slice(source, spanWithin(title, 11, 13))).toBe("\\U0001F600");
    expect(slice(source, spanWithin(title, 13, 14))).toBe("!");
  });

  test.each([
    ["a folded block", "summary: >-\n  One line\n  and more.\n\n  Last.\n"],
    ["a literal block", "summary: |\n    One line\n    and more.\n\n     Last.\n"],
    ["a plain text over lines", "summary: One line\n  and more.\n\n  Last.\n"],
    ["quotes over lines", 'summary: "One line\n  and more.\n\n  Last."\n'],
    ["an escaped line end", 'summary: "One line \\\n  and more. \\\n  Last."\n'],
    ["CRLF", "summary: >-\r\n  One line\r\n  and more.\r\n\r\n  Last.\r\n"],
  ])("the words of %s have their places", async (_what, yaml) => {
    const source = `---\n${yaml}---\n`;
    const summary = (await at(source, "summary")) as Field;
    for (const word of ["One line", "and more.", "Last."]) {
      const from = summary.value.indexOf(word);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(slice(source, spanWithin(summary, from, from + word.length))).toBe(word);
    }
  });

  test("a key that is given twice is a failure at the second, and the last value counts", async () => {
    const source = "---\ntitle: One\ntitle: Two\n---\n";
    const { failures } = await readFrontMatter(source);
    expect(failures).toMatchObject([{ kind: "duplicate-key", span: { start: 15, end: 20 } }]);
    expect(await at(source, "title")).toMatchObject({ value: "Two" });
  });

  test("a broken one gives place and reason, what could be read, and the body", async () => {
    const source = "---\ntitle: Fine\nsummary: 'open\ndate: 2026-01-01\n---\nBody\n";
    const { failures, root, bodyStart } = await readFrontMatter(source);
    expect(failures[0]).toMatchObject({ kind: "front-matter", found: expect.stringMatching(/quote/) as string });
    const [start, end] = [source.indexOf("'open"), source.indexOf("'open") + 1];
    expect(failures[0]?.span).toEqual({ start, end });
    expect(pairAt(root, "title")?.value).toMatchObject({ value: "Fine" });
    expect(source.slice(bodyStart)).toBe("Body\n");
  });

  test.each([
    ["at the margin", 'summary: "One line\nand more.\n\nLast."\ndate: 2026-06-12\n'],
    ["with CRLF", "summary: 'One line\r\nand more.\r\n\r\nLast.'\r\ndate: 2026-06-12\r\n"],
    ["at its key", 'notes:\n  - title: Rye\n    by: "Ada \\"A.\\"\n  Bee"\nsummary: "One line\nand more.\n\nLast."\n'],
    ["beside a block with quotes", 'notes: |\n  by: "Ada\n  and Bee\nsummary: "One line\nand more.\n\nLast."\n'],
  ])("a line within quotes may stand %s, as the parsers of generators read it", async (_what, yaml) => {
    const source = `---\n${yaml}---\n`;
    const read = await readFrontMatter(source);
    expect(read.failures).toEqual([]);
    expect(untrueMaps(source, read)).toEqual([]);
    const summary = (await at(source, "summary")) as Field;
    expect(summary.value).toBe("One line and more.\nLast.");
    for (const word of ["One line", "and more.", "Last."]) {
      const from = summary.value.indexOf(word);
      expect(slice(source, spanWithin(summary, from, from + word.length))).toBe(word);
    }
    for (const { key } of read.root.pairs) expect(slice(source, key.span)).toBe(key.value);
  });

  test("a block beside such a line keeps its own text", async () => {
    const notes = await at('---\nnotes: |\n  by: "Ada\n  and Bee\nsummary: "One\ntwo"\n---\n', "notes");
    expect(notes).toMatchObject({ value: 'by: "Ada\nand Bee\n' });
  });

  test("aliases and merged maps are read where they are used", async () => {
    const source = "---\nbase: &b {author: Ada, lang: en}\npost:\n  <<: *b\n  lang: de\ncopy: *b\n---\n";
    const { root } = await readFrontMatter(source);
    expect(plainValue(root)).toMatchObject({ post: { author: "Ada", lang: "de" }, copy: { author: "Ada" } });
    expect(slice(source, pairAt(root, "copy.author")?.value.span ?? { start: 0, end: 0 })).toBe("*b");
  });
});

describe("TOML", () => {
  const text = [
    "+++",
    'title = "Errors \\"are\\" values" # a comment',
    "date = 2026-05-04T10:00:00+07:00",
    "draft = true",
    "weight = 1_000",
    "tags = [ 'go', # yes",
    '  "errors", ]',
    'author.name = "Ada"',
    'cover = { image = "/c.png", "al t" = "A gopher" }',
    'summary = """',
    "Two",
    'lines."""',
    "[params]",
    "note = 'x'",
    "[[resources]]",
    'src = "a.png"',
    "[[resources]]",
    'src = "b.png"',
    "[resources.params]",
    "n = 1",
    "+++",
    "Body",
  ].join("\n");

  test("every key and value has its place", async () => {
    const { format, root, bodyStart, failures } = await readFrontMatter(text);
    expect(format).toBe("toml");
    expect(failures).toEqual([]);
    expect(text.slice(bodyStart)).toBe("Body");
    expect(untrueMaps(text, await readFrontMatter(text))).toEqual([]);
    expect(plainValue(root)).toEqual({
      title: 'Errors "are" values',
      date: "2026-05-04T10:00:00+07:00",
      draft: true,
      weight: 1000,
      tags: ["go", "errors"],
      author: { name: "Ada" },
      cover: { image: "/c.png", "al t": "A gopher" },
      summary: "Two\nlines.",
      params: { note: "x" },
      resources: [{ src: "a.png" }, { src: "b.png", params: { n: 1 } }],
    });
    expect(slice(text, pairAt(root, "author.name")?.key.span ?? { start: 0, end: 0 })).toBe("name");
  });

  test("a broken one gives the parser's place and reason, and the body", async () => {
    const source = '+++\ntitle = "Fine"\ntags = [ "a"\ndraft = yes\n+++\nBody\n';
    const { failures, bodyStart } = await readFrontMatter(source);
    expect(failures).toMatchObject([{ kind: "front-matter", expected: "valid TOML" }]);
    expect(failures[0]?.span.start).toBeGreaterThan(source.indexOf("title"));
    expect(source.slice(bodyStart)).toBe("Body\n");
  });
});

describe("JSON", () => {
  test("every key and value has its place", async () => {
    const text = '{\n  "title": "A \\"b\\" }",\n  "tags": ["x", "y"],\n  "draft": false\n}\n\nBody {x}\n';
    const { format, root, bodyStart, failures } = await readFrontMatter(text);
    expect([format, failures]).toEqual(["json", []]);
    expect(plainValue(root)).toEqual({ title: 'A "b" }', tags: ["x", "y"], draft: false });
    expect(text.slice(bodyStart)).toBe("\nBody {x}\n");
    expect(slice(text, (await at(text, "tags")).span)).toBe('["x", "y"]');
  });

  test("a broken one gives the parser's place and reason, and the body", async () => {
    const text = '{\n  "title": "A"\n  "draft": false\n}\nBody\n';
    const { failures, bodyStart } = await readFrontMatter(text);
    expect(failures).toMatchObject([{ kind: "front-matter", found: "comma expected", expected: "valid JSON" }]);
    expect(text.slice(bodyStart)).toBe("Body\n");
  });
});

describe("where front matter is", () => {
  test.each([
    ["an empty file", ""],
    ["a thematic break at the start of a body", "---\n\nA text.\n\n---\n\nMore.\n"],
    ["a thematic break and a list", "---\n- one\n- two\n"],
    ["a shortcode", "{{< note >}}x{{< /note >}}"],
    ["a tag of Liquid", "{% include x.html %}"],
    ["an expression of MDX", "{props.title}\n"],
    ["fences that do not open the file", "Rye.\n---\ntitle: x\n---\n"],
    ["fences behind empty lines without an end", "\n---\ntitle: x\n"],
  ])("%s has none", async (_what, text) => {
    const { format, bodyStart, failures } = await readFrontMatter(text);
    expect([format, bodyStart, failures]).toEqual(["none", 0, []]);
  });

  test.each([
    ["only front matter", "---\ntitle: x\n---", "yaml", 17],
    ["only front matter, with a line end", "---\ntitle: x\n---\n", "yaml", 17],
    ["nothing between the fences", "---\n---\nx", "yaml", 8],
    ["a comment between the fences", "---\n# none\n---\nx", "yaml", 15],
    ["empty lines before it, which Hugo and Astro pass over", "\n \r\n---\ntitle: x\n---\nbody", "yaml", 21],
    ["more hyphens than three as closing fence", "---\ntitle: x\n-----\nbody", "yaml", 19],
    ["dots as closing fence", "---\ntitle: x\n...\nbody", "yaml", 17],
    ["CRLF", "---\r\ntitle: x\r\n---\r\nbody", "yaml", 20],
    ["blanks after a fence", "--- \ntitle: x\n--- \t\nbody", "yaml", 20],
    ["empty TOML", "+++\n+++\nbody", "toml", 8],
    ["an empty object", "{}\nbody", "json", 3],
  ])("%s", async (_what, text, format, bodyStart) => {
    const read = await readFrontMatter(text);
    expect(read).toMatchObject({ format, failures: [] });
    expect(read.bodyStart).toBe(Math.min(bodyStart, text.length));
  });

  test.each([
    ["YAML", "---\ntitle: x\n\nBody\n", "a closing line ---", "Body"],
    ["TOML", '+++\ntitle = "x"\n\nBody\n', "a closing line +++", "Body"],
    ["JSON", '{ "title": "x",\n\nBody\n', "a closing brace", "Body"],
  ])(
    "%s without an end is one failure, and the body starts after the first empty line",
    async (_f, text, expected, body) => {
      const { failures, bodyStart } = await readFrontMatter(text);
      expect(failures).toMatchObject([{ kind: "front-matter", found: "front matter without an end", expected }]);
      expect(text.slice(bodyStart).trim()).toBe(body);
    },
  );

  test("TOML between the fences of YAML is a failure", async () => {
    const { failures } = await readFrontMatter('---\ntitle = "x"\n---\nBody');
    expect(failures).toMatchObject([{ kind: "front-matter" }]);
  });
});

describe("hostile input ends in a failure", () => {
  const bomb = [
    "a0: &a0 [x,x,x,x,x,x,x,x,x,x]",
    ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(",")}]`),
  ].join("\n");

  test.each([
    ["1,000 levels of flow lists", `---\na: ${"[".repeat(1000)}${"]".repeat(1000)}\n---\n`],
    ["100,000 open brackets", `---\na: ${"[".repeat(100_000)}\n---\n`],
    ["1,000 levels of maps", `---\n${Array.from({ length: 1000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n")}\n---\n`],
    ["100,000 list marks", `---\na:\n ${"- ".repeat(100_000)}x\n---\n`],
    ["an alias bomb", `---\n${bomb}\n---\n`],
    ["1,000 levels of TOML lists", `+++\na = ${"[".repeat(1000)}${"]".repeat(1000)}\n+++\n`],
    ["1,000 levels of dotted keys", `+++\n${Array(1000).fill("a").join(".")} = 1\n+++\n`],
    ["1,000 levels of JSON", `{"a": ${"[".repeat(1000)}${"]".repeat(1000)}}\n`],
    ["10 MB of front matter", `---\n${"key: value\n".repeat(1_000_000)}---\n`],
  ])("%s", async (_what, text) => {
    const { failures } = await readFrontMatter(`${text}Body\n`);
    expect(failures.map(({ kind }) => kind)).toContain("limit");
  });

  test("an alias of itself, of nothing, and a key that is a list", async () => {
    const { failures, root } = await readFrontMatter("---\na: &a [*a]\nb: *c\n? [x]\n: y\nd: 1\n---\n");
    expect(failures.length).toBeGreaterThan(0);
    expect(pairAt(root, "d")?.value).toMatchObject({ value: 1 });
  });

  test("10 MB of body are not looked at", async () => {
    const text = `---\ntitle: x\n---\n${"word ".repeat(2_000_000)}`;
    expect(await readFrontMatter(text)).toMatchObject({ bodyStart: 17, failures: [] });
  });

  test("any text is read without a crash", async () => {
    const pieces = fc.constantFrom(
      "---\n",
      "+++\n",
      "...\n",
      "{",
      "}",
      "[",
      "]",
      ": ",
      "- ",
      "a",
      '"',
      "'",
      "\\",
      "\n",
      "  ",
      "&a ",
      "*a ",
      "|\n",
      ">-\n",
      "#",
      "=",
      ",",
      "\r\n",
      "😀",
      "? ",
      "!t ",
      "<<: ",
      "\t",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("---\n", "+++\n", '{"a": '),
        fc.array(pieces, { maxLength: 40 }),
        async (open, parts) => {
          const text = open + parts.join("");
          const read = await readFrontMatter(text);
          expect(read.bodyStart).toBeLessThanOrEqual(text.length);
          expect(untrueMaps(text, read)).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

test.each(['{"a": "\\"', '{"a": "\\\\"', '---\na: "\\"\n---\n', '---\na: "\\\\"\n---\n', "---\na: '\\'\n---\n"])(
  "a quote that may be escaped, at the end of a text: %j",
  async (text) => {
    expect(untrueMaps(text, await readFrontMatter(text))).toEqual([]);
  },
);

describe("values and places agree with the parsers", () => {
  test("on any data that yaml writes", async () => {
    const word = fc.stringMatching(/^[ -~é😀\n\t]{0,40}$/u);
    const data = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.oneof(word, fc.integer(), fc.boolean(), fc.array(word), fc.dictionary(word, word)),
      { minKeys: 1 },
    );
    const width = fc.constantFrom(0, 20, 80);
    await fc.assert(
      fc.asyncProperty(data, width, async (value, lineWidth) => {
        const text = `---\n${stringify(value, { lineWidth })}---\n`;
        const read = await readFrontMatter(text);
        expect(read.failures).toEqual([]);
        expect(plainValue(read.root)).toEqual(yamlOf(text, read));
        expect(untrueMaps(text, read)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("over the fixtures, and over the corpora where they are", async () => {
    const wrong: string[] = [];
    const compared = new Set<string>();
    for (const file of [...markdownBelow(fixtures), ...markdownBelow(corpora)]) {
      const text = textOf(file);
      const read = await readFrontMatter(text);
      if (untrueMaps(text, read).length > 0) wrong.push(`${file}: maps`);
      if (read.format === "none" || read.failures.length > 0) continue;
      compared.add(file);
      if (!isDeepStrictEqual(plainValue(read.root), plainOf(text, read))) wrong.push(`${file}: values`);
    }
    expect(wrong).toEqual([]);
    expect(compared.size).toBeGreaterThan(2);
  });
});

describe("JavaScript, and JSON between fences", () => {
  const object =
    '---js\n{\n  title: "Dark rye", // "a: b"\n  \'draft\': true,\n  parts: { title: "No" },\n  at: now ? a : "b",\n  n: 3\n}\n---\nRye.\n';
  const declared =
    "---js\nconst title = 'Dark rye';\nlet nav = { title: \"No\" };\nconst draft = true;\nconst url = make();\n---\nRye.\n";

  test.each([
    ["an object", object, { title: "Dark rye", draft: true, n: 3 }],
    ["declarations", declared, { title: "Dark rye", draft: true }],
  ])("of %s the literal values are read", async (_what, text, values) => {
    const read = await readFrontMatter(text);
    expect(read).toMatchObject({ format: "js", failures: [] });
    expect(plainValue(read.root)).toEqual(values);
    expect(text.slice(read.bodyStart)).toBe("Rye.\n");
    for (const field of textsIn(read.root)) expect(slice(text, field.span)).toBe(field.value);
  });

  test("JSON may have fences with its name", async () => {
    const text = '---json\n{ "title": "Dark rye" }\n---\nRye.\n';
    const read = await readFrontMatter(text);
    expect(read).toMatchObject({ format: "json", failures: [] });
    expect(plainValue(read.root)).toEqual({ title: "Dark rye" });
  });
});
