import { expect, test } from "vitest";
import { frontMatterCheck } from "#config/front-matter-checks";
import { compileGlobs, loadConfig } from "#config/index";
import type { FrontMatterMap } from "#model/front-matter";
import { readFrontMatter } from "#sources/front-matter";
import { folderWith, rules } from "./support.ts";

async function problemsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const cwd = await folderWith(files);
  return loadConfig({ cwd, rules }).then(
    () => [],
    (error: Error) => error.message.split("\n"),
  );
}

const rootOf = async (yaml: string): Promise<FrontMatterMap> => (await readFrontMatter(`---\n${yaml}\n---\n`)).root;

async function faultsOf(schema: object, yaml: string) {
  const check = frontMatterCheck([{ files: "**", schema }], (globs) => compileGlobs(globs, "/", "/"));
  return check("post.md", await rootOf(yaml));
}

test("schemas come from the config and from files", async () => {
  const cwd = await folderWith({
    "standfirst.config.yaml": 'frontMatter:\n  "posts/**": { required: [title] }\n  "notes/**": schemas/note.json\n',
    "schemas/note.json": '{ "type": "object" }',
  });
  expect((await loadConfig({ cwd, rules })).frontMatter).toEqual([
    { files: "posts/**", schema: { required: ["title"] } },
    { files: "notes/**", schema: { type: "object" } },
  ]);
});

test.each([
  ["{ type: strin }", /2:13: this schema of front matter can't be used: .*type/],
  ["{ $ref: 'file:///etc/passwd' }", /its reference "file:\/\/\/etc\/passwd" leads out of it/],
  ["{ properties: { a: { $ref: 'https://example.org/a.json' } } }", /leads out of it/],
  ["{ $ref: '#/definitions/none' }", /can't be used/],
  ["{ properties: { a: { pattern: '(?=a)' } } }", /can't be used/],
  ["none.json", /none\.json: there is no such file/],
])("%s is refused", async (schema, message) => {
  expect((await problemsOf({ "standfirst.config.yaml": `frontMatter:\n  posts/**: ${schema}\n` })).join("\n")).toMatch(
    message,
  );
});

test("a pattern that other engines take exponential time for ends on hostile front matter", async () => {
  const schema = { properties: { title: { pattern: "^(a+)+$" } } };
  const faults = await faultsOf(schema, `title: ${"a".repeat(50_000)}b`);
  expect(faults).toMatchObject([{ path: ["title"], part: "value", expected: "text that matches ^(a+)+$" }]);
});

test("a list of any length is checked in time", async () => {
  const items = Array.from({ length: 50_000 }, (_, index) => `{ a: ${index} }`).join(", ");
  expect(await faultsOf({ properties: { list: { uniqueItems: true } } }, `list: [${items}]`)).toEqual([]);
});

test("where no branch of a choice fits, there is one fault", async () => {
  const schema = { properties: { cover: { anyOf: [{ type: "string" }, { type: "object", required: ["src"] }] } } };
  expect(await faultsOf(schema, "cover: 3")).toEqual([
    { path: ["cover"], part: "value", found: "3", expected: "one of the forms that the schema allows" },
  ]);
});

test("of an unknown key the nearest known one is named", async () => {
  const schema = { properties: { description: {} }, additionalProperties: false };
  expect(await faultsOf(schema, "descripton: x")).toMatchObject([
    { part: "key", expected: "did you mean “description”?" },
  ]);
});
