import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";
import { readSite, urlsOf } from "./read-site.ts";

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/sites/${name}`, import.meta.url));

/** The URLs of the documents in a site that consists of these files. */
async function urlsIn(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder({ "astro.config.mjs": "export default defineConfig({});", ...files });
  const site = await readSite(folder.path);
  folder.remove();
  return { urls: urlsOf(site), notices: site.model.notices };
}

test("a blog in the layout of Astro's starter gives the report beside it", async () => {
  const cwd = fixture("astro-blog");
  const { code, stdout } = await callMain(["--no-cache", "--now", "2026-07-01", "-f", "compact"], { cwd });
  expect(code).toBe(1);
  await expect(stdout).toMatchFileSnapshot(`${cwd}.report.txt`);
});

test("entries are called by the paths of their files in small letters, or by their slug", async () => {
  const { urls } = await urlsIn({
    "src/content.config.ts": `
      const TEXTS = "texts";
      const blog = defineCollection({
        loader: glob({ base: \`./\${TEXTS}/blog\`, pattern: ["**/*.md", "!**/skip-*.md"] }),
      });
      export const collections = { blog };`.replaceAll("\n      ", "\n"),
    "src/pages/blog/[...slug].astro": [
      "---",
      "export async function getStaticPaths() {",
      '  const posts = await getCollection("blog");',
      "  return posts.map((post) => { const slug = post.id; return { params: { slug } }; });",
      "}",
      "---",
    ].join("\n"),
    "src/pages/Drafted.md": "---\ndraft: true\n---\n",
    "src/pages/_part.md": "Text.\n",
    "src/content/blog/unread.md": "Text.\n",
    "texts/blog/index.md": "Text.\n",
    "texts/blog/deep/index.md": "Text.\n",
    "texts/blog/Big Name & Co.md": "Text.\n",
    "texts/blog/v1.2-notes.md": "Text.\n",
    "texts/blog/_under.md": "Text.\n",
    "texts/blog/skip-this.md": "Text.\n",
    "texts/blog/own.md": "---\nslug: Other/Place\n---\n",
    "texts/blog/ümläut é.md": "Text.\n",
    // The route above builds drafts like all others.
    "texts/blog/draft.md": "---\ndraft: true\n---\n",
  });
  expect(urls).toEqual({
    "src/pages/Drafted.md": "/Drafted/",
    "texts/blog/Big Name & Co.md": "/blog/big-name--co/",
    "texts/blog/_under.md": "/blog/_under/",
    "texts/blog/deep/index.md": "/blog/deep/",
    "texts/blog/draft.md": "/blog/draft/",
    "texts/blog/index.md": "/blog/index/",
    "texts/blog/own.md": "/blog/Other/Place/",
    "texts/blog/v1.2-notes.md": "/blog/v12-notes/",
    "texts/blog/ümläut é.md": "/blog/ümläut-é/",
  });
});

describe("the route of a collection", () => {
  const content = {
    "src/content.config.ts":
      'export const collections = { docs: defineCollection({ loader: glob({ base: "docs", pattern: "**/*.md" }) }) };',
    "docs/en/first.md": "Text.\n",
  };
  const page = (code: string) => `---\nexport const getStaticPaths = async () => {\n  ${code}\n};\n---\n`;
  const load = 'const all = await getCollection("docs");\n  ';

  test.each([
    ["[...path]", `${load}return all.map(({ id }) => ({ params: { path: id } }));`, "/en/first/"],
    ["[...slug]", `${load}return all.map(({ id: slug }) => ({ params: { slug } }));`, "/en/first/"],
    [
      "x/[lang]/[...slug]",
      `${load}return all.map((one) => ({ params: { lang: "de", slug: one.id } }));`,
      "/x/de/en/first/",
    ],
    [
      "[lang]/docs/[...slug]",
      `${load}return all.map((one) => {
        const [lang, ...slug] = one.id.split("/");
        return { params: { lang, slug: slug.join("/") || undefined } };
      });`,
      "/en/docs/first/",
    ],
    ["[slug]", `${load}return all.map((one) => ({ params: { slug: one.id } }));`, null],
    ["[...slug]", `${load}return all.map((one) => ({ params: { slug: one.data.permalink } }));`, null],
    ["[...slug]", `${load}return all.map((one) => ({ params: { slug: pathOf(one.id) } }));`, null],
    ["[...page]", `${load}return paginate(all, { pageSize: 5 });`, null],
    ["[tag]/[...page]", `${load}return all.flatMap((one) => one.data.tags.map((tag) => ({ params: { tag } })));`, null],
    ["og/[...slug].png", `${load}return all.map((one) => ({ params: { slug: one.id } }));`, null],
  ])("%s with %s", async (path, code, url) => {
    const { urls } = await urlsIn({ ...content, [`src/pages/${path}.astro`]: page(code) });
    expect(urls).toEqual({ "docs/en/first.md": url });
  });

  test("is found through modules of the site, by relative paths and by aliases", async () => {
    const { urls } = await urlsIn({
      ...content,
      "tsconfig.json": '{ "compilerOptions": { "baseUrl": ".", "paths": { "#lib/*": ["lib/*"] } } }',
      "src/pages/[...slug].astro": '---\nimport { paths } from "../data";\nexport const getStaticPaths = paths;\n---\n',
      "src/data/index.ts": 'export * from "./paths";\n',
      "src/data/paths.ts":
        'import { all as every } from "#lib/all";\nexport const paths = async () =>\n  (await every()).map((one) => ({ params: { slug: one.id } }));\n',
      "lib/all.ts":
        'export const all = () => getCollection("docs");\nexport const others = () => getCollection("others");\n',
    });
    expect(urls).toEqual({ "docs/en/first.md": "/en/first/" });
  });

  test("is not known where two pages have one", async () => {
    const code = page(`${load}return all.map((one) => ({ params: { slug: one.id } }));`);
    const { urls } = await urlsIn({
      ...content,
      "src/pages/a/[...slug].astro": code,
      "src/pages/b/[...slug].astro": code,
    });
    expect(urls).toEqual({ "docs/en/first.md": null });
  });
});

