import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadConfig, repositoryRoot } from "#config/index";
import { complaint, everyKey, folderWith, load, rules } from "./support.ts";

describe("finding the config", () => {
  test("without a config, the folder itself and an empty config", async () => {
    const cwd = await folderWith({});
    expect(await loadConfig({ cwd, rules })).toEqual({ directory: cwd, value: {} });
  });

  test("the nearest one from the working folder up to the repository's root", async () => {
    const root = await folderWith({
      "standfirst.config.yaml": "failOn: never",
      "site/standfirst.config.json": `{ "failOn": "info" }`,
      "site/content/post.md": "",
      "notes/post.md": "",
    });
    const near = await loadConfig({ cwd: join(root, "site/content"), rules });
    expect(near).toEqual({
      path: join(root, "site/standfirst.config.json"),
      directory: join(root, "site"),
      value: { failOn: "info" },
    });
    expect((await loadConfig({ cwd: join(root, "notes"), rules })).directory).toBe(root);
  });

  test("not above the repository's root", async () => {
    const outer = await folderWith({ "standfirst.config.yaml": "failOn: never", "inner/.git/HEAD": "" });
    expect((await loadConfig({ cwd: join(outer, "inner"), rules })).path).toBeUndefined();
    expect(repositoryRoot(join(outer, "inner"))).toBe(join(outer, "inner"));
  });

  test.each([
    ["standfirst.config.yml", "failOn: info"],
    ["standfirst.config.yaml", "\uFEFFfailOn: info\r\n"],
    ["standfirst.config.jsonc", `// why\n{ "failOn": "info", }`],
    ["package.json", `{ "name": "blog", "standfirst": { "failOn": "info" } }`],
    ["standfirst.config.mjs", "export default { failOn: 'info' };"],
    ["standfirst.config.mjs", "export default Promise.resolve({ failOn: 'info' });"],
  ])("%s", async (name, text) => {
    expect((await load({ [name]: text })).value).toEqual({ failOn: "info" });
  });

  test("a package.json without the key is none, even a broken one", async () => {
    expect((await load({ "package.json": `{ "name": "standfirst" }` })).path).toBeUndefined();
    expect((await load({ "package.json": `{ "name": ` })).path).toBeUndefined();
  });

  test("two in one folder are refused, and both are named", async () => {
    const two = { "standfirst.config.yaml": "", "standfirst.config.mjs": "" };
    expect(await complaint(() => load(two))).toBe(
      "standfirst.config.yaml: there is also a config in standfirst.config.mjs; keep one of them",
    );
    const manifest = { "standfirst.config.json": "{}", "package.json": `{ "standfirst": {} }` };
    expect(await complaint(() => load(manifest))).toBe(
      "standfirst.config.json: there is also a config in package.json; keep one of them",
    );
  });

  test("-c takes any name, --no-config takes none", async () => {
    const files = { "standfirst.config.yaml": "failOn: never", "ci/strict.yaml": "failOn: info" };
    expect((await load(files, { file: "ci/strict.yaml" })).value).toEqual({ failOn: "info" });
    expect((await load(files, { noConfig: true })).value).toEqual({});
  });

  test("an empty file and one of comments only are empty configs", async () => {
    expect((await load({ "standfirst.config.yaml": "" })).value).toEqual({});
    expect((await load({ "standfirst.config.yaml": "# nothing yet\n" })).value).toEqual({});
  });

  test("an anchor and its alias", async () => {
    const text = "ignores: &drafts [drafts/**]\noverrides: [{ files: *drafts, rules: { lead: off } }]";
    expect((await load({ "standfirst.config.yaml": text })).value.overrides?.[0]?.files).toEqual(["drafts/**"]);
  });
});

