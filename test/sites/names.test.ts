import { expect, test } from "vitest";
import { pageGlob } from "#sites/page-glob";
import { eleventySlug, githubSlug, hugoPath, jekyllSlug } from "#sites/urlize";

test.each([
  ["Salt & the Clock", "salt-the-clock"],
  ["  Rye,  dark  ", "rye-dark"],
  ["a - b -- c", "a-b--c"],
  ["C# and C++ 1.26", "c#-and-c++-1.26"],
  ["What's new?", "whats-new"],
  ["Café Crème", "café-crème"],
  ["日本 語", "日本-語"],
  ["posts/One Two", "posts/one-two"],
  ["a\u00a0b\tc", "a-b-c"],
  ["!!!", ""],
])("Hugo makes of “%s” “%s”", (text, path) => expect(hugoPath(text)).toBe(path));

test("Hugo drops accents and keeps capitals where the config says so", () => {
  expect(hugoPath("Café Crème", { removeAccents: true, keepsCapitals: true })).toBe("Cafe-Creme");
});

test("each generator makes its own slugs", () => {
  const text = "Crème & C++: part_2";
  expect([jekyllSlug(text), githubSlug(text), eleventySlug(text)]).toEqual([
    "crème-c-part-2",
    "crème--c-part_2",
    "creme-and-c-part-2",
  ]);
});

test.each([
  ["Don't stop: Ada's oven", "dont-stop-adas-oven"],
  ["Über Größe", "ueber-groesse"],
  ["“Rye” — a start…", "rye-a-start"],
  ["日本", undefined],
  ["Łódź", undefined],
])("Eleventy makes of “%s” “%s”", (text, slug) => expect(eleventySlug(text)).toBe(slug));

test.each([
  ["/posts/**", "/posts/2026/salt", true],
  ["/posts/*", "/posts/2026/salt", false],
  ["{/posts,/notes}/**", "/Notes/one", true],
  ["/**/salt", "/salt", true],
  ["/posts/20??-*", "/posts/2026-salt", true],
  ["/posts", "/posts/salt", false],
  ["**", "/anything/at/all", true],
])("the page glob %s and %s: %s", (glob, path, fits) => expect(pageGlob(glob)(path)).toBe(fits));

test("a glob that would take a regular expression for ever is no trouble", () => {
  expect(pageGlob(`/${"*a".repeat(140)}b`)(`/${"a".repeat(5000)}`)).toBe(false);
});
