import { afterEach, expect, test } from "vitest";
import { findSite } from "#sites/index";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";
import { readSite, urlsOf } from "./read-site.ts";

let folder: ReturnType<typeof temporaryFolder> | undefined;
afterEach(() => folder?.remove());

const config = 'export default { url: "https://rye.example", baseUrl: "/", presets: [["classic", {}]] };';

test("names of files and folders become URLs as the build makes them", async () => {
  folder = temporaryFolder({
    "docusaurus.config.js": config,
    "docs/01-start/README.md": "First.",
    "docs/01-start/02-2fa.md": "Two numbers.",
    "docs/01-start/1.2-version.md": "A version is no number.",
    "docs/01-start/2024-05-06-date.md": "Nor is a date.",
    "docs/01-start/03-kept.md": "---\nparse_number_prefixes: false\n---\n",
    "docs/01-start/up.md": "---\nslug: ../rise\n---\n",
    "docs/home.md": "---\nslug: /\n---\n",
    "blog/sub/2026-04-05-rye.md": "Rye.",
    "blog/2026-4-5-ice.md": "Ice.",
    "src/pages/README.md": "Pages know no README.",
    "src/pages/info/index.md": "Info.",
    "src/pages/other.md": "---\nslug: /else\n---\n",
  });
  expect(urlsOf(await readSite(folder.path))).toEqual({
    "docs/01-start/README.md": "/docs/start/",
    "docs/01-start/02-2fa.md": "/docs/start/02-2fa",
    "docs/01-start/1.2-version.md": "/docs/start/1.2-version",
    "docs/01-start/2024-05-06-date.md": "/docs/start/2024-05-06-date",
    "docs/01-start/03-kept.md": "/docs/01-start/03-kept",
    "docs/01-start/up.md": "/docs/rise",
    "docs/home.md": "/docs/",
    "blog/sub/2026-04-05-rye.md": "/blog/2026/04/05/sub/rye",
    "blog/2026-4-5-ice.md": "/blog/2026/4/5/ice",
    "src/pages/README.md": "/README",
    "src/pages/info/index.md": "/info/",
    "src/pages/other.md": "/else",
  });
});

test("a config is read whose type is written out as an object", async () => {
  folder = temporaryFolder({
    "docusaurus.config.ts": `const config: Config & {
  customFields: { mill: string };
} = { url: "https://rye.example", baseUrl: "/", presets: [["classic", { docs: { routeBasePath: "wiki" } }]] };
export default config;`,
    "docs/rye.md": "Rye.",
  });
  expect(urlsOf(await readSite(folder.path))).toEqual({ "docs/rye.md": "/wiki/rye" });
});

test("pages of categories and of the site's own plugins are known, and links that its code writes are left alone", async () => {
  folder = temporaryFolder({
    "docusaurus.config.js": `import links from "./src/links";
      export default { presets: [["classic", { docs: { remarkPlugins: [links] } }]], plugins: ["./src/shop.js"] };`,
    "src/links.js": 'export default () => (tree) => visit(tree, "link", (node) => { node.url = "/"; });',
    "src/shop.js":
      'export default () => ({ contentLoaded: ({ actions }) => {\n  actions.addRoute({ path: "/shop" });\n  actions.addRoute({ path: `/bakers/${name}/` });\n} });',
    "sidebars.js": 'export default { main: [{ type: "category", link: { type: "generated-index", slug: "/all" } }] };',
    "docs/bread/_category_.yml": "label: Bread\nlink:\n  type: generated-index\n  slug: /every-bread\n",
    "docs/bread/rye.md": "# Rye\n",
    "blog/2026-01-02-salt.md": "# Salt\n",
    "blog/2026-01-03-ice.md": "# Ice\n",
  });
  const { site, entry } = await readSite(folder.path);
  const from = (path: string) => (href: string) => site.resolve(entry(path), href);
  const post = from("blog/2026-01-02-salt.md");
  const kinds = [
    "/shop",
    "/docs/all",
    "/docs/every-bread",
    "/bakers/ada",
    "/gone",
    "../../README.md",
    "../src/salt.png",
  ].map((href) => post(href).kind);
  expect(kinds).toEqual(["page", "page", "page", "unknown", "missing", "missing", "unknown"]);
  expect(from("docs/bread/rye.md")("../../DEPS").kind).toBe("unknown");
  expect(post("@site/docs/bread/rye.md").entry?.path).toBe("docs/bread/rye.md");
  expect(post("/rye").form).toBeUndefined();
});

