import { appendFileSync, cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { runCli, temporaryFolder } from "../support/run-cli.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bakery = `${root}fixtures/plugins/bakery`;

let folder: ReturnType<typeof temporaryFolder> | undefined;
afterEach(() => {
  folder?.remove();
  folder = undefined;
});

describe("the plugin of a bakery", () => {
  const run = (...args: string[]) => runCli(args, { cwd: bakery });
  const expected = readFileSync(`${bakery}/report.txt`, "utf8");

  test("reports what its rules find, on one thread and on two", async () => {
    expect((await run("content", "--no-cache", "-f", "compact")).stdout).toBe(expected);
    expect((await run("content", "--no-cache", "-f", "compact", "--concurrency", "2")).stdout).toBe(expected);
  });

  test("takes severities and options as built-in rules do", async () => {
    const { stdout } = await run(
      "content",
      "--only",
      "bakery",
      "--rule",
      'bakery/oven-unit:error:{"unit":"F"}',
      "-f",
      "compact",
    );
    expect(stdout).toContain("content/oats.md:6:15: error bakery/oven-unit: “180 °C” is not in °F");
    const wrong = await run("content", "--rule", 'bakery/oven-unit:warn:{"unit":3,"units":"C"}');
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      expect.stringContaining(`has no option "units"; did you mean "unit"?`),
    ]);
    expect(wrong.stderr).toContain(`option "unit" of "bakery/oven-unit" must be text, found the number 3`);
    expect((await run("content", "--only", "bakery/oven-units")).stderr).toContain(`did you mean "bakery/oven-unit"?`);
  });

  test("is listed, explained, and tested by its examples", async () => {
    expect((await run("rules")).stdout).toMatch(/^● bakery\/oven-unit +warn +Give temperatures .*\.\/rules\.mjs$/m);
    const { stdout } = await run("explain", "bakery/oven-unit");
    expect(stdout).toMatch(/From the plugin \.\/rules\.mjs\.[^]*- unit: C or F\. Default: "C"\.[^]*450 °F/);
    expect(await run("rules", "test")).toMatchObject({
      code: 0,
      stdout: "2 rules of the config, 4 examples, 0 wrong.\n",
    });
  });

  test("is refused by --no-code", async () => {
    expect(await run("content", "--no-code")).toMatchObject({
      code: 2,
      stderr: `standfirst: standfirst.config.yaml:2:11: plugin "./rules.mjs" can't be used: it is code, which --no-code refuses to run\n`,
    });
  });

  test("is merged where the config of the checkout names it too, and its code is that of the shards", async () => {
    folder = temporaryFolder({ "node_modules/.keep": "" });
    cpSync(bakery, folder.path, { recursive: true });
    symlinkSync(root, folder.file("node_modules/standfirst"));
    const here = (...args: string[]) => runCli(args, { cwd: folder?.path ?? "" });
    for (const shard of ["1/2", "2/2"]) {
      await here("check", "content", "--shard", shard, "--output", `facts/${shard[0]}.ndjson`, "--no-cache");
    }
    const merge = (...args: string[]) => here("merge", "facts", "-f", "compact", ...args);
    expect((await merge()).stdout).toBe(expected);
    expect(await merge("--no-code")).toMatchObject({ code: 2, stdout: "" });
    expect((await merge("--no-config")).stderr).toContain(
      'rules of the plugin "./rules.mjs", which the config here does not name',
    );
    appendFileSync(folder.file("rules.mjs"), "// Other code.\n");
    expect((await merge()).stderr).toContain("or whose code is another");
  });
});

const rule = (parts: string) =>
  `{ on: "document", summary: "Bake.", severity: "warn", presets: ["recommended"], messages: { one: "Found {what}." }, *check() {}, ${parts} }`;
const plugin = (parts: string, name = "bakery") =>
  `export default { name: "${name}", rules: { oven: ${rule(parts)} } };\n`;
const place = "at: { path: entry.path, span: entry.span, anchor: 'entry', entry }";

const site = (code: string, more: Readonly<Record<string, string>> = {}) =>
  (folder = temporaryFolder({
    "standfirst.config.yaml": "extends: []\nplugins: [./rules.mjs]\nrules: { bakery: warn }\n",
    "rules.mjs": code,
    "rye.md": "---\ntitle: Rye\n---\n\nA loaf.\n",
    ...more,
  })).path;

