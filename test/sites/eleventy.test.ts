import { afterEach, expect, test } from "vitest";
import { temporaryFolder } from "../support/run-cli.ts";
import { readSite, urlsOf } from "./read-site.ts";

let folder: ReturnType<typeof temporaryFolder> | undefined;
afterEach(() => folder?.remove());

test("folders of parts and ignored files are no content, other folders with underscores are", async () => {
  folder = temporaryFolder({
    "eleventy.config.js": `export default (config) => {
      config.ignores.add("./src/kept-out.md");
      config.setLayoutsDirectory("_frames");
      return { dir: { input: "src", includes: "../parts" } };
    };`,
    ".gitignore": "src/made/\n",
    ".eleventyignore": "# no pages\nsrc/old-*.md\n",
    "src/.eleventyignore": "notes\n",
    "parts/a.md": "A part.",
    "src/_data/a.md": "Data.",
    "src/_frames/a.md": "A layout.",
    "src/made/a.md": "Made by a tool.",
    "src/notes/a.md": "Notes.",
    "src/old-rye.md": "Old.",
    "src/kept-out.md": "Kept out.",
    "src/_posts/rye.md": "Rye.",
    "src/_draft.md": "Salt.",
  });
  expect(urlsOf(await readSite(folder.path))).toEqual({
    "src/_posts/rye.md": "/_posts/rye/",
    "src/_draft.md": "/_draft/",
  });
});

test("data of a folder with an underscore count, and templates in it are served", async () => {
  folder = temporaryFolder({
    "eleventy.config.js": 'export default () => ({ dir: { input: "src" } });',
    "src/_data/_data.11tydata.js": "export default { permalink: (data) => data.title };",
    "src/_posts/_posts.json": '{ "permalink": "/p/{{ page.fileSlug }}/" }',
    "src/_posts/2026-01-02-rye.md": "[All](/all/) [Old](/old/)",
    "src/_pages/all.njk": "---\npermalink: /all/\n---\n",
  });
  const site = await readSite(folder.path);
  expect(urlsOf(site)).toEqual({ "src/_posts/2026-01-02-rye.md": "/p/rye/" });
  expect(
    ["/all/", "/old/"].map((href) => site.site.resolve(site.entry("src/_posts/2026-01-02-rye.md"), href).kind),
  ).toEqual(["page", "missing"]);
  expect(site.model.notices).toEqual([]);
});

test.each([
  ["permalink: function({page}) {\n    return `/w/${ page.fileSlug }/`\n  },", "/w/rye/"],
  ["permalink: ({ page }) => `/w/${page.fileSlug}/`,", "/w/rye/"],
  ["permalink(data) { return `/w${data.page.filePathStem}.html`; },", "/w/posts/rye.html"],
  ["permalink: (data) => `/w/${data.section}/${data.page.fileSlug}/`,", null],
  ["permalink: (data) => `/w/${data.page.fileSlug}/` + data.end,", null],
  ["permalink: ({ page }) => { if (page.draft) return false; return `/w/${page.fileSlug}/`; },", null],
  ["eleventyComputed: { permalink: ({ page }) => `/w/${page.fileSlug}/` },", null],
])("a function of a data file that says %s", async (line, url) => {
  folder = temporaryFolder({
    ".eleventy.js": "module.exports = () => ({});",
    "posts/posts.11tydata.js": `export default {\n  ${line}\n};\n`,
    "posts/rye.md": "Rye.",
  });
  expect(urlsOf(await readSite(folder.path))).toEqual({ "posts/rye.md": url });
});

