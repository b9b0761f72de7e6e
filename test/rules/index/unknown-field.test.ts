import { expect, test } from "vitest";
import { findingsIn } from "../../support/post-index.ts";

const rule = "index/unknown-field";
const meant = async (post: Readonly<Record<string, unknown>>) =>
  (await findingsIn(rule, [{ url: "/rye/", ...post }])).map(({ data }) => data["name"]);

test.each([
  ["Title", "title"],
  ["tilte", "title"],
  ["titel", "title"],
  ["reading-time", "readingTime"],
  ["publised", "published"],
  ["lagnuage", "language"],
  ["datePublished", "published"],
  ["dratf", "draft"],
])("%s is %s", async (key, name) => {
  expect(await meant({ [key]: "x" })).toEqual([name]);
});

test.each(["images", "titles", "data", "rate", "site", "category", "weight", "series", "contents"])(
  "%s is a key of its own",
  async (key) => {
    expect(await meant({ title: "Rye", [key]: "x" })).toEqual([]);
  },
);

test("a field that is there is not meant", async () => {
  expect(await meant({ title: "Rye", tilte: "x", published: "2026-06-12", date: "2026-06-12" })).toEqual([]);
});
