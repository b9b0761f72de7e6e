import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spanWithin } from "#model/field";
import { decode } from "#sources/decode";
import { parseJson } from "#sources/json-parse";
import { plainValue } from "#sources/json-tree";
import { readDocument } from "#sources/read-document";
import { showReading, textFields, writtenFor } from "../support/show-reading.ts";

const folder = new URL("../../fixtures/sources/json/", import.meta.url);
const cases = readdirSync(folder).filter((name) => !name.endsWith(".reading.json"));

test.each(cases)("reads %s", async (name) => {
  const document = decode(readFileSync(new URL(name, folder)), name);
  const reading = await readDocument(document);
  const expected = new URL(name.replace(/\.json$/, ".reading.json"), folder);
  await expect(showReading(document, reading)).toMatchFileSnapshot(expected.pathname);
});

const read = async (text: string) => await readDocument({ path: "posts.json", text, bom: false });

/** Whether the platform takes a text for JSON. */
const accepts = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("JSON as it is defined", () => {
  const json = fc.json({ maxDepth: 4, noUnicodeString: false });

  test("any JSON has the value that the platform gives it", () => {
    fc.assert(
      fc.property(json, (text) => {
        const { root, faults } = parseJson(text);
        expect(faults).toEqual([]);
        expect(root === undefined ? undefined : plainValue(root)).toEqual(JSON.parse(text));
      }),
    );
  });

  test("what the platform turns down has a fault, and nothing else", () => {
    const signs = ["", ..."{}[],:\"\\\n\t0-.e'x", "true", "/*", "//"];
    const sign = fc.constantFrom(...signs);
    fc.assert(
      fc.property(json, fc.nat(), fc.nat(3), sign, (text, at, cut, added) => {
        const place = at % (text.length + 1);
        const broken = text.slice(0, place) + added + text.slice(place + cut);
        const faults = parseJson(broken).faults.filter(({ kind }) => kind !== "duplicate");
        expect({ broken, isAccepted: faults.length === 0 }).toEqual({ broken, isAccepted: accepts(broken) });
      }),
      { numRuns: 2000 },
    );
  });
});

/** A text with an escape for each of its UTF-16 units. */
const escaped = (text: string) =>
  text.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

test("every character of a text stands where its place says, escaped or not", async () => {
  const character = fc.tuple(fc.string({ unit: "binary", minLength: 1, maxLength: 1 }), fc.boolean());
  const title = fc.array(character, { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(title, fc.constantFrom("\n", "\r\n"), async (characters, eol) => {
      const value = `x${characters.map(([text]) => text).join("")}x`;
      const written = characters.map(([text, isEscaped]) =>
        isEscaped ? escaped(text) : JSON.stringify(text).slice(1, -1),
      );
      const text = `{${eol}"posts": [{ "author": "\\t",${eol}"title": "x${written.join("")}x", "tags": ["x${written.join("")}x"] }]}`;
      const document = { path: "posts.json", text, bom: false };
      const fields = (await readDocument(document)).entries.flatMap(textFields);
      expect(fields.map(([name]) => name)).toEqual(["title", "tags"]);
      for (const [, field] of fields) {
        expect(field.value).toBe(value);
        expect(spanWithin(field, 0, field.value.length)).toEqual(field.span);
        expect(
          writtenFor(document, field)
            .map((part) => JSON.parse(`"${part}"`) as string)
            .join(""),
        ).toBe(value);
      }
    }),
  );
});

describe("limits", () => {
  test.each(["[", '{"a":', '{"posts":['])("100,000 times %s", async (opening) => {
    const { entries, failures } = await read(opening.repeat(100_000));
    expect(entries).toEqual([]);
    expect(failures).toContainEqual(expect.objectContaining({ kind: "limit", expected: "at most 64 levels" }));
  });

  test("a document that is wrong everywhere has a few failures and a count", async () => {
    const { entries, failures } = await read(`[${"{} {}\n".repeat(10_000)}]`);
    expect([entries.length, failures.length]).toEqual([20_000, 51]);
    expect(failures.at(-1)?.found).toBe("9,950 more faults of this kind");
  });

  test("a list with a wrong value in each of very many records has a failure for each", async () => {
    const { entries, failures } = await read(`[${Array(150_000).fill('{"title":1}').join()}]`);
    expect([entries.length, failures.length]).toEqual([150_000, 150_000]);
  });
});

test("keys that mean something to JavaScript mean nothing here", async () => {
  const { entries } = await read('{"posts":[{"__proto__":{"title":"x"},"constructor":1,"title":"Rye","toString":2}]}');
  expect(entries).toHaveLength(1);
  expect(entries[0]?.unknownKeys?.map(({ value }) => value)).toEqual(["__proto__", "constructor", "toString"]);
});