describe("a plugin that can't be used", () => {
  const cases: readonly (readonly [what: string, code: string, message: string])[] = [
    ["has no default export", "export const a = 1;\n", "it has no default export"],
    ["throws", "throw new Error('no flour');\n", "it does not run: Error: no flour"],
    ["is no map", "export default 3;\n", "its default export is no plugin"],
    ["has a bad name", plugin("", "Bakery!"), `its name is "Bakery!"; use small letters, digits and hyphens`],
    ["takes the name of a group", plugin("", "title"), `its name "title" is that of a group of rules`],
    ["has no rules", "export default { name: 'bakery', rules: {} };\n", "it has no rules"],
    ["has a rule on nothing", plugin("on: 'page'"), `rule oven is on "page"; use entry, document, post, corpus`],
    ["has a rule without a check", plugin("check: 1"), "rule oven has no function check"],
    [
      "has a wrong severity",
      plugin("severity: 'warning'"),
      `rule oven has the severity "warning"; use info, warn, error`,
    ],
    ["has a wrong fact", plugin("facts: { heat: {} }"), "rule oven has a fact heat without id"],
    ["has a wrong option", plugin("options: { heat: 3 }"), "rule oven has an option heat without default"],
    [
      "has a wrong schema",
      plugin("options: { heat: { default: 3, description: 'Heat.', schema: { type: 'hot' } } }"),
      "the options of bakery/oven have no good schema",
    ],
    [
      "has two facts of one name",
      plugin(
        "facts: { heat: { id: 'a', version: 1, from: { entry: () => 1 } }, time: { id: 'a', version: 1, from: { entry: () => 2 } } }",
      ),
      `two of its facts have the id "a"`,
    ],
    ["has wrong examples", plugin("examples: { good: ['a'] }"), "rule oven has examples that are no lists"],
  ];
  for (const [what, code, message] of cases) {
    test(`${what}`, async () => {
      const { code: exit, stderr } = await runCli(["."], { cwd: site(code) });
      expect([exit, stderr]).toEqual([
        2,
        expect.stringContaining(`standfirst.config.yaml:2:11: plugin "./rules.mjs" can't be used`),
      ]);
      expect(stderr).toContain(message);
      expect(stderr.trim().split("\n")).toHaveLength(1);
    });
  }

  test("is not there", async () => {
    const withConfig = (name: string) => site("", { "standfirst.config.yaml": `plugins: ["${name}"]\n` });
    expect((await runCli(["."], { cwd: withConfig("./none.mjs") })).stderr).toContain("there is no such file");
    folder?.remove();
    expect((await runCli(["."], { cwd: withConfig("rules.mjs") })).stderr).toContain(
      `write "./rules.mjs" for the file`,
    );
    folder?.remove();
    expect((await runCli(["."], { cwd: withConfig("standfirst-none") })).stderr).toContain(
      "no such package; install it",
    );
  });
});

describe("a plugin's rule that goes wrong", () => {
  const crash = async (parts: string) => {
    const { code, stderr, stdout } = await runCli([".", "--no-cache", "-f", "compact"], { cwd: site(plugin(parts)) });
    return { code, all: stdout + stderr };
  };

  test("is a crash of that rule, with what it did", async () => {
    const cases = [
      ["*check() { throw new Error('no flour'); }", "no flour"],
      ["*check(entry) { yield { message: 'two' }; }", `it yields the message "two", which it does not have`],
      [`*check(entry) { yield { message: 'one', ${place}, key: 'a' }; }`, "without data for {what}"],
      ["*check(entry) { yield { message: 'one', data: { what: 1 }, key: 'a' }; }", "without a place"],
      [`*check(entry) { yield { message: 'one', data: { what: 1 }, ${place} }; }`, "without a key"],
      [
        `*check(entry) { yield { message: 'one', data: { what: 1 }, ${place}, key: 'a', fix: { safety: 'safe' } }; }`,
        "with a fix that has no description, safety or edits",
      ],
      [
        `*check(entry) { yield { message: 'one', data: { what: 1 }, ${place}, key: 'a', fix: { safety: 'safe', description: 'd', edits: [{ span: { start: 900, end: 901 }, text: 'x' }] } }; }`,
        "behind the end of the document",
      ],
      [
        "facts: { heat: { id: 'heat', version: 1, from: { markdown() { throw new Error('too hot'); } } } }, *check(entry, _o, { heat }) {}",
        "its fact heat failed: too hot",
      ],
    ] as const;
    for (const [parts, message] of cases) {
      const { code, all } = await crash(parts);
      expect([code, all]).toEqual([2, expect.stringContaining(message)]);
      expect(all).toContain("bakery/oven");
      folder?.remove();
    }
  });
});

test("a plugin from a package, and facts that are made anew when its code or a file that it imports changes", async () => {
  const rules = plugin(
    `facts: { word: { id: "word", version: 1, from: { markdown: () => word } } }, *check(entry, _o, { word }) { yield { message: "one", data: { what: word }, ${place}, key: "a" }; }`,
  );
  const cwd = site("", {
    "standfirst.config.yaml": "extends: []\nplugins: [standfirst-bakery]\nrules: { bakery: warn }\n",
    "node_modules/standfirst-bakery/package.json":
      '{ "name": "standfirst-bakery", "type": "module", "exports": { "import": "./main.js" } }',
    "node_modules/standfirst-bakery/main.js": `import { word } from "./word.js";\n${rules}`,
    "node_modules/standfirst-bakery/word.js": 'export const word = "rye";\n',
  });
  const found = async () => (await runCli([".", "--cache-dir", "cache", "-f", "compact"], { cwd })).stdout;
  expect(await found()).toContain("Found rye.");
  writeFileSync(`${cwd}/node_modules/standfirst-bakery/word.js`, 'export const word = "oats";\n');
  expect(await found()).toContain("Found oats.");
});

test("the plugin in the README does what its examples say", async () => {
  const readme = readFileSync(`${root}README.md`, "utf8");
  const code = /```js\n([^]*?definePlugin[^]*?)```/.exec(readme)?.[1] ?? "";
  const cwd = site(code.replace('"standfirst"', JSON.stringify(`${root}dist/index.js`)));
  expect(await runCli(["rules", "test"], { cwd })).toMatchObject({
    code: 0,
    stdout: "1 rule of the config, 2 examples, 0 wrong.\n",
  });
});