test("calls with the names of Jekyll's are the site's own: what they name is found, and may be anything else", async () => {
  folder = temporaryFolder({
    ".eleventy.js": "module.exports = (config) => { config.addShortcode('post_url', (name) => `/${name}/`); };",
    "_posts/2026-01-02-rye.md": "Rye.",
    "salt.md": "Salt.",
  });
  const { site, entry } = await readSite(folder.path);
  const kinds = ['{% post_url "2026-01-02-rye" %}', "{% post_url 'oats' %}", '{% link "salt.md" %}#much'].map((href) =>
    site.resolve(entry("salt.md"), href),
  );
  expect(kinds).toMatchObject([
    { kind: "page", url: "/_posts/2026-01-02-rye/" },
    { kind: "unknown" },
    { fragment: "much" },
  ]);
});

test("an input folder that the config computes is the one with the data", async () => {
  const files = {
    ".eleventy.js":
      "const config = require('./paths.js');\nmodule.exports = () => ({ dir: { input: config.dir.src } });",
    "src/_data/site.json": "{}",
    "src/rye.md": "Rye.",
    "old/oats.md": "Oats.",
  };
  folder = temporaryFolder(files);
  expect(urlsOf(await readSite(folder.path))).toEqual({ "src/rye.md": "/rye/" });
  folder.remove();
  folder = temporaryFolder({ ...files, "_includes/page.njk": "{{ content }}" });
  expect(urlsOf(await readSite(folder.path))).toEqual({ "src/rye.md": "/src/rye/", "old/oats.md": "/old/oats/" });
});

test("a layout with a permalink has the say over its pages, and what decides it must be known", async () => {
  const files = {
    "eleventy.config.js": 'export default () => ({ dir: { input: "src" } });',
    "src/_includes/plain.njk": "{{ content }}",
    "src/_includes/placed.njk": '---\npermalink: "/p/{{ page.fileSlug }}/"\n---\n{{ content }}',
    "src/_includes/inner.njk": "---\nlayout: placed\n---\n{{ content }}",
    "src/rye.md": "---\nlayout: plain.njk\n---\n",
    "src/salt.md": "---\nlayout: inner.njk\n---\n",
    "src/oats.md": "---\nlayout: plain\npermalink: /o/\n---\n",
    "src/bare.md": "Nothing.",
  };
  folder = temporaryFolder(files);
  const known = { "src/rye.md": "/rye/", "src/salt.md": null, "src/oats.md": "/o/" };
  expect(urlsOf(await readSite(folder.path))).toEqual({ ...known, "src/bare.md": "/bare/" });
  folder.remove();
  folder = temporaryFolder({ ...files, "src/src.json": '{ "layout": "inner.njk" }' });
  expect(urlsOf(await readSite(folder.path))).toEqual({ ...known, "src/bare.md": null });
});

test("front matter in JavaScript counts", async () => {
  folder = temporaryFolder({
    ".eleventy.js": "module.exports = () => ({});",
    "rye.md": '---js\n{ title: "Rye", permalink: "/dark/" }\n---\nRye.\n',
    "salt.md": "---js\nconst draft = true;\n---\nSalt.\n",
  });
  expect(urlsOf(await readSite(folder.path))).toEqual({ "rye.md": "/dark/", "salt.md": null });
});

test.each([
  ["_data/metadata.js", 'module.exports = { title: "Rye", url: "https://rye.dev/bread/" };', "https://rye.dev"],
  ["_data/site.json", '{ "host": "http://www.rye.dev" }', "http://www.rye.dev"],
  ["_data/site.json", '{ "url": "https://example.com/" }', undefined],
  ["_data/site.json", '{ "url": "/bread/" }', undefined],
  ["_data/site.json", '{ "url"', undefined],
  ["_data/mill.json", '{ "url": "https://mill.dev/" }', undefined],
  ["public/CNAME", "www.rye.dev\n", "https://www.rye.dev"],
  ["CNAME", "../rye\n", undefined],
])("the host is in the global data, or in the file for GitHub Pages: %s with %s", async (path, text, origin) => {
  folder = temporaryFolder({ "eleventy.config.js": "export default () => ({});", [path]: text, "rye.md": "Rye." });
  expect((await readSite(folder.path)).model.baseUrl).toBe(origin);
});
