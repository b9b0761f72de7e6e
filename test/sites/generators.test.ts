import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { findSite } from "#sites/index";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";
import { readSite, urlsOf } from "./read-site.ts";

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/sites/${name}`, import.meta.url));

test("Hugo: permalinks, slugs, url, bundles, languages, ugly URLs, cascades", async () => {
  expect(urlsOf(await readSite(fixture("hugo")))).toEqual({
    "content/_index.md": "/blog/",
    "content/about.de.md": "/blog/de/about/",
    "content/about.md": "/blog/who/",
    "content/notes/One Note.md": "/blog/notes/one-note.html",
    "content/parts/_index.md": null,
    "content/parts/table.md": null,
    "content/posts/2026-salt.md": "/blog/2026/06/salt/",
    "content/posts/_index.md": "/blog/journal/",
    "content/posts/cafe.md": "/blog/2026/05/café-crème-brûlée/",
    "content/posts/later.md": null,
    "content/posts/loaf/index.md": "/blog/2026/04/a-loaf/",
    "content/posts/loaf/notes.md": null,
    "content/posts/over.md": null,
    "content/posts/unfinished.md": null,
  });
});

test("Jekyll: only `published` holds a post back, with no quotes and in any word for false", async () => {
  const post = (line: string) => `---\ntitle: Rye\n${line}\n---\n\nRye.\n`;
  const folder = temporaryFolder({
    "_config.yml": "url: https://rye.example\n",
    "_posts/2026-05-01-a.md": post("published: false"),
    "_posts/2026-05-01-b.md": post("published: no"),
    "_posts/2026-05-01-c.md": post('published: "false"'),
    "_posts/2026-05-01-d.md": post("draft: true"),
  });
  expect(urlsOf(await readSite(folder.path))).toEqual({
    "_posts/2026-05-01-a.md": null,
    "_posts/2026-05-01-b.md": null,
    "_posts/2026-05-01-c.md": "/2026/05/01/c.html",
    "_posts/2026-05-01-d.md": "/2026/05/01/d.html",
  });
  folder.remove();
});

test("Jekyll: styles, collections, defaults, dates of file names", async () => {
  expect(urlsOf(await readSite(fixture("jekyll")))).toEqual({
    "_drafts/unfinished.md": null,
    "_posts/2026-04-03-rye.md": "/2026/04/04/dark-rye/",
    "_posts/2026-06-12-salt-and-clock.md": "/baking/slow/2026/06/12/salt-and-clock/",
    "_posts/2027-01-01-later.md": null,
    "_posts/news/2026-05-01-Open Day.md": "/news/2026/Open-Day.html",
    "_recipes/bread/spelt.md": "/recipes/bread/spelt/",
    "about.md": "/about/",
    "docs/index.md": "/docs/",
    "docs/ovens.md": "/ovens.html",
  });
});

test("Jekyll: an index whose permalink has no ending is served at its folder", async () => {
  const folder = temporaryFolder({
    "_config.yml": 'collections: { kinds: { output: true, permalink: "/:collection/:path" } }\n',
    "_kinds/rye/index.md": "---\ntitle: Rye\n---\n",
    "_kinds/rye/dark.md": "---\ntitle: Dark\n---\n",
  });
  expect(urlsOf(await readSite(folder.path))).toEqual({
    "_kinds/rye/dark.md": "/kinds/rye/dark",
    "_kinds/rye/index.md": "/kinds/rye/",
  });
  folder.remove();
});

describe("Jekyll with a folder of collections, a time zone and pages in HTML", () => {
  const collections = fixture("jekyll-collections");

  // What Jekyll 4.3.1 makes of the folder.
  test("serves every document where the build does, and leaves out what the build leaves out", async () => {
    expect(urlsOf(await readSite(collections))).toEqual({
      "_pages/about.md": "/about/",
      "hidden.md": null,
      "notes/_breads/2026-01-02-Spelt_Loaf.md": "/breads/2026-01-02-Spelt_Loaf/",
      "notes/_breads/wheat/old/Bun.md": "/old-breads/bun/",
      "notes/_posts/2026-05-01-open.md": "/zh_cn/big news/2026/5/1/open",
      "notes/_posts/2026-06-12-Rye--and Salt.md": "/2026/6/11/Rye-and-Salt",
      "notes/_posts/2026-06-13-plain-time.md": "/2026/6/12/plain-time",
      "notes/_posts/2026-06-14-unix.md": "/2026/6/14/unix",
      "notes/_posts/2026-06-15-odd.md": "/2026/6/15/odd",
      "notes/_posts/undated.md": null,
      "notes/blog/_posts/2026-05-02-salt.md": "/blog/one/two/2026/5/2/salt",
    });
  });

  test("knows pages in HTML, what leads to them, and files that are served as they are", async () => {
    const { site, entry } = await readSite(collections);
    const kindOf = (href: string) => site.resolve(entry("_pages/about.md"), href).kind;
    expect(["/breads/rye/", "/who/", "/style.css", "/journal/", "/breads/table.md"].map(kindOf)).toEqual(
      Array.from({ length: 5 }, () => "static"),
    );
    expect(["/team/", "/crew"].map(kindOf)).toEqual(["alias", "alias"]);
    expect(["/gone/", "/lib/notes/", "/old/half.draft/", "/2026/6/12/Rye-and-Salt"].map(kindOf)).toEqual(
      Array.from({ length: 4 }, () => "missing"),
    );
    expect(kindOf("/journal/page/2/")).toBe("page");
    // A time without an offset is one of UTC, unless it stands in quotes.
    expect(kindOf("/2026/6/13/plain-time")).toBe("unknown");
  });
});

describe("Jekyll as the machine has it", () => {
  const placed = async (files: Record<string, string>) => {
    const folder = temporaryFolder({ "_config.yml": "title: Rye\n", ...files });
    const read = await readSite(folder.path);
    folder.remove();
    return read;
  };
  const post = "---\ntitle: Salt\ndate: 2026-06-12 20:00:00 -0700\n---\n";

  test("without a time zone takes that of pipelines, and a post on the day as written for none that is missing", async () => {
    const { site, entry } = await placed({ "_posts/2026-06-12-salt.md": post });
    const salt = entry("_posts/2026-06-12-salt.md");
    expect(site.urlOf(salt)).toBe("/2026/06/13/salt.html");
    expect(site.resolve(salt, "/2026/06/12/salt.html").kind).toBe("unknown");
    expect(site.resolve(salt, "/2026/06/11/salt.html").kind).toBe("missing");
  });

  test("puts the one category of a post behind its others, as the build does", async () => {
    const { site, entry } = await placed({
      "_posts/2026-06-12-salt.md": "---\ntitle: Salt\ncategory: clock\ncategories: sea salt\n---\n",
    });
    expect(site.urlOf(entry("_posts/2026-06-12-salt.md"))).toBe("/sea/salt/clock/2026/06/12/salt.html");
  });

  test("makes pages of Markdown without front matter only where a plugin does, as on GitHub", async () => {
    const bare = { "docs/README.md": "# Docs\n", "docs/salt.md": "# Salt\n", "CONTRIBUTING.md": "Help.\n" };
    expect(urlsOf(await placed(bare))).toEqual({ "docs/README.md": "/docs/", "docs/salt.md": "/docs/salt.html" });
    expect(urlsOf(await placed({ ...bare, Gemfile: 'gem "jekyll"\n' }))).toEqual({});
  });

  test("on GitHub takes a folder without a page for another repository's site", async () => {
    const files = { CNAME: "rye.example\n", "_posts/2026-06-12-salt.md": post, "breads/rye.md": "# Rye\n" };
    const { site, entry } = await placed(files);
    const kindOf = (href: string) => site.resolve(entry("_posts/2026-06-12-salt.md"), href).kind;
    expect(["/handbook/flour.html", "/breads/gone.html", "/gone"].map(kindOf)).toEqual([
      "unknown",
      "missing",
      "missing",
    ]);
  });

  test("takes an address without brackets for text, as kramdown does", async () => {
    const folder = temporaryFolder({
      "_config.yml": "url: https://rye.example\n",
      "about.md":
        "---\ntitle: About\nredirect_from: [/who/, /team/]\n---\n\nhttps://rye.example/who/ and <https://rye.example/team/>\n",
    });
    const args = ["--only", "link/redirected-internal", "--no-cache", "-f", "compact"];
    const { stdout } = await callMain(args, { cwd: folder.path });
    folder.remove();
    expect(stdout.match(/\S+ is an alias/g)).toEqual(["https://rye.example/team/ is an alias"]);
  });

  test("leaves open where an alias leads that several documents have", async () => {
    const { site, entry } = await placed({
      "rye.md": "---\nredirect_from: /bread/\n---\n",
      "spelt.md": "---\nredirect_from: [/bread/, /grain/]\n---\n",
    });
    const targetOf = (href: string) => site.resolve(entry("rye.md"), href);
    expect(targetOf("/bread/")).toEqual({ kind: "alias", url: "/spelt.html", fragment: "", isShared: true });
    expect(targetOf("/grain/")).toMatchObject({ kind: "alias", canonical: "/spelt.html" });
  });

  test("with a generator of pages misses only what has the form of a post", async () => {
    const { site, entry } = await placed({
      "_plugins/topics.rb": "class Topics < Jekyll::Generator\nend\n",
      "_posts/2026-06-12-salt.md": post,
    });
    const kindOf = (href: string) => site.resolve(entry("_posts/2026-06-12-salt.md"), href).kind;
    expect(["/topics/", "/2026/06/", "/2026/06/12/rye.html"].map(kindOf)).toEqual(["unknown", "unknown", "missing"]);
  });

  test("with a generator of pages misses pictures in folders that have files, and source files", async () => {
    const { site, entry } = await placed({
      "_plugins/topics.rb": "class Topics < Jekyll::Generator\nend\n",
      "_posts/2026-06-12-salt.md": post,
      "img/salt.png": "",
    });
    const kindOf = (href: string) => site.resolve(entry("_posts/2026-06-12-salt.md"), href).kind;
    expect(["/img/rye.png", "/made/rye.png", "/img/"].map(kindOf)).toEqual(["missing", "unknown", "unknown"]);
  });

  test("leaves the further pages of a list open, and not the posts beside them", async () => {
    const { site, entry } = await placed({
      "_config.yml": "plugins: [jekyll-paginate]\npermalink: /blog/:title/\npaginate_path: /blog/:num/\n",
      "_posts/2026-06-12-salt.md": post,
    });
    const kindOf = (href: string) => site.resolve(entry("_posts/2026-06-12-salt.md"), href).kind;
    expect(["/blog/2/", "/blog/3", "/blog/rye/"].map(kindOf)).toEqual(["unknown", "unknown", "missing"]);
  });

  test("knows where jekyll-archives puts its lists", async () => {
    const { site, entry } = await placed({
      "_config.yml":
        "plugins: [jekyll-archives]\npermalink: /blog/:title/\njekyll-archives:\n  enabled: all\n  permalinks:\n    tag: /topics/:name/\n",
      "_posts/2026-06-12-salt.md": post,
    });
    const kindOf = (href: string) => site.resolve(entry("_posts/2026-06-12-salt.md"), href).kind;
    expect(["/topics/rye/", "/2026/06/", "/category/rye/", "/blog/rye/"].map(kindOf)).toEqual([
      "unknown",
      "unknown",
      "unknown",
      "missing",
    ]);
  });
});

test("Astro: pages, and the collections that a dynamic route serves", async () => {
  expect(urlsOf(await readSite(fixture("astro")))).toEqual({
    "src/content/authors/ada.md": null,
    "src/content/posts/2026/Salt and Clock.mdx": "/blog/posts/2026/salt-and-clock/",
    "src/content/posts/ice.md": "/blog/posts/cold-dough/",
    "src/content/posts/rye.md": "/blog/posts/rye/",
    "src/content/posts/unfinished.md": null,
    "src/pages/about.md": "/blog/about/",
  });
});

test("Docusaurus: docs with numbers, blog dates, slugs, ids", async () => {
  expect(urlsOf(await readSite(fixture("docusaurus")))).toEqual({
    "docs/01-start/02-first-loaf.md": "/guide/start/first-loaf",
    "docs/01-start/03-salt.md": "/guide/start/salt-and-time",
    "docs/01-start/index.md": "/guide/start",
    "docs/ovens.md": "/guide/heat",
    "news/2026-04-03-rye/index.md": "/blog/dark-rye",
    "news/2026-06-12-salt.md": "/blog/2026/06/12/salt",
    "news/2026/05/01/open-day.md": "/blog/2026/05/01/open-day",
    "src/pages/about.md": "/about",
  });
});

describe("Hugo with mounts", () => {
  const mounts = fixture("hugo-mounts");

  test("reads the folders that are mounted, and no others, at the paths that they are mounted at", async () => {
    expect(urlsOf(await readSite(mounts))).toEqual({
      "journal/_index.md": "/notes/",
      "journal/ice.md": "/notes/ice/",
      "journal/salt/index.md": "/notes/salt/",
      "texts/de/about.md": "/de/about/",
      "texts/en/about.md": "/about/",
      "texts/en/rye.md": "/rye/",
    });
  });

  test("takes a folder for each language from contentDir, where nothing is mounted", async () => {
    const folder = temporaryFolder({
      "site/hugo.yaml": "languages: { en: { contentDir: texts/en }, de: { contentDir: texts/de } }\n",
      "site/texts/en/rye.md": "Rye.\n",
      "site/texts/de/rye.md": "Roggen.\n",
      "site/content/more.md": "More.\n",
    });
    const model = await findSite(folder.file("site"), folder.path);
    expect(model?.content.map(({ folder: path, language }) => [path, language])).toEqual([
      ["site/texts/en", "en"],
      ["site/texts/de", "de"],
    ]);
    folder.remove();
  });

  test("serves a folder that is mounted for two languages in both", async () => {
    const { site, entry } = await readSite(mounts);
    const lookUp = (href: string) => site.resolve(entry("texts/de/about.md"), href);
    expect(lookUp("/de/rye/").entry?.path).toBe("texts/en/rye.md");
    expect(lookUp("/de/about/").entry?.path).toBe("texts/de/about.md");
    expect(lookUp("/notes/ice/").entry?.path).toBe("journal/ice.md");
    expect(lookUp('{{< relref "/notes/ice.md" >}}').entry?.path).toBe("journal/ice.md");
    expect(lookUp("/notes/draft-of-salt/").kind).toBe("missing");
  });

  test("serves what is mounted as static", async () => {
    const { model } = await readSite(mounts);
    expect(model.staticFiles.map(({ url, path }) => [url, path])).toEqual([
      ["/img/loaf.jpg", "pictures/loaf.jpg"],
      ["/robots.txt", "robots-of-the-site.txt"],
    ]);
  });
});

describe("Hugo with a config folder, languages and a host", () => {
  const languages = fixture("hugo-languages");

  test("takes each language's folder from its config file, and no folder besides", async () => {
    expect(urlsOf(await readSite(languages))).toEqual({
      "content/de/docs/flour.md": "/de/docs/mehl-und-wasser/",
      "content/de/docs/oven.md": "/de/docs/oven/",
      "content/en/docs/flour.md": "/docs/flour-and-water/",
      "content/en/posts/clock.md": "/2026/salt-/-clock/",
      "content/en/posts/salt.md": "/2026/salt/",
    });
  });

  test("takes a slash in a title as the version of Hugo does that the host builds with", async () => {
    const config = 'baseURL = "/"\n[permalinks]\nposts = "/:slug/"\n';
    const site = { "hugo.toml": config, "content/posts/a.md": "---\ntitle: Salt / Clock\n---\n" };
    const urls: (string | null | undefined)[] = [];
    for (const version of ["0.168.0", "0.169.0"]) {
      const folder = temporaryFolder({ ...site, "netlify.toml": `[build.environment]\nHUGO_VERSION = "${version}"\n` });
      urls.push(urlsOf(await readSite(folder.path))["content/posts/a.md"]);
      folder.remove();
    }
    expect(urls).toEqual(["/salt-/-clock/", "/salt-clock/"]);
  });
});

test("Hugo: a slug is judged as the URL has it, and not again in each version of a document", async () => {
  const folder = temporaryFolder({
    "hugo.toml": 'baseURL = "/"\n',
    "content/posts/rye.md": "---\ntitle: Rye\nslug: Dark-Rye\n---\n",
    "content/posts/oats.md": "---\ntitle: Oats\n---\n",
    "content/docs/v1.4/old_oven.md": "---\ntitle: Oven\n---\n",
    "content/docs/v1.5/old_oven.md": "---\ntitle: Oven\n---\n",
    "content/docs/v1.5/flour.md": "---\ntitle: Flour\n---\n",
  });
  const args = ["--only", "index/slug-format", "--no-cache", "-f", "compact"];
  const { stdout } = await callMain(args, { cwd: folder.path });
  expect(stdout.match(/^content\S+/gm)).toEqual(["content/docs/v1.5/old_oven.md:2:8:"]);
  folder.remove();
});

test("Hugo: what versions of a document have in common is told once, at the newest", async () => {
  const page = (version: string) => `---\ntitle: Rye\n---\n\nSee [salt](/docs/${version}/gone/).\n`;
  const folder = temporaryFolder({
    "hugo.toml": 'baseURL = "/"\n',
    "content/docs/2.1/rye.md": page("2.1"),
    "content/docs/2.0/rye.md": page("2.0"),
    "content/docs/2.0/old.md": page("2.0"),
    "content/docs/archive/1.0/rye.md": page("archive/1.0"),
    "content/docs/archive/1.0/old.md": page("2.0"),
  });
  const args = ["--only", "link/broken-internal", "--no-cache", "-f", "json"];
  const { stdout } = await callMain(args, { cwd: folder.path });
  const { findings } = JSON.parse(stdout) as {
    findings: readonly { readonly path: string; readonly related: readonly { readonly path: string }[] }[];
  };
  expect(findings.map(({ path, related }) => [path, ...related.map((other) => other.path)])).toEqual([
    ["content/docs/2.0/old.md", "content/docs/archive/1.0/old.md"],
    ["content/docs/2.1/rye.md", "content/docs/2.0/rye.md", "content/docs/archive/1.0/rye.md"],
  ]);
  folder.remove();
});

describe("Docusaurus with versions and languages", () => {
  const versions = fixture("docusaurus-versions");

  test("serves each where its options say", async () => {
    expect(urlsOf(await readSite(versions))).toEqual({
      "blog/2026-06-12-sel.md": "/kitchen/blog/2026/06/12/sel",
      "docs/guide/first.md": "/kitchen/docs/unbaked/guide/first",
      "docs/guide/salt.md": "/kitchen/docs/unbaked/guide/salt",
      "i18n/fr/docusaurus-plugin-content-blog/2026-06-12-sel.md": "/kitchen/fr/blog/2026/06/12/sel",
      "i18n/fr/docusaurus-plugin-content-docs-recipes/version-1/spelt.md": "/kitchen/fr/recipes/spelt",
      "i18n/fr/docusaurus-plugin-content-docs/current/guide/first.md": "/kitchen/fr/docs/unbaked/guide/first",
      "i18n/fr/docusaurus-plugin-content-docs/version-2.0/starter.md": "/kitchen/fr/docs/starter",
      "i18n/fr/docusaurus-plugin-content-pages/about.md": "/kitchen/fr/about",
      "i18n/german/docusaurus-plugin-content-docs/current/salz.md": "/kitchen/deutsch/docs/unbaked/salz",
      "recipes_versioned_docs/version-1/spelt.md": "/kitchen/recipes/spelt",
      "src/pages/about.md": "/kitchen/about",
      "src/pages/index.mdx": "/kitchen/",
      "versioned_docs/version-1.0/guide/first.md": "/kitchen/docs/1.0/guide/first",
      "versioned_docs/version-1.0/guide/salt.md": "/kitchen/docs/1.0/guide/salt",
      "versioned_docs/version-2.0/guide/first.md": "/kitchen/docs/guide/first",
      "versioned_docs/version-2.0/guide/salt.md": "/kitchen/docs/guide/grains",
    });
  });

  test("leads from a translation to its neighbours, and to originals where there is no translation", async () => {
    const { site, entry } = await readSite(versions);
    const from = entry("i18n/fr/docusaurus-plugin-content-docs/current/guide/first.md");
    const lookUp = (href: string) => {
      const { kind, entry: found } = site.resolve(from, href);
      return [kind, found?.path];
    };
    expect(lookUp("./salt.md")).toEqual(["page", "docs/guide/salt.md"]);
    expect(lookUp("/kitchen/fr/docs/unbaked/guide/salt")).toEqual(["page", "docs/guide/salt.md"]);
    expect(lookUp("/kitchen/deutsch/docs/guide/grains")).toEqual(["page", "versioned_docs/version-2.0/guide/salt.md"]);
    expect(lookUp("./gone.md")[0]).toBe("missing");
    const old = entry("versioned_docs/version-1.0/guide/first.md");
    expect(site.resolve(old, "/guide/salt.md").entry?.path).toBe("versioned_docs/version-1.0/guide/salt.md");
  });

  test("takes the documents of older versions for no doubles of the current ones", async () => {
    const args = ["--only", "title/duplicate", "--only", "dup", "--no-cache", "--now", "2026-07-01", "-f", "compact"];
    expect(await callMain(args, { cwd: versions })).toMatchObject({ code: 0, stdout: "" });
  });

  test("says which language is served elsewhere", async () => {
    const { model } = await readSite(versions);
    expect(model.notices).toEqual(["The pages in nl are served elsewhere; they are left out."]);
  });
});

test("Docusaurus: docs beside the folder of the site", async () => {
  const folder = temporaryFolder({
    "website/docusaurus.config.js": 'module.exports = { presets: [["classic", { docs: { path: "../docs" } }]] };',
    "website/notes.md": "No content.",
    "docs/first.md": "# First\n",
  });
  const model = await findSite(folder.file("website"), folder.path);
  expect(model?.contentFiles).toEqual(["docs/first.md"]);
  folder.remove();
});

test("Eleventy: file names, permalinks of data files, what only code can tell", async () => {
  expect(urlsOf(await readSite(fixture("eleventy")))).toEqual({
    "src/about.md": "/about/",
    "src/docs/docs.md": "/docs/",
    "src/index.md": "/",
    "src/posts/2026-06-12-salt.md": "/salt/",
    "src/posts/ice.md": null,
    "src/posts/part.md": null,
    "src/posts/rye.md": "/bread/rye.html",
  });
});

describe("Eleventy with data files", () => {
  test("takes permalinks from front matter, the template's data, its folder's and those above, and fills them", async () => {
    const site = await readSite(fixture("eleventy-data"));
    expect(urlsOf(site)).toEqual({
      "src/2026-06-12-dated.md": "/2026-06-12-dated/",
      "src/code/a.md": null,
      "src/code/b.md": "/b/",
      "src/computed.md": "/c/creme-and-salt/",
      "src/filter.md": null,
      "src/guides/start.md": "/guides/start/",
      "src/literal/spelt.md": "/lit/spelt/",
      "src/map.md": "/built/",
      "src/notes/oven.md": "/n/notes/oven/",
      "src/posts/2026-06-12-salt.md": "/p/salt/",
      "src/posts/deep/2026-01-02-dough/index.md": "/p/dough/",
      "src/posts/deep/ice.md": "/p/ice/",
      "src/posts/own.md": "/2026/06/2/own/",
      "src/posts/rye.md": "/bread/rye.html",
      "src/unbuilt.md": null,
    });
    expect(site.site.resolve(site.entry("src/map.md"), "/shouted/").kind).toBe("unknown");
    expect(site.model.notices).toEqual([
      "code/code.11tydata.js makes permalinks by code; URLs that depend on them are not known.",
    ]);
  });

  test.each([
    ["_data/eleventyComputed.js", "export default { permalink: (data) => data.title };", null],
    ["_data/eleventyComputed.js", "export default { eyebrow: (data) => data.title };", "/rye/"],
    ["_data/eleventyComputed.json", '{ "permalink": "/{{ title | slugify }}/" }', "/dark-rye/"],
    ["_data/permalink.js", "export default (data) => data.title;", null],
  ])("with %s that is %s", async (path, text, url) => {
    const folder = temporaryFolder({
      ".eleventy.js": "module.exports = () => ({});",
      "rye.md": "---\ntitle: Dark rye\n---\n",
      "ice.md": "---\ntitle: Ice\npermalink: /cold/\n---\n",
      [path]: text,
    });
    const site = await readSite(folder.path);
    expect(urlsOf(site)).toEqual({ "rye.md": url, "ice.md": "/cold/" });
    expect(site.model.notices).toHaveLength(url === null ? 1 : 0);
    folder.remove();
  });
});

test("each generator is known by its config file, with its output folder and its files", async () => {
  const names = ["hugo", "jekyll", "astro", "docusaurus", "eleventy", "plain"];
  const models = await Promise.all(names.map(async (name) => (await readSite(fixture(name))).model));
  expect(models.map(({ generator, configFile = "", output }) => [generator, configFile, output])).toEqual([
    ["hugo", "hugo.toml", "public"],
    ["jekyll", "_config.yml", "_site"],
    ["astro", "astro.config.mjs", "dist"],
    ["docusaurus", "docusaurus.config.js", "build"],
    ["eleventy", "eleventy.config.js", "dist"],
    ["plain", "", "public"],
  ]);
  expect(models.flatMap(({ notices }) => notices)).toEqual([]);
  expect(models.map(({ staticFiles }) => staticFiles.map(({ url }) => url))).toEqual([
    ["/_redirects", "/favicon.ico"],
    [],
    ["/favicon.svg"],
    ["/img/loaf.jpg"],
    ["/img/loaf.jpg", "/robots.txt"],
    [],
  ]);
});
