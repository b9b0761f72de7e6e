import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { findSite } from "#sites/index";
import { readJsCalls, readJsConfig } from "#sites/js-literals";
import { JsModules } from "#sites/js-modules";
import { JsValues } from "#sites/js-values";
import { readRedirects } from "#sites/redirects";

let folder = "";
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): string {
  folder = mkdtempSync(join(tmpdir(), "standfirst-config-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

test("the nearest config above a folder counts, up to the root", async () => {
  const root = write({ "web/hugo.toml": "", "web/content/posts/a.md": "" });
  const model = await findSite(join(root, "web/content/posts"), root);
  expect([model?.generator, model?.folder, model?.contentFiles]).toEqual(["hugo", "web", ["web/content/posts/a.md"]]);
});

test("a folder called vendor is of packages beside what asks for them, and content elsewhere", async () => {
  const root = write({
    "package.json": "{}",
    "hugo.toml": "",
    "vendor/oven/readme.md": "",
    "content/vendor/mill.md": "",
    "static/vendor/mill.css": "",
  });
  const model = await findSite(root);
  expect(model?.contentFiles).toEqual(["content/vendor/mill.md"]);
  expect(model?.staticFiles.map(({ url }) => url)).toEqual(["/vendor/mill.css"]);
});

test("packages beside a list of gems are left out of a plain folder", async () => {
  const model = await findSite(write({ Gemfile: "", "a.md": "", "vendor/b.md": "", "shops/vendor/c.md": "" }));
  expect(model?.contentFiles).toEqual(["a.md", "shops/vendor/c.md"]);
});

test("configs of Hugo in a folder are merged, whatever the case of their keys", async () => {
  const root = write({
    "config/_default/hugo.yaml": "baseURL: https://rye.example/\nbuildDrafts: true\n",
    "config/_default/permalinks.toml": 'Posts = "/:slug/"\n',
    "config/production/hugo.toml": 'baseURL = "https://www.rye.example/"\n',
    "content/a.md": "",
  });
  const model = await findSite(root);
  expect([model?.baseUrl, model?.publish.drafts]).toEqual(["https://www.rye.example/", true]);
  expect(model?.settings).toMatchObject({ permalinks: [{ section: "posts", pattern: "/:slug/" }, { kind: "term" }] });
});

test("of two keys of a Hugo config that differ in case, the one with capitals counts", async () => {
  const root = write({
    "hugo.toml":
      'defaultContentLanguage = "fr"\n[Languages.fr]\ncontentDir = "content/fr"\n[languages.fr.params]\nsalt = 1\n',
    "content/fr/sel.md": "",
  });
  const model = await findSite(root);
  expect(model?.content).toMatchObject([{ folder: "content/fr", language: "fr" }]);
});

test("files in folders of Hugo's config count by their names", async () => {
  const root = write({
    "config/_default/hugo.yaml": "baseURL: https://rye.example/\n",
    "config/_default/module/module.yaml": "mounts:\n  - { source: content/en, target: content, lang: en }\n",
    "content/en/a.md": "",
  });
  const model = await findSite(root);
  expect(model?.content.map(({ folder: path }) => path)).toEqual(["content/en"]);
});

test("a config that can't be read is said, and defaults are assumed", async () => {
  const model = await findSite(write({ "hugo.toml": "baseURL = [", "content/a.md": "" }));
  expect(model?.generator).toBe("hugo");
  expect(model?.notices).toEqual([
    expect.stringMatching(/^hugo\.toml could not be read \(.+\); defaults are assumed\.$/),
  ]);
});

test("a config that is code and not plain values is said too", async () => {
  const model = await findSite(write({ "docusaurus.config.ts": "export default makeConfig();", "docs/a.md": "" }));
  expect(model?.notices).toEqual(["docusaurus.config.ts could not be read without running it; defaults are assumed."]);
  expect(model?.content.map(({ folder: path }) => path)).toEqual(["docs", "blog", "src/pages"]);
});

test("a config.toml of something else is no Hugo site; a folder without Markdown is no site", async () => {
  expect((await findSite(write({ "config.toml": "[server]\nport = 1\n", "a.md": "" })))?.generator).toBe("plain");
  rmSync(folder, { recursive: true, force: true });
  expect(await findSite(write({ "a.txt": "" }))).toBeUndefined();
});

test("nesting without an end is a notice and no crash", async () => {
  const model = await findSite(write({ "_config.yml": `a: ${"[".repeat(50_000)}`, "a.md": "" }));
  expect(model?.notices[0]).toContain("it nests too deep");
});

test("templates of links make the site's own links uncertain", async () => {
  const hook = { "hugo.toml": "", "layouts/_default/_markup/render-link.html": "", "content/a.md": "" };
  expect((await findSite(write(hook)))?.customLinks).toBe(true);
});

test.each([
  ["vercel.json", "{}", "either"],
  ["vercel.json", '{ "trailingSlash": true }', "always"],
  ["firebase.json", '{ "hosting": [{ "trailingSlash": false }] }', "either"],
  ["firebase.json", '{ "hosting": { "public": "public" } }', "always"],
  ["firebase.json", "{ hosting", "always"],
])("the host decides on the last slash of folders: %s with %s", async (name, text, slash) => {
  expect((await findSite(write({ "hugo.toml": "", [name]: text, "content/a.md": "" })))?.trailingSlash).toBe(slash);
});

test("the version that builds a Hugo site decides its reading time", async () => {
  const old = await findSite(
    write({ "hugo.toml": "", "netlify.toml": 'HUGO_VERSION = "0.110.0"', "content/a.md": "" }),
  );
  expect(old?.readingTime?.wordsPerMinute).toBe(213);
  rmSync(folder, { recursive: true, force: true });
  expect((await findSite(write({ "hugo.toml": "", "content/a.md": "" })))?.readingTime?.wordsPerMinute).toBe(212);
});

describe("literal values of JavaScript", () => {
  test("strings, numbers, lists and objects; what is computed is left out", () => {
    const code = `// { not: "this" }
      export default defineConfig({
        "site": 'https://rye.example', base: \`/blog\`, count: 1_000, on: true, none: null,
        made: process.env.X ?? "x", joined: "a" + b, filled: \`a\${b}\`, ...rest, short, method() { return { a: "," }; },
        list: ["a", call("b", { c: 1 }), ["d"]], /* , */ last: { deep: "}" },
      });`;
    expect(readJsConfig(code)).toEqual({
      site: "https://rye.example",
      base: "/blog",
      count: 1000,
      on: true,
      none: null,
      list: ["a", undefined, ["d"]],
      last: { deep: "}" },
    });
  });

  test("values in brackets, which a comment gives a type", () => {
    const code = `export default {
      presets: [["classic", /** @type {import("rye").Options} */ ({ docs: { path: ("guide") } })]],
      call: (() => ({ a: 1 }))(),
      sum: (1, 2),
      after: (("b")),
    };`;
    expect(readJsConfig(code)).toEqual({ presets: [["classic", { docs: { path: "guide" } }]], after: "b" });
    expect(readJsConfig(`export default {a: ${"(".repeat(20_000)}`)).toEqual({});
  });

  test("the object that is exported by its name", () => {
    const code = `function plugin() {
        return { name: "none" };
      }
      const siteConfig: Config = { url: "https://rye.example" };
      export default siteConfig;`;
    expect(readJsConfig(code)).toEqual({ url: "https://rye.example" });
  });

  test("a list of a list is computed, one that is left after a filter is not", () => {
    const code = `export default { made: ["a"].map((one) => [one]), some: ["a", x && "b"].filter(Boolean) };`;
    expect(readJsConfig(code)).toEqual({ some: ["a", undefined] });
  });

  test("arguments of calls", () => {
    expect(
      readJsCalls(
        'c.addPassthroughCopy("img"); c.addPassthroughCopy({ "a/b": "c" }).addPassthroughCopy(x);',
        "addPassthroughCopy",
      ),
    ).toEqual(["img", { "a/b": "c" }]);
  });

  test("a bracket that is missing, or of the wrong kind, as in a file that is being written", () => {
    expect(readJsConfig(`export default { url: "a", presets: [{ docs: 1 ] };`)).toMatchObject({ url: "a" });
    expect(readJsConfig(`export default { url: "a", presets: ["b" } };`)).toEqual({ url: "a", presets: ["b"] });
    expect(readJsConfig(`export default { url: "a", presets: ["b" ) ], base: "c" };`)).toMatchObject({ base: "c" });
  });

  test("text without an end, or without a config", () => {
    expect(readJsConfig("export default { a: 'b")).toEqual({});
    expect(readJsConfig("export default () => 1;")).toBeUndefined();
    expect(readJsConfig(`export default ${"{a:".repeat(10_000)}`)).toBeDefined();
    expect(readJsConfig(`export default {a: ${"/*".repeat(20_000)}`)).toEqual({});
  });
});

describe("values that a config takes from elsewhere", () => {
  const valuesOf = (files: Readonly<Record<string, string>>) => {
    const site = write(files);
    return new JsValues(new JsModules(site)).config(join(site, "config.ts"));
  };

  test("names in the config, imports, requires, spreads, paths in objects and templates", () => {
    const config = `import type { Options } from "rye";
import links, { host as name } from "./links.js";
import data from "./data.json";
const base = "/docs";
const options: Options = { path: "../docs", ...more, };
const more = { at: "/" };
const old = require("./old");
export default {
  base, url: \`https://\${name}\${base}/\`, options, from: old.from, size: data.size,
  list: [...links.all, "c"], ...{ spread: true } , away: process.env.BASE ?? "x", none: links.gone, outer: require("../x"),
};
`;
    expect(
      valuesOf({
        "config.ts": config,
        "links.js": 'export const host = "rye.example";\nconst links = { all: ["a", "b"] };\nexport default links;\n',
        "data.json": '{ "size": 3 }',
        "old.js": 'module.exports = { from: ["/a"] };\n',
      }),
    ).toEqual({
      base: "/docs",
      url: "https://rye.example/docs/",
      options: { path: "../docs", at: "/" },
      from: ["/a"],
      size: 3,
      list: ["a", "b", "c"],
      spread: true,
    });
  });

  test("names that lead in a circle, or to one another without an end, stand for nothing", () => {
    const chain = Array.from({ length: 100 }, (_, at) => `const a${at} = [...a${at + 1}, ...a${at + 1}];\n`).join("");
    const ring = 'const b = { b, c: "c" };\nconst d = `${d}`;\nconst a100 = ["x"];\n';
    expect(valuesOf({ "config.ts": `${chain}${ring}export default { b, d, a: a0, e: a99 };\n` })).toEqual({
      b: { c: "c" },
      a: [],
      e: ["x", "x"],
    });
  });

  test("texts and lists that grow with each name end somewhere", () => {
    const texts = Array.from({ length: 18 }, (_, at) => `const t${at} = \`\${t${at + 1}}\${t${at + 1}}\`;\n`).join("");
    const config = valuesOf({
      "config.ts": `${texts}const t18 = "${"x".repeat(5000)}";\nexport default { a: t0, b: t17 };\n`,
    });
    expect(config).toEqual({ b: "x".repeat(10_000) });
  });
});

test("redirect files: targets, statuses, conditions, comments, places", () => {
  const text = "# old\n/a /b 301\n/c id=:id /d 302! Country=de # x\n\n  /e  https://f.example/\nno rule\n";
  const { rules } = readRedirects("static/_redirects", text);
  expect(
    rules.map(({ source, target, status, conditional }) => [source.value, target.value, status?.value, conditional]),
  ).toEqual([
    ["/a", "/b", "301", false],
    ["/c", "/d", "302!", true],
    ["/e", "https://f.example/", undefined, false],
  ]);
  const [first] = rules;
  expect(text.slice(first?.target.span.start, first?.target.span.end)).toBe("/b");
});