test("collections whose files only code can tell are named; those that have none are not", async () => {
  const { urls, notices } = await urlsIn({
    "src/content.config.ts": [
      'const inFolder = (name) => glob({ base: `./src/${name}`, pattern: "**/*.md" });',
      "export const collections = {",
      '  notes: defineCollection({ loader: inFolder("notes") }),',
      '  people: defineCollection({ loader: file("people.json") }),',
      "  remote: defineCollection({ loader: async () => [] }),",
      "};",
    ].join("\n"),
    "src/notes/a.md": "Text.\n",
    "src/pages/b.md": "Text.\n",
  });
  expect(urls).toEqual({ "src/pages/b.md": "/b/" });
  expect(notices).toEqual([
    "The files of the collection notes can't be told from the content config without running it; they are left out.",
  ]);
});

test.each([
  [["examples/blog"], "the site in examples/blog"],
  [["examples/blog", "examples/docs"], "2 sites, such as examples/blog"],
])("a folder above sites names them: %j", async (sites, which) => {
  const configs = sites.map((site) => [`${site}/astro.config.mjs`, "export default {};"] as const);
  const folder = temporaryFolder({ "README.md": "Text.\n", ...Object.fromEntries(configs) });
  const { model } = await readSite(folder.path);
  folder.remove();
  expect(model).toMatchObject({ generator: "plain" });
  expect(model.notices).toEqual([
    `This folder holds ${which}; run standfirst in the folder of a site to check its links by its own URLs.`,
  ]);
});

test("build.format and trailingSlash decide how URLs end", async () => {
  const urlWith = async (options: string) =>
    (await urlsIn({ "astro.config.mjs": `export default defineConfig({ ${options} });`, "src/pages/a.md": "Text.\n" }))
      .urls;
  expect(await urlWith('build: { format: "file" }')).toEqual({ "src/pages/a.md": "/a" });
  expect(await urlWith('trailingSlash: "never"')).toEqual({ "src/pages/a.md": "/a" });
  expect(await urlWith('build: { format: "file" }, trailingSlash: "always"')).toEqual({ "src/pages/a.md": "/a/" });
});

test("Starlight: the collection of documents at the root, languages, fallbacks", async () => {
  const folder = temporaryFolder({
    "astro.config.mjs": [
      'import { locales } from "./config/locales.mjs";',
      "export default defineConfig({",
      '  site: "https://ovens.example",',
      '  trailingSlash: "always",',
      '  integrations: [starlight({ title: "Ovens", defaultLocale: "root", locales })],',
      "});",
    ].join("\n"),
    "config/locales.mjs":
      'export const locales = { root: { label: "English", lang: "en" }, fr: {}, "pt-br": { lang: "pt-BR" } };',
    "src/content.config.ts":
      "export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };",
    "src/content/docs/index.mdx": "Text.\n",
    "src/content/docs/guides/index.md": "Text.\n",
    "src/content/docs/guides/heat.md": "Text.\n",
    "src/content/docs/guides/draft.md": "---\ndraft: true\n---\n",
    "src/content/docs/guides/_part.md": "Text.\n",
    "src/content/docs/guides/slugged.md": "---\nslug: somewhere/else\n---\n",
    "src/content/docs/fr/index.mdx": "Text.\n",
    "src/content/docs/fr/guides/heat.md": "Text.\n",
  });
  const read = await readSite(folder.path);
  folder.remove();
  expect(urlsOf(read)).toEqual({
    "src/content/docs/fr/guides/heat.md": "/fr/guides/heat/",
    "src/content/docs/fr/index.mdx": "/fr/",
    "src/content/docs/guides/draft.md": null,
    "src/content/docs/guides/heat.md": "/guides/heat/",
    "src/content/docs/guides/index.md": "/guides/",
    "src/content/docs/guides/slugged.md": "/somewhere/else/",
    "src/content/docs/index.mdx": "/",
  });
  expect(read.model).toMatchObject({ title: "Ovens", titleSuffix: " | Ovens", language: "en" });
  const hrefs = [
    "@assets/heat.png",
    "/fr/guides/heat/",
    "/fr/somewhere/else/",
    "/pt-br/",
    "/pt-br/guides/draft/",
    "/gone/",
    "/404.html",
  ];
  const from = read.entry("src/content/docs/index.mdx");
  const found = hrefs.map((href) => {
    const { kind, entry } = read.site.resolve(from, href);
    return [href, kind, entry?.path];
  });
  expect(found).toEqual([
    ["@assets/heat.png", "unknown", undefined],
    ["/fr/guides/heat/", "page", "src/content/docs/fr/guides/heat.md"],
    ["/fr/somewhere/else/", "page", "src/content/docs/guides/slugged.md"],
    ["/pt-br/", "page", "src/content/docs/index.mdx"],
    ["/pt-br/guides/draft/", "missing", undefined],
    ["/gone/", "missing", undefined],
    ["/404.html", "static", undefined],
  ]);
});

