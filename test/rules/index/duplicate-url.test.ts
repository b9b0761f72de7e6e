import { expect, test } from "vitest";
import { rules } from "#rules/index";
import { findingsIn } from "../../support/post-index.ts";
import { runRule } from "../../support/run-rule.ts";

const rule = "index/duplicate-url";
const linked = (...urls: readonly string[]) => urls.map((url, index) => ({ title: `Loaf ${index}`, url }));

test.each([
  ["the last slash", "/rye/", "/rye"],
  ["index.html", "/rye/", "/rye/index.html"],
  ["www and a port", "https://www.rye.example:443/a", "https://RYE.example/a"],
  ["the scheme", "http://rye.example/a", "https://rye.example/a"],
  ["percent escapes", "/cr%C3%A8me", "/crème"],
  ["a tracking parameter", "/rye", "/rye?utm_medium=mail&utm_source=x"],
])("URLs that differ in %s are one", async (_name, a, b) => {
  expect(await findingsIn(rule, linked(a, b))).toHaveLength(2);
});

test.each([
  ["case", "/Rye", "/rye"],
  ["host", "https://rye.example/a", "https://oats.example/a"],
  ["fragment", "/news#a", "/news#b"],
  ["query", "/?p=1", "/?p=2"],
])("URLs that differ in %s are two", async (_name, a, b) => {
  expect(await findingsIn(rule, linked(a, b))).toEqual([]);
});

test("a path and the same path on the document's only host are one", async () => {
  const posts = linked("https://rye.example/a", "https://rye.example/b", "/b", "/c");
  expect((await findingsIn(rule, posts)).map(({ subject }) => subject)).toEqual(["Loaf 1", "Loaf 2"]);
});

test("a slug names a page in each language", async () => {
  const posts = [
    { title: "Rye", slug: "rye", language: "en" },
    { title: "Roggen", slug: "rye", language: "de" },
    { title: "Rye again", slug: "rye", language: "en" },
  ];
  expect((await findingsIn(rule, posts)).map(({ subject }) => subject)).toEqual(["Rye", "Rye again"]);
});

test("one page for most of a feed's items is the feed's way, and no way of an index", async () => {
  const posts = linked("/news", "/news", "/news", "/rye");
  const items = posts.map((post, index) => ({ ...post, id: `${index}`, content_text: "Salt." }));
  const feed = JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Rye and Salt", items });
  const found = rules[rule];
  expect(found && (await runRule(rule, found, [{ path: "feed.json", text: feed }])).findings).toEqual([]);
  expect(await findingsIn(rule, posts)).toHaveLength(3);
});

test("two documents may list the same post", async () => {
  const text = JSON.stringify({ posts: linked("/rye") });
  const files = ["a.json", "b.json"].map((path) => ({ path, text }));
  const found = rules[rule];
  expect(found && (await runRule(rule, found, files)).findings).toEqual([]);
});