describe("files that can't be used", () => {
  const jsonCases: readonly (readonly [string, string, string])[] = [
    ["standfirst.config.json", `{ "ruels": {} }`, `1:3: unknown key "ruels"; did you mean "rules"?`],
    [
      "standfirst.config.json",
      `{\n  "rules": { "lead/length": ["warn", { "words": { "min": 9, "max": 1 } }] }\n}`,
      `2:49: option "words" of "lead/length" has min 9 above max 1; make min the smaller one`,
    ],
    [
      "standfirst.config.json",
      `{ "failOn": "info", "failOn": "warn" }`,
      `1:21: key "failOn" stands here twice; keep one`,
    ],
    ["standfirst.config.json", `{ "failOn": "info", }`, `1:21: this is not valid JSON: property name expected`],
    ["standfirst.config.json", `{ // why\n}`, `1:3: this is not valid JSON: invalid comment token`],
    ["standfirst.config.json", ``, `1:1: this is not valid JSON: value expected`],
    ["standfirst.config.json", `{ "__proto__": {} , "extends": [] }`, `1:3: unknown key "__proto__"; use ${everyKey}`],
    [
      "package.json",
      `{\n  "standfirst": { "rules": { "lead": "loud" } }\n}`,
      `2:38: "loud" is not a severity for "lead"; use off, info, warn or error`,
    ],
  ];
  test.each(jsonCases)("%s: %s", async (name, text, message) => {
    expect(await complaint(() => load({ [name]: text }))).toBe(`${name}:${message}`);
  });

  test("a list item's key in JSON is the item", async () => {
    const text = `{ "overrides": [ { "rules": {} } ] }`;
    expect(await complaint(() => load({ "standfirst.config.json": text }))).toBe(
      `standfirst.config.json:1:18: "overrides[0]" needs the key "files"`,
    );
  });

  test.each([
    ["no.yaml", "no.yaml: there is no such file"],
    ["folder.yaml", "folder.yaml: it is not a file"],
    ["latin.yaml", "latin.yaml: it is not UTF-8; save it as UTF-8"],
    ["large.yaml", "large.yaml: it has 524289 bytes; a config may have 524288 at most"],
    ["odd.toml", "odd.toml: a config ends in .yaml, .yml, .json, .jsonc, .ts, .mts, .js or .mjs"],
    ["package.json", `package.json:1:1: it has no key "standfirst"`],
  ])("-c %s", async (file, message) => {
    const files = {
      "folder.yaml/x": "",
      "latin.yaml": Uint8Array.of(0x63, 0xe9),
      "large.yaml": "#".repeat(512 * 1024 + 1),
      "odd.toml": "",
      "package.json": "{}",
    };
    expect(await complaint(() => load(files, { file }))).toBe(message);
  });

  test("all problems at once, in the order of the lines", async () => {
    const text = "rules:\n  titel: off\n  lead: loud\nfailOn: 3\nignores: ['!x']";
    expect((await complaint(() => load({ "standfirst.config.yaml": text }))).split("\n")).toEqual([
      `standfirst.config.yaml:2:3: unknown rule or group "titel"; did you mean "title"?`,
      `standfirst.config.yaml:3:9: "loud" is not a severity for "lead"; use off, info, warn or error`,
      `standfirst.config.yaml:4:9: "failOn" is the number 3; use error, warn, info or never`,
      `standfirst.config.yaml:5:11: glob "!x" starts with "!"; list what to leave out under "ignores"`,
    ]);
  });

  test("a file of nonsense gives a hundred problems and says that there are more", async () => {
    const text = Array.from({ length: 5000 }, (_, index) => `key${index}: 1`).join("\n");
    const lines = (await complaint(() => load({ "standfirst.config.yaml": text }))).split("\n");
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toBe("standfirst.config.yaml: there is more; mend these first");
  });
});

describe("hostile configs end in a message", () => {
  const bomb = ["a0: &a0 [x, x]", ...Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)];
  const hostile: readonly (readonly [string, string, string, RegExp])[] = [
    ["aliases that double", "standfirst.config.yaml", bomb.join("\n"), /its aliases stand for too much/],
    ["many aliases", "standfirst.config.yaml", `a: &a x\nb: [${"*a,".repeat(200)}]`, /its aliases stand for too much/],
    [
      "a value inside of itself",
      "standfirst.config.yaml",
      "ignores: &a [*a]",
      /"ignores\[0\]" must be text, found a list/,
    ],
    ["deep YAML", "standfirst.config.yaml", `a: ${"[".repeat(200_000)}`, /:1:103: nested more than 100 levels/],
    ["deep blocks", "standfirst.config.yaml", `${"- ".repeat(3000)}x`, /nested more than 100 levels/],
    ["deep JSON", "standfirst.config.json", "[".repeat(500_000), /:1:101: nested more than 100 levels/],
    ["deep JSON with wrong ends", "standfirst.config.json", "[}".repeat(200_000), /this is not valid JSON/],
    ["two documents", "standfirst.config.yaml", "failOn: info\n---\nfailOn: warn", /:2:1: this is not valid YAML/],
  ];
  test.for(hostile)("%s", async ([, name, text, message]) => {
    expect(await complaint(() => load({ [name]: text }))).toMatch(message);
  });
});
