import { afterEach, expect, test } from "vitest";
import { temporaryFolder } from "../support/run-cli.ts";
import { readSite } from "./read-site.ts";

let folder: ReturnType<typeof temporaryFolder> | undefined;
afterEach(() => folder?.remove());

/** What links from a post lead to. */
async function kindsOf(files: Record<string, string>, links: readonly string[]) {
  folder = temporaryFolder(files);
  const { site, entry } = await readSite(folder.path);
  return Object.fromEntries(links.map((link) => [link, site.resolve(entry("src/blog/rye.md"), link).kind]));
}

const config =
  'export default (config) => {\n  config.addPassthroughCopy("src/img");\n  return { dir: { input: "src" } };\n};';
const blog = { "src/blog/rye.md": "---\ntitle: Rye\n---\n", "src/img/rye.png": "" };

test("templates put pages where their front matter says, and only what that leaves open may be more", async () => {
  const files = {
    ...blog,
    "eleventy.config.js": config,
    "src/index.njk": "<h1>Rye</h1>",
    "src/about.njk": "---\ntitle: About\n---\n",
    "src/feed.njk": '---json\n{\n  "permalink": "feed.xml",\n  "title": "Feed"\n}\n---\n',
    "src/tag.liquid": "---\npagination:\n  data: collections\npermalink: /blog/tags/{{ tag | slug }}/\n---\n",
    "src/notes.njk": "---\npagination:\n  data: notes\n---\n",
    "src/cards.njk": '---\npermalink: "{{ post.url }}card/index.html"\n---\n',
    "src/hidden.njk": "---\npermalink: false\n---\n",
  };
  expect(
    await kindsOf(files, [
      "/about/",
      "/feed.xml",
      "/blog/tags/flour/",
      "/notes/2/",
      "/blog/rye/card/",
      "/app.css",
      "/docs/salt/",
      "/blog/oats/",
      "/abuot/",
      "/hidden/",
      "../oats.md",
      "/img/oats.png",
    ]),
  ).toEqual({
    "/about/": "page",
    "/feed.xml": "static",
    "/blog/tags/flour/": "unknown",
    "/notes/2/": "unknown",
    "/blog/rye/card/": "unknown",
    "/app.css": "unknown",
    // In a folder that the site has nothing in, the host may have another one.
    "/docs/salt/": "unknown",
    "/blog/oats/": "missing",
    "/abuot/": "missing",
    "/hidden/": "missing",
    "../oats.md": "missing",
    "/img/oats.png": "missing",
  });
});

test.each([
  ["a template in JavaScript", { "src/all.11ty.js": "export const data = { permalink: (data) => data.url };" }],
  ["front matter in JavaScript", { "src/all.njk": "---js\n{ permalink: (data) => data.url }\n---\n" }],
  ["a permalink of several lines", { "src/all.njk": "---\npermalink: >-\n  /{{ tag }}/\n---\n" }],
  ["a permalink by a condition", { "src/all.njk": "---\npermalink: /{% if tag %}{{ tag }}/{% endif %}\n---\n" }],
  ["permalinks by code for a folder", { "src/blog/blog.11tydata.js": "export default { permalink: () => make() };" }],
  [
    "a template of the config",
    { "eleventy.config.js": config.replace("return", 'config.addTemplate("a.njk", "");\n  return') },
  ],
])("%s may put pages anywhere", async (_, files) => {
  expect(await kindsOf({ ...blog, "eleventy.config.js": config, ...files }, ["/oats/"])).toEqual({
    "/oats/": "unknown",
  });
});

test("the plug-in for pictures finds those below the input folder, whether they are copied or not", async () => {
  const code = `import { eleventyImageTransformPlugin } from "@11ty/eleventy-img";\n${config}`;
  const files = { ...blog, "eleventy.config.js": code, "src/photos/oven.jpg": "" };
  expect(await kindsOf(files, ["/photos/oven.jpg", "/img/oats.png"])).toEqual({
    "/photos/oven.jpg": "static",
    "/img/oats.png": "missing",
  });
});