test("what versions of a document have in common is told once, at the newest", async () => {
  const page = "# Rye\n\nSee [salt](/docs/gone).\n";
  folder = temporaryFolder({
    "docusaurus.config.js": config,
    "versions.json": '["2.0", "1.0"]',
    "docs/rye.md": page,
    "versioned_docs/version-2.0/rye.md": page,
    "versioned_docs/version-2.0/old.md": page,
    "versioned_docs/version-1.0/rye.md": page,
    "versioned_docs/version-1.0/old.md": page,
    "versioned_docs/version-1.0/oldest.md": page,
  });
  const { stdout } = await callMain(["--no-cache", "--only", "link/broken-internal", "-f", "json"], {
    cwd: folder.path,
  });
  const { findings } = JSON.parse(stdout) as {
    findings: readonly { readonly path: string; readonly related: readonly { readonly path: string }[] }[];
  };
  expect(findings.map(({ path, related }) => [path, ...related.map((other) => other.path)])).toEqual([
    ["docs/rye.md", "versioned_docs/version-1.0/rye.md", "versioned_docs/version-2.0/rye.md"],
    ["versioned_docs/version-1.0/oldest.md"],
    ["versioned_docs/version-2.0/old.md", "versioned_docs/version-1.0/old.md"],
  ]);
});

const tabs = `import Tabs from '@theme/Tabs'; import TabItem from '@theme/TabItem';

## Bake {#bake-it}

<Tabs>
<TabItem value="gas">

### In the oven

Bake.

</TabItem>
<TabItem value="wood">

### In the oven

Bake longer.

</TabItem>
</Tabs>
`;

/** What three rules over the outline and the links say of a folder of documents. */
async function outlineOf(settings: string, parser = "auto") {
  folder = temporaryFolder({
    "docusaurus.config.js": `export default { url: "https://rye.example", baseUrl: "/", ${settings} };`,
    "docs/tabs.md": tabs,
    "docs/links.md": "See [how](tabs.md#bake-it), [when](tabs.md#bake).\n",
    "docs/wrong.md": "# Rye\n\nLess <5 more.\n\n### Salt {#salt}\n\nSee [salt](#salt).\n",
  });
  const rules = ["heading/duplicate", "heading/increment", "link/broken-fragment", "parse"];
  const call = ["--no-cache", "--parser", parser, ...rules.flatMap((rule) => ["--only", rule]), "-f", "compact"];
  const { stdout } = await callMain(call, { cwd: folder.path });
  folder.remove();
  return stdout.split("\n").filter((line) => line.startsWith("docs/"));
}

test("Markdown is MDX, as far as it can be read as such", async () => {
  const found = [
    "docs/links.md:1:36: warning link/broken-fragment: /docs/tabs has no section #bake; correct the fragment or remove it.",
    "docs/wrong.md:5:1: warning heading/increment: Heading of level 3 follows one of level 1; use level 2.",
  ];
  expect(await outlineOf("")).toEqual(found);
  expect(await outlineOf("", "remark")).toEqual(found);
});

test("Markdown is Markdown where the config says so", async () => {
  const found = await outlineOf('markdown: { format: "detect" }');
  expect(found.filter((line) => line.startsWith("docs/tabs.md"))).toEqual([
    "docs/tabs.md:15:1: info heading/duplicate: The heading “In the oven” stands twice in one chapter; say what sets the second one apart.",
  ]);
});

test("options that have names of their own, files that a plugin leaves out, and content beside the site", async () => {
  folder = temporaryFolder({
    ".git/HEAD": "",
    "website/docusaurus.config.ts": `const BASE = "/kitchen";
const docs: Options = { path: "../guide", routeBasePath: "/", exclude: ["README.md", "**/*.draft.md"] };
const config: Config = {
  url: "https://rye.example",
  baseUrl: \`\${BASE}/\`,
  presets: [["classic", { docs, blog: false }]],
};
export default config;
`,
    "guide/README.md": "For those who write.",
    "guide/index.md": "For those who read.",
    "guide/rye.draft.md": "Rye.",
    "guide/bread/salt.md":
      "[a](../../kitchen/bread/salt) [b](../bread/salt) [c](../../bread/salt) [d](../../kitchen/salt)",
  });
  const model = await findSite(`${folder.path}/website`, folder.path);
  expect([model?.baseUrl, model?.contentFiles]).toEqual([
    "https://rye.example/kitchen/",
    ["guide/bread/salt.md", "guide/index.md"],
  ]);
  const call = ["--no-cache", "--only", "link/broken-internal", "-f", "compact"];
  const { stdout } = await callMain(call, { cwd: `${folder.path}/website` });
  expect(stdout.trim()).toBe(
    "guide/bread/salt.md:1:76: error link/broken-internal: ../../kitchen/salt is no page or file of this site; correct the link or remove it.",
  );
});

