import { describe, expect, test } from "vitest";
import { readDocument } from "#sources/read-document";
import { recognise } from "#sources/recognise";

const form = (text: string, path = "-") => recognise({ path, text });

describe("the content tells the form, whatever the name", () => {
  test.each([
    ["html", "<!doctype html><html></html>"],
    ["html", "\n <!-- posts --><article><h2>Rye</h2></article>"],
    ["html", '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"></html>'],
    ["rss", '<?xml version="1.0"?>\n<!-- made by <hand> -->\n<rss version="2.0"></rss>'],
    ["rss", '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>'],
    ["atom", '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>'],
    ["json", '{"posts": []}'],
    ["json", "[]"],
    ["json", '[{"title": "Rye", "url": "/rye/"}]'],
    ["json", '{"items": 3}'],
    ["json-feed", '{"items": [{"version": 1}], "version": "https://jsonfeed.org/version/1.1"}'],
    ["json-feed", '{"title": "Bread", "items": []}'],
    ["search-index", '[{"content": "Long.", "permalink": "/rye/"}]'],
    ["markdown", "---\ntitle: Rye\n---\nIt sticks."],
    ["markdown", "---\r\n# bread\r\n\r\ntitle: Rye\r\n---\r\n"],
    ["markdown", '+++\ntitle = "Rye"\n+++\nIt sticks.'],
    ["text", "Rye\n\nIt sticks.\n\nJune 26, 2026 · 5 min"],
    ["text", "[Rye](/rye/)\n\nIt sticks."],
    ["text", "[2026 in bread](/2026/)"],
    ["text", "---\n\nRye\n\nIt sticks.\n\n---\n\nSpelt"],
    ["text", ""],
  ])("%s: %j", (expected, text) => {
    expect(form(text)).toBe(expected);
    expect(form(text, "posts.rss.txt")).toBe(expected);
  });
});

describe("the name tells where the content does not", () => {
  test.each([
    ["json", "posts.json", "posts: none"],
    ["rss", "feed.xml", "not a feed"],
    ["atom", "feed.atom", ""],
    ["html", "posts.html", "Posts <b>here</b>"],
    ["markdown", "rye.mdx", "# Rye"],
    ["markdown", "rye.md", '{ "title": "Rye" }\n\nIt sticks.'],
    ["json", "rye.json", '{ "title": "Rye" }'],
    ["html", "posts.json", "<!doctype html>"],
  ])("%s: %s", (expected, path, text) => {
    expect(form(text, path)).toBe(expected);
  });
});

test("XML that is no feed is left to the reader of feeds", () => {
  expect(form('<?xml version="1.0"?><urlset></urlset>')).toBe("rss");
});

test("the form can be forced", async () => {
  const document = { path: "posts.txt", text: '[{"title": "Rye"}]', bom: false };
  expect((await readDocument(document)).format).toBe("json");
  expect((await readDocument(document, { format: "text" })).entries[0]?.title?.value).toBe('[{"title": "Rye"}]');
});

test("comes to an end on hostile texts", () => {
  for (const text of ["<!--".repeat(50_000), "<".repeat(200_000), "---\n".repeat(50_000), '{"a":'.repeat(50_000)]) {
    expect(form(text)).toBeTypeOf("string");
  }
});
