import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { placePosts } from "#sites/index";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";
import { readSite } from "./read-site.ts";

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/sites/${name}`, import.meta.url));

/** What links in a document of a fixture lead to: kind, and what they should be written as. */
async function targets(name: string, from: string, hrefs: readonly string[]) {
  const { site, entry } = await readSite(fixture(name));
  return hrefs.map((href) => {
    const { kind, form, canonical } = site.resolve(entry(from), href);
    return [href, kind, ...(form === undefined ? [] : [form]), ...(canonical === undefined ? [] : [canonical])];
  });
}

const inHugo = "content/posts/2026-salt.md";

test("Hugo: pages, lists, terms, files", async () => {
  const pages = [
    "/blog/2026/04/a-loaf/",
    "../../05/café-crème-brûlée/",
    "/blog/journal/",
    "/blog/tags/c%23/",
    "/blog/tags/slow-dough/",
  ];
  const lists = ["/blog/journal/page/3/", "/blog/flours/rye/", "/blog/", "https://rye.example/blog/who/"];
  const files = ["/blog/favicon.ico", "/blog/sitemap.xml", "/blog/2026/04/a-loaf/crust.jpg"];
  expect((await targets("hugo", inHugo, [...pages, ...lists])).map(([, kind]) => kind)).toEqual([
    "page",
    "page",
    "page",
    "page",
    "page",
    "page",
    "page",
    "page",
    "page",
  ]);
  expect((await targets("hugo", inHugo, files)).map(([, kind]) => kind)).toEqual(["static", "static", "static"]);
});

test("Hugo: aliases and redirects lead to the page at their end", async () => {
  const hrefs = ["/blog/salt/?a=1#top", "/blog/2026/06/old-salt/", "/blog/me", "/blog/bread/", "/blog/old/who/"];
  expect(await targets("hugo", inHugo, hrefs)).toEqual([
    ["/blog/salt/?a=1#top", "alias", "/blog/2026/06/salt/?a=1#top"],
    ["/blog/2026/06/old-salt/", "alias", "/blog/2026/06/salt/"],
    ["/blog/me", "alias", "/blog/who/"],
    ["/blog/bread/", "redirect", "/blog/2026/04/a-loaf/"],
    ["/blog/old/who/", "redirect", "/blog/who/"],
  ]);
});

test("Hugo: forms that the site does not serve, and where they should lead", async () => {
  const hrefs = ["/blog/who", "/blog/who/index.html", "loaf/index.md", "/blog/about/", "/blog/WHO/", "/blog/nowhere/"];
  expect(await targets("hugo", inHugo, hrefs)).toEqual([
    ["/blog/who", "page", "slash", "/blog/who/"],
    ["/blog/who/index.html", "page", "index-file", "/blog/who/"],
    ["loaf/index.md", "page", "source-file", "/blog/2026/04/a-loaf/"],
    ["/blog/about/", "missing", "file-name", "/blog/who/"],
    ["/blog/WHO/", "missing", "case", "/blog/who/"],
    ["/blog/nowhere/", "missing"],
  ]);
});

test("Hugo: what is left out, what lies elsewhere, what a template decides", async () => {
  const hrefs = ["/blog/2027/01/later/", "/elsewhere/", "https://bread.example/", "mailto:a@b.example", "", "#top"];
  const calls = [
    '{{< ref "cafe.md" >}}',
    '{{< relref "/posts/loaf" >}}',
    '{{< ref "slat" >}}',
    '{{% relref path="cafe.md" %}}',
    '{{% relref path="slat" %}}',
    '{{% relref path="slat" lang="de" %}}',
    "/x/{{ .Page }}/",
    "%URL%",
  ];
  expect((await targets("hugo", inHugo, [...hrefs, ...calls])).map(([, kind]) => kind)).toEqual([
    "unpublished",
    "unknown",
    "external",
    "external",
    "self",
    "self",
    "page",
    "page",
    "missing",
    "page",
    "missing",
    "unknown",
    "unknown",
    "unknown",
  ]);
});

test("Hugo: documents in HTML, lists of each language, what is redirected by the host or made by templates", async () => {
  const hrefs = ["/give/", "/give", "/donate.html", "/de/tags/", "/about/slow-dough/", "/en/", "/feed.xml"];
  const redirects = ["/flour", "/menu", "/docs/latest/flour/", "/docs/reference/made/", "/images/of-the-theme.svg"];
  const missing = ["/elsewhere/", "/docs/made/"];
  expect(await targets("hugo-languages", "content/en/docs/flour.md", [...hrefs, ...redirects, ...missing])).toEqual([
    ["/give/", "page"],
    ["/give", "page", "slash", "/give/"],
    ["/donate.html", "alias", "/give/"],
    ["/de/tags/", "page"],
    ["/about/slow-dough/", "page"],
    ["/en/", "alias", "/"],
    ["/feed.xml", "unknown"],
    ["/flour", "redirect", "/docs/flour-and-water/"],
    ["/menu", "missing"],
    ["/docs/latest/flour/", "unknown"],
    ["/docs/reference/made/", "unknown"],
    ["/images/of-the-theme.svg", "unknown"],
    ["/elsewhere/", "missing"],
    ["/docs/made/", "missing"],
  ]);
});

test("Hugo: a document is named in the language of the one that links, and by its path in the site's own", async () => {
  const hrefs = ['{{< relref "flour.md" >}}', '{{< ref "/posts/salt" >}}', "/docs/flour/", "/de/docs/flour/"];
  const { site, entry } = await readSite(fixture("hugo-languages"));
  const found = hrefs.map((href) => site.resolve(entry("content/de/docs/oven.md"), href).entry?.path);
  expect(found).toEqual([
    "content/de/docs/flour.md",
    "content/en/posts/salt.md",
    "content/en/docs/flour.md",
    "content/de/docs/flour.md",
  ]);
});

test("Hugo: the name of a file stands for its page in its own language alone", async () => {
  const folder = temporaryFolder({
    "hugo.toml":
      'baseURL = "https://rye.example/"\ndefaultContentLanguage = "en"\n[languages.en]\ncontentDir = "content/en"\n[languages.de]\ncontentDir = "content/de"\n',
    "content/en/posts/salt.md": "---\ntitle: Salt\n---\n",
    "content/de/posts/brot_ofen.md": "---\ntitle: Ofen\nslug: ofen\n---\n",
  });
  const { site, entry } = await readSite(folder.path);
  folder.remove();
  const found = ["/de/posts/brot_ofen/", "/posts/brot_ofen/"].map((href) => {
    const { kind, form, canonical } = site.resolve(entry("content/en/posts/salt.md"), href);
    return [kind, form, canonical];
  });
  expect(found).toEqual([
    ["missing", "file-name", "/de/posts/ofen/"],
    ["missing", undefined, undefined],
  ]);
});

test("Hugo: where languages share a host, links and pictures may name documents and assets by their paths", async () => {
  const folder = temporaryFolder({
    "hugo.toml": 'baseURL = "https://rye.example/"\n[languages.en]\n[languages.de]\n',
    "content/docs/flour.md": "---\ntitle: Flour\nslug: all-of-flour\n---\n",
    "content/docs/flour.de.md": "---\ntitle: Mehl\nslug: alles-mehl\n---\n",
    "content/docs/salt.md": "---\ntitle: Salt\n---\n",
    "content/docs/oven/index.de.md": "---\ntitle: Ofen\n---\n",
    "content/docs/oven/index.md": "---\ntitle: Oven\n---\n",
    "content/docs/oven/door.jpg": "",
  });
  const { site, entry } = await readSite(folder.path);
  folder.remove();
  const from = (path: string, hrefs: readonly string[]) =>
    hrefs.map((href) => {
      const { kind, url, form } = site.resolve(entry(path), href);
      return [kind, url, ...(form === undefined ? [] : [form])];
    });
  const hrefs = ["/docs/flour", "flour.md", "/docs/all-of-flour", "/docs/salt", "/docs", "/docs/flour/gone"];
  expect(from("content/docs/flour.de.md", hrefs)).toEqual([
    ["page", "/de/docs/alles-mehl/"],
    ["page", "/de/docs/alles-mehl/"],
    ["page", "/docs/all-of-flour/", "slash"],
    ["page", "/docs/salt/", "slash"],
    ["page", "/docs/"],
    ["missing", "/docs/flour/gone"],
  ]);
  expect(from("content/docs/oven/index.md", ["door.jpg"])).toEqual([["static", "/docs/oven/door.jpg"]]);
  expect(from("content/docs/oven/index.de.md", ["door.jpg"])).toEqual([["static", "/de/docs/oven/door.jpg"]]);
});

test("Hugo: calls count from a section's own folder, in any case; a page that is only linked may be served by others", async () => {
  const folder = temporaryFolder({
    "hugo.toml": 'baseURL = "https://rye.example/"\n',
    "content/docs/bread/_index.md": "---\ntitle: Bread\n---\n",
    "content/docs/bread/Dark Rye.md": "---\ntitle: Dark rye\n---\n",
    "content/docs/api.md": "---\ntitle: API\nbuild: { render: link }\n---\n",
    "layouts/_markup/render-link.html": '<a href="{{ ref .Page .Destination }}">{{ .Text }}</a>\n',
  });
  const { site, entry } = await readSite(folder.path);
  folder.remove();
  const hrefs = ['{{< relref "dark-rye" >}}', '{{< relref "/docs/Bread/Dark-Rye" >}}', "../api", "/docs/bread"];
  const found = hrefs.map((href) => site.resolve(entry("content/docs/bread/_index.md"), href));
  expect(found.map(({ kind, url, form }) => [kind, url, form])).toEqual([
    ["page", "/docs/bread/dark-rye/", undefined],
    ["page", "/docs/bread/dark-rye/", undefined],
    ["unknown", "/docs/api", undefined],
    ["page", "/docs/bread/", undefined],
  ]);
});

test("Hugo: a file in a bundle is a part of its page, and no copy of it", async () => {
  const text =
    "---\ntitle: Salt\n---\n\n" + "Salt slows the yeast down, and the dough keeps its shape for longer. ".repeat(20);
  const folder = temporaryFolder({
    "hugo.toml": 'baseURL = "https://rye.example/"\n',
    "content/posts/salt/index.md": text,
    "content/posts/salt/draft-of-salt.md": text,
    "content/posts/rye/index.md": text.replaceAll("Salt", "Rye"),
    "content/posts/oats.md": text.replaceAll("Salt", "Rye"),
  });
  const { stdout } = await callMain(["--only", "dup/exact-body", "--no-cache", "-f", "compact"], { cwd: folder.path });
  folder.remove();
  expect(stdout.match(/^content[^:]+/gm)).toEqual(["content/posts/oats.md", "content/posts/rye/index.md"]);
});

test("Jekyll: post_url, link, redirect_from, both forms of the last slash", async () => {
  const hrefs = [
    "{% post_url 2026-06-12-salt-and-clock %}",
    "{{ site.baseurl }}{% link about.md %}",
    "{% link gone.md %}",
    "/salt/",
    "/about",
    "/assets/loaf.jpg",
    "/gone/",
  ];
  expect((await targets("jekyll", "about.md", hrefs)).map(([, kind]) => kind)).toEqual([
    "page",
    "page",
    "missing",
    "alias",
    "page",
    "static",
    "missing",
  ]);
});

test("Astro: files beside the source, and routes that only code knows", async () => {
  const hrefs = [
    "./crust.jpg",
    "../../assets/oven.svg",
    "/blog/about",
    "/blog/posts/gone/",
    "/blog/posts/unfinished/",
    "/blog/tags/rye/2/",
    "/blog/gone/",
    "/blog/bread",
    "/blog/rss.xml",
    "/blog/robots.txt",
  ];
  expect(await targets("astro", "src/content/posts/rye.md", hrefs)).toEqual([
    ["./crust.jpg", "static"],
    ["../../assets/oven.svg", "static"],
    ["/blog/about", "page", "slash", "/blog/about/"],
    ["/blog/posts/gone/", "missing"],
    ["/blog/posts/unfinished/", "unpublished"],
    ["/blog/tags/rye/2/", "unknown"],
    ["/blog/gone/", "missing"],
    ["/blog/bread", "redirect", "/blog/posts/rye/"],
    ["/blog/rss.xml", "static"],
    ["/blog/robots.txt", "unknown"],
  ]);
});

test("Docusaurus makes links of links to files", async () => {
  const hrefs = [
    "./03-salt.md#how-much",
    "/guide/heat/",
    "../ovens",
    "/img/loaf.jpg",
    "/guide/gone",
    "/blog/tags/salt",
  ];
  expect(await targets("docusaurus", "docs/01-start/02-first-loaf.md", hrefs)).toEqual([
    ["./03-salt.md#how-much", "page"],
    ["/guide/heat/", "page"],
    ["../ovens", "missing", "file-name", "/guide/heat"],
    ["/img/loaf.jpg", "static"],
    ["/guide/gone", "missing"],
    ["/blog/tags/salt", "unknown"],
  ]);
});

test("a plain folder: what counts from elsewhere than the file is not judged", async () => {
  const hrefs = [
    "@/notes/clock.md#salt-water-2-5",
    "@/components/loaf.svg",
    "{% link _notes/clock.md %}",
    "../../../05/01/loaf/crust.jpg",
    "clock.html",
    "./gone.md",
  ];
  expect((await targets("plain", "content/notes/clock.md", hrefs)).map(([, kind]) => kind)).toEqual([
    "page",
    "unknown",
    "page",
    "unknown",
    "unknown",
    "missing",
  ]);
});

test("Jekyll: what Liquid puts before a path, and what it makes of one", async () => {
  const hrefs = [
    "{{ site.baseurl }}/about/",
    "{{ site.url }}{{ site.baseurl }}/about/",
    "{{ site.baseurl }}",
    '{{ "/about/" | relative_url }}',
    "{{ 'about' | absolute_url }}#team",
    '{{ "https://oats.example/" | relative_url }}',
    "{{ site.baseurl }}/gone/",
    '{{ "gone.png" | relative_url }}',
    "{{ page.url | relative_url }}",
    "{{ site.baseurl }}{{ page.url }}",
    "{{ site.baseurl }}about/",
  ];
  expect((await targets("jekyll", "docs/ovens.md", hrefs)).map(([, kind]) => kind)).toEqual([
    "page",
    "page",
    "unknown",
    "page",
    "page",
    "external",
    "missing",
    "missing",
    "unknown",
    "unknown",
    "unknown",
  ]);
});

test("a plain folder: only links to files are judged", async () => {
  const hrefs = [
    "../README.md",
    "water.md",
    "../img/loaf.jpg",
    "../img/crust.jpg",
    "chart.svg",
    "/posts/",
    "/img/no.jpg",
    // What is served as a page may be made of a document, here or elsewhere.
    "rye.html",
    "gone.html",
  ];
  expect((await targets("plain", "posts/salt.md", hrefs)).map(([, kind]) => kind)).toEqual([
    "page",
    "missing",
    "static",
    "missing",
    "unknown",
    "unknown",
    "unknown",
    "page",
    "unknown",
  ]);
});

test("where not every document was read, nothing is missing", async () => {
  const { model, entries } = await readSite(fixture("plain"));
  const some = entries.slice(0, 1);
  const [from] = some;
  if (from === undefined) throw new Error("the fixture has documents");
  expect(placePosts(model, some, "2026-07-01").resolve(from, "posts/water.md").kind).toBe("unknown");
});