test("what git leaves out of the content is made by the build, and older versions may be served from elsewhere", async () => {
  folder = temporaryFolder({
    "docusaurus.config.js": config,
    ".gitignore":
      "/build\n/docs/api/\n!/docs/kept/\n/docs/*/made\ndocs/changes.md\ndocs/calls/*.api.mdx\ndocs/very/draft-*.md\n",
    "docs/native/.gitignore": "*\n!.gitignore\n",
    "docs/some/.gitignore": "*.tmp\nlist.mdx\nparts/*\n",
    "docs/rye.md": "# Rye\n",
  });
  const { site, entry } = await readSite(folder.path);
  const kind = (href: string) => site.resolve(entry("docs/rye.md"), href).kind;
  const open = [
    "./native/camera.md",
    "/docs/native/camera",
    "/docs/api/rye",
    "/docs/v7/rye",
    "/docs/2.x/rye",
    "/docs/changes",
    "/docs/calls/bake",
    "/docs/some/list",
    "/docs/some/parts",
    "/docs/some/parts/a",
  ];
  const closed = [
    "/docs/some/rye",
    "/docs/kept/rye",
    "/docs/made",
    "/docs/v7",
    "/blog/2015/rye",
    "/docs/very/rye",
    "/docs/some",
  ];
  expect([open.map(kind), closed.map(kind)]).toEqual([open.map(() => "unknown"), closed.map(() => "missing")]);
});

test("a description in the head of the body counts where the front matter has none", async () => {
  folder = temporaryFolder({
    "docs/rye.md": `---\ntitle: Rye\n---\nimport A from "b";\n\n<head>\n  <meta\n    name="description"\n    content="How rye's sugar feeds it."\n  />\n</head>\n`,
    "docs/salt.md": "```html\n<head>\n<meta name='description' content='A sample'>\n</head>\n```\n",
    "docs/ice.md": "---\ndescription: Cold.\n---\n<head><meta name='description' content='Ice'></head>\n",
    "docusaurus.config.js": config,
  });
  const { entries } = await readSite(folder.path);
  expect(entries.map(({ path, summary }) => [path, summary])).toEqual([
    ["docs/ice.md", { value: "Cold.", span: { start: 17, end: 22 }, style: "plain" }],
    ["docs/rye.md", { value: "How rye's sugar feeds it.", span: { start: 90, end: 115 } }],
    ["docs/salt.md", undefined],
  ]);
});

test("content outside of what is checked is told, and links to it are left alone", async () => {
  folder = temporaryFolder({
    "website/docusaurus.config.js":
      'export default { url: "https://rye.example", baseUrl: "/", presets: [["classic", { docs: { path: "../docs" } }]] };\n',
    "website/blog/2026-01-02-salt.md": "[a](/docs/rye) [b](/blog/rye)\n",
    "docs/rye.md": "# Rye\n",
  });
  const call = ["--no-cache", "--only", "link/broken-internal", "-f", "compact"];
  const { stdout, stderr } = await callMain(call, { cwd: `${folder.path}/website` });
  expect(stdout.trim()).toBe(
    "blog/2026-01-02-salt.md:1:20: error link/broken-internal: /blog/rye is no page or file of this site; correct the link or remove it.",
  );
  expect(stderr).toContain("../docs is content of the site, and lies outside of the folder that is checked");
});

