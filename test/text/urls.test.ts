import { describe, expect, test } from "vitest";
import { hostOf, isHome, pathOf, slugOf, urlKey } from "#text/urls";

const at = (value: string) => ({ url: { value, span: { start: 0, end: value.length } } });

test.each([
  ["https://www.rye.example/posts/salt/index.html?utm_source=x#top", "rye.example/posts/salt#top"],
  ["//rye.example:443/", "rye.example/"],
  ["/cr%C3%A8me", "/crème"],
  ["/100%", "/100%"],
  ["/?p=1&gclid=2", "/?p=1"],
])("the key of %s is %s", (url, key) => {
  expect(urlKey(at(url))).toBe(key);
});

describe("parts", () => {
  const url = at("https://www.rye.example/posts/salt.html?x=1");

  test("host, path and slug", () => {
    expect([hostOf(url), pathOf(url), slugOf(url)]).toEqual(["rye.example", "/posts/salt.html", "salt"]);
  });

  test("a slug that is given is the slug", () => {
    expect(slugOf({ ...url, slug: { value: "rye", span: { start: 0, end: 3 } } })).toBe("rye");
  });

  test("an entry without a URL has none of them", () => {
    expect([hostOf({}), pathOf({}), slugOf({}), urlKey({}), isHome({})]).toEqual([
      "",
      undefined,
      undefined,
      undefined,
      false,
    ]);
  });
});

test.each([
  ["/", true],
  ["https://rye.example", true],
  ["https://rye.example/index.html", true],
  ["/posts/", false],
])("whether %s is the home page", (url, expected) => {
  expect(isHome(at(url))).toBe(expected);
});