describe("Starlight's plugins", () => {
  /** Which of these links lead somewhere, on a site with this list of plugins: those that can't be judged are "open". */
  async function linksWith(list: string, hrefs: readonly string[], files: Readonly<Record<string, string>> = {}) {
    const folder = temporaryFolder({
      "astro.config.mjs": [
        'import starlight from "@astrojs/starlight";',
        'import starlightBlog from "starlight-blog";',
        'import starlightChangelogs from "starlight-changelogs";',
        'import linksValidator from "starlight-links-validator";',
        'import starlightOpenAPI from "starlight-openapi";',
        'import { createStarlightTypeDocPlugin } from "starlight-typedoc";',
        'import starlightVersions from "starlight-versions";',
        'import site from "./plugins/site-blog.mjs";',
        'import own from "./plugins/own.mjs";',
        "const [cakeApi, cakeSidebar] = createStarlightTypeDocPlugin();",
        'const schemas = [{ base: "api/ovens", schema: "a.yaml" }, { base: "Api/Bread", schema: "b.yaml" }];',
        'export default { integrations: [starlight({ title: "Ovens",',
        `  locales: { root: { lang: "en" }, fr: {} }, plugins: ${list} })] };`,
      ].join("\n"),
      "src/content/docs/index.md": "Text.\n",
      "src/content/docs/blog/first.md": "Text.\n",
      "src/content/docs/1.0/guide.md": "Text.\n",
      "src/content.config.ts": [
        'import { changelogsLoader } from "starlight-changelogs/loader";',
        "export const collections = {",
        "  docs: defineCollection({ loader: docsLoader() }),",
        '  log: defineCollection({ loader: changelogsLoader([{ provider: "github", base: "log", owner: "a" }]) }),',
        "};",
      ].join("\n"),
      ...files,
    });
    const read = await readSite(folder.path);
    folder.remove();
    const from = read.entry("src/content/docs/index.md");
    return hrefs.filter((href) => read.site.resolve(from, href).kind === "missing");
  }

  test.each<[string, readonly string[], readonly string[]]>([
    [
      "[starlightBlog({ authors: { anna: { name: 'Anna' } } })]",
      ["/blog/", "/blog/2/", "/blog/tags/rye/", "/blog/authors/anna/", "/blog/rss.xml", "/fr/blog/2/", "/blog/first/"],
      ["/blog/second/", "/blog/tags/", "/gone/", "/fr/gone/"],
    ],
    [
      "[starlightBlog({ prefix: 'news' })]",
      ["/news/", "/news/tags/rye/", "/blog/first/"],
      ["/blog/", "/blog/tags/rye/"],
    ],
    [
      "[starlightOpenAPI(schemas)]",
      ["/api/ovens/", "/api/ovens/operations/heat/", "/api/bread/x/"],
      ["/api/", "/gone/"],
    ],
    ["[cakeApi({ output: 'cake-api' }), cakeApi({})]", ["/cake-api/classes/cake/", "/api/x/"], ["/cakes/", "/gone/"]],
    ["[starlightVersions({ versions: [{ slug: '1.0' }, { slug: 'v2' }] })]", ["/v2/guide/", "/10/guide/"], ["/10/x/"]],
    ["[starlightChangelogs()]", ["/log/", "/log/version/1/"], ["/logs/", "/gone/"]],
    ["[...(isOn ? [linksValidator({ exclude: ['/blog/**'] })] : []), own()]", ["/blog/", "/blog/a/"], ["/gone/"]],
    // What can't be read, or is not known, may add any page.
    ["[starlightBlog({ prefix: prefixOf(site) })]", ["/gone/"], []],
    ["[starlightBlog(optionsOf(site))]", ["/gone/"], []],
    ["[starlightOpenAPI([{ ...shared }])]", ["/gone/"], []],
    ["[site()]", ["/gone/"], []],
    ["[own(), blogPlugin]", ["/gone/"], []],
  ])("%s adds %j and leaves %j to the documents", async (list, added, missing) => {
    expect(await linksWith(list, [...added, ...missing])).toEqual(missing);
  });
});