test("versions whose documents are brought by something else are told, and links to them are left alone", async () => {
  folder = temporaryFolder({
    "docusaurus.config.js": config,
    "versions.json": '["2", "1"]',
    "docs/rye.md": "# Rye\n",
    "versioned_docs/version-1/rye.md": "[a](/docs/rye) [b](/docs/1/salt) [c](/docs/next/salt) [d](/blog/rye)\n",
  });
  const call = ["--no-cache", "--only", "link/broken-internal", "-f", "compact"];
  const { stdout, stderr } = await callMain(call, { cwd: folder.path });
  // The newest version is served at /docs, and so is all below.
  expect(stdout.trim()).toBe(
    "versioned_docs/version-1/rye.md:1:59: error link/broken-internal: /blog/rye is no page or file of this site; correct the link or remove it.",
  );
  expect(stderr).toContain("There are no documents in versioned_docs/version-2, which the config says the site has");
});

test.each([
  ["const config = async (): Promise<Config> => {", "};\nexport default config;"],
  ["const config = (async (): Promise<Config> => {", "})();\nexport default config;"],
  ["async function makeConfig() {", "}\nexport default makeConfig;"],
  ["module.exports = async function makeConfig() {", "};"],
  ["export default async () => {", "};"],
])("a config that a function makes is read from what it returns: %s", async (start, end) => {
  folder = temporaryFolder({
    "docusaurus.config.ts": [
      "const plugin = (options) => {",
      '  return { name: "a", baseUrl: "/wrong/" };',
      "};",
      start,
      "  const items = names.map((name) => {",
      "    return { name };",
      "  });",
      "  return {",
      '    url: "https://rye.example",',
      '    baseUrl: "/kitchen/",',
      '    presets: [["classic", { sitemap: { createSitemapItems: () => items.map((item) => {',
      "      return { ...item };",
      "    }) } }]],",
      "  };",
      end,
      "function other() {",
      '  return { name: "b" };',
      "}",
    ].join("\n"),
  });
  expect((await findSite(folder.path))?.baseUrl).toBe("https://rye.example/kitchen/");
});

test("hosts write redirects with the base path, and configs without it", async () => {
  folder = temporaryFolder({
    "docusaurus.config.js": `export default { url: "https://rye.example", baseUrl: "/kitchen/", plugins: [
      ["@docusaurus/plugin-client-redirects", { redirects: [{ from: "/docs/oats", to: "/docs/rye" }] }],
    ] };`,
    "docs/rye.md": "# Rye\n",
    "static/_redirects": "/kitchen/docs/salt /kitchen/docs/rye 301\n/docs/wheat https://wheat.example 301\n",
  });
  const { site, entry } = await readSite(folder.path);
  const hrefs = ["/kitchen/docs/oats", "/kitchen/docs/salt", "/kitchen/docs/gone"];
  const found = hrefs.map((href) => site.resolve(entry("docs/rye.md"), href));
  expect(found.map(({ kind, entry: target }) => [kind, target?.path])).toEqual([
    ["redirect", "docs/rye.md"],
    ["redirect", "docs/rye.md"],
    ["missing", undefined],
  ]);
});

test.each([
  ["^2.4.3", []],
  ["^3.1.0", ["docs/rye.mdx"]],
])("MDX that only its first version takes is no error under Docusaurus %s", async (version, wrong) => {
  folder = temporaryFolder({
    "docusaurus.config.js": config,
    "package.json": JSON.stringify({ dependencies: { "@docusaurus/core": version } }),
    "docs/rye.mdx": "# Rye\n\n- Flour >= 1 kg && <= 2 kg\n",
  });
  const call = ["--no-cache", "--only", "parse/mdx", "-f", "compact"];
  const { stdout } = await callMain(call, { cwd: folder.path });
  expect(stdout.split("\n").flatMap((line) => /^docs\/[^:]*/.exec(line)?.[0] ?? [])).toEqual(wrong);
});

test("the version to come is left open only where its documents are not here", async () => {
  const files = { "docusaurus.config.js": config, "docs/rye.md": "# Rye\n" };
  const kinds = async (more: Record<string, string>) => {
    folder = temporaryFolder({ ...files, ...more });
    const { site, entry } = await readSite(folder.path);
    const found = ["/docs/next/rye", "/docs/next/gone"].map((href) => site.resolve(entry("docs/rye.md"), href).kind);
    folder.remove();
    return found;
  };
  expect(await kinds({})).toEqual(["unknown", "unknown"]);
  expect(await kinds({ "versions.json": '["1.0"]', "versioned_docs/version-1.0/rye.md": "# Rye\n" })).toEqual([
    "page",
    "missing",
  ]);
});
