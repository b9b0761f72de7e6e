import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Field } from "#model/field";
import { readDocument } from "#sources/read-document";
import { writeEdits } from "#text/front-matter-scalar";

const document = (text: string) => ({ path: "post.md", text, bom: false });

async function titleOf(text: string): Promise<Field> {
  const title = (await readDocument(document(text))).entries[0]?.title;
  if (title === undefined) throw new Error(`no title in ${text}`);
  return title;
}

/** The document once a part of its title, or all of it, reads otherwise. */
async function edited(text: string, to: string, part?: string): Promise<string> {
  const title = await titleOf(text);
  const start = title.span.start + (part === undefined ? 0 : title.value.indexOf(part));
  const end = part === undefined ? title.span.end : start + part.length;
  return writeEdits(title, [{ span: { start, end }, text: to }])
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((after, { span, text: one }) => after.slice(0, span.start) + one + after.slice(span.end), text);
}

test.each([
  ["title: Salt  # why", "Salt and rye", "title: Salt and rye  # why"],
  ["title: Salt  # why", "Salt: and rye", 'title: "Salt: and rye"  # why'],
  ["title: Salt", "2026-06-12", 'title: "2026-06-12"'],
  ["title: Salt", "yes", 'title: "yes"'],
  ["title: Salt", "E12", 'title: "E12"'],
  ["title: 'Salt'", "Salt & rye", "title: 'Salt & rye'"],
  ["title: 'Salt'", "Ada's salt", `title: "Ada's salt"`],
  ['title: "Salt"', 'The "salt"', 'title: "The \\"salt\\""'],
  ["{ title: Salt, x: 1 }", "Salt, rye", '{ title: "Salt, rye", x: 1 }'],
])("%s as %s", async (line, to, expected) => {
  expect(await edited(`---\n${line}\n---\n`, to)).toBe(`---\n${expected}\n---\n`);
});

test("a part of a plain value that then needs quotes", async () => {
  expect(await edited("---\ntitle: Salt &amp; rye\n---\n", ": ", " &amp; ")).toBe('---\ntitle: "Salt: rye"\n---\n');
});

test("in TOML, and in JSON", async () => {
  expect(await edited("+++\ntitle = 'Salt'\n+++\n", "Ada's")).toBe(`+++\ntitle = "Ada's"\n+++\n`);
  expect(await edited('{\n "title": "Salt"\n}\n', 'a "b"')).toBe('{\n "title": "a \\"b\\""\n}\n');
});

test("whatever is written, YAML reads it back, in every style", async () => {
  const styles = ["title: Salt # why", "title: 'Salt' # why", 'title: "Salt" # why', "{ title: Salt, x: [1] }"];
  const text = fc.oneof(
    fc.string({ minLength: 1, maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(..."aZ 0-:#,[]{}'\"&*!|>%@`?\\.~é\n"), minLength: 1, maxLength: 12 }),
    fc.constantFrom("true", "1e3", "0x1F", "12:30", "~", "2026-06-12", "- a", "a: b", "a #b", "null", ".5", "1_000"),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...styles), text, async (line, to) => {
      const after = await edited(`---\n${line}\n---\n`, to);
      const yaml = after.slice(4, after.lastIndexOf("\n---"));
      for (const version of ["1.1", "1.2"] as const) {
        expect(
          (parse(yaml, { version, schema: version === "1.1" ? "yaml-1.1" : "core" }) as { title: unknown }).title,
        ).toBe(to);
      }
    }),
    { numRuns: 500 },
  );
});
