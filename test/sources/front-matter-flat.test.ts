import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findFences } from "#sources/front-matter-fences";
import { readFlatYaml } from "#sources/front-matter-flat";
import { readYaml } from "#sources/front-matter-yaml";

const corpora = fileURLToPath(new URL("../../../shared/corpora", import.meta.url));

const read = (yaml: string) => {
  const inner = { start: 0, end: yaml.length };
  return { flat: readFlatYaml(yaml, inner), full: readYaml(yaml, inner) };
};

const plainYaml = [
  'title: "A title: with a colon # and a hash"',
  "# A comment.",
  "description: 'Plain, ''no'", // two quotes in a row are left to the parser
  "date: 2026-05-04T10:00:00+07:00",
].join("\n");

test.each([
  [
    "texts, dates, numbers, booleans",
    'a: "b: c # d"\nb: \'x "y"\'\nc: some words here\nd: 2026-01-02\ne: 12\nf: true\ng: Null\n',
  ],
  ["lists", "a: [b, 'c d', \"e, f\"]\nb: []\nc:\n  - one\n  - 'two'\nd:\n- three\n"],
  ["maps", "a:\n  b: c\n  d:\n    e: 1\nf: g\n"],
  ["nothing behind a key", "a:\nb:   \nc:\n"],
  ["comments and empty lines", "# one\n\na: b\n\n# two\nc: d\n"],
  ["CRLF", "a: b\r\nc:\r\n  - d\r\n"],
])("reads %s as the parser does", (_what, yaml) => {
  const { flat, full } = read(yaml);
  expect(flat).toBeDefined();
  expect(flat).toEqual(full);
});

test.each([
  ["quotes that are doubled", plainYaml],
  ["escapes", 'a: "b \\" c"\n'],
  ["text over lines", "a: b\n  c\n"],
  ["blocks", "a: |\n  b\n"],
  ["anchors and aliases", "a: &x b\nc: *x\n"],
  ["tags", "a: !!str 1\n"],
  ["keys given twice", "a: b\na: c\n"],
  ["comments behind a value", "a: b # c\n"],
  ["numbers that are not whole", "a: 0x1f\n"],
  ["maps in lists", "a:\n  - b: c\n"],
  ["colons in text", "a: b: c\n"],
  ["a key without a colon", "a: b\nc\n"],
])("leaves %s to the parser", (_what, yaml) => {
  expect(read(yaml).flat).toBeUndefined();
});

const oddValues = [
  "",
  " ",
  "x",
  "x y",
  '"x"',
  "'x'",
  '"x',
  "[x, y]",
  "[x, 'y z', \"q\"]",
  "[x,]",
  "[]",
  "[ ]",
  "[x y]",
  "[1, true]",
  "[a: b]",
  "[[x]]",
  "{a: b}",
  "1",
  "01",
  "1.5",
  "1e3",
  "0x1f",
  "-1",
  "true",
  "yes",
  "null",
  "~",
  "2026-01-02",
  "2026-01-02 10:00",
  "2026-01-02T10:00:00Z",
  "10:20",
  "a:b",
  "a: b",
  "a:",
  "a #b",
  "a#b",
  "#a",
  "/x/y",
  "*x",
  "&x y",
  "|",
  ">",
  "- x",
  "? x",
  "@x",
  "`x`",
  "%x",
  "!x",
  "é 😀",
  "x  y  ",
  "\u00a0x",
  "x\u200b",
  "1_000",
  ".5",
  "1.",
  "0o7",
  "x]",
  "[x",
  "http://x.y/z?a=b&c",
  "x, y",
  "...",
  "---",
  "=",
  "<<",
];

/** A run of a hundred times as many found no difference. */
const runs = 3000;

describe("wherever it reads, it agrees with the parser", () => {
  test("on lines of any kind", () => {
    const name = fc.constantFrom(..."abcdefghijklm", "c-d", "e_f", "Null", "on", "_x");
    const value = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom("", "x y", '"x: # y"', "'x'", "[x, 'y z']", "12", "2026-01-02") },
      { weight: 1, arbitrary: fc.constantFrom(...oddValues) },
    );
    const indent = fc.constantFrom("", "", "", " ", "  ", "    ");
    const line = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.tuple(indent, name, fc.constantFrom(": ", ":", ":  "), value).map((parts) => parts.join("")),
      },
      {
        weight: 3,
        arbitrary: fc.tuple(indent, fc.constantFrom("- ", "-", "-   "), value).map((parts) => parts.join("")),
      },
      { weight: 1, arbitrary: fc.tuple(indent, value).map((parts) => parts.join("")) },
      { weight: 1, arbitrary: fc.constantFrom("", "  ", "# x", "  # x") },
    );
    const text = fc.tuple(fc.array(line, { minLength: 1, maxLength: 4 }), fc.constantFrom("\n", "\r\n"));
    let compared = 0;
    fc.assert(
      fc.property(text, ([lines, lineEnd]) => {
        const yaml = lines.join(lineEnd) + lineEnd;
        const { flat, full } = read(yaml);
        if (flat !== undefined) compared++;
        expect(flat ?? full).toEqual(full);
      }),
      { numRuns: runs },
    );
    expect(compared).toBeGreaterThan(100);
  });

  test.skipIf(!existsSync(corpora))("over the corpora", () => {
    const wrong: string[] = [];
    for (const name of readdirSync(corpora, { recursive: true, encoding: "utf8" })) {
      const path = `${corpora}/${name}`;
      if (!name.endsWith(".md") || !statSync(path).isFile()) continue;
      const text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
      const fences = findFences(text);
      const flat = fences?.format === "yaml" ? readFlatYaml(text, fences.inner) : undefined;
      if (fences !== undefined && flat !== undefined && !isDeepStrictEqual(flat, readYaml(text, fences.inner)))
        wrong.push(name);
    }
    expect(wrong).toEqual([]);
  });
});
