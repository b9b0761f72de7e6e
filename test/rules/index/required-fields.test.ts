import { expect, test } from "vitest";
import { rules } from "#rules/index";
import { findingsIn } from "../../support/post-index.ts";
import { runRule } from "../../support/run-rule.ts";

const id = "index/required-fields";
const messages = async (posts: readonly Readonly<Record<string, unknown>>[], options = {}) =>
  (await findingsIn(id, posts, { options })).map(({ message }) => message);

test("a slug serves for a URL", async () => {
  expect(await messages([{ title: "Rye", slug: "rye" }, { title: "Oats", url: "/oats/" }, { title: "Malt" }])).toEqual([
    "2 of 3 entries here have a URL; this one lacks it.",
  ]);
});

test("half of the entries are not most of them", async () => {
  expect(await messages([{ title: "Rye", url: "/rye/" }, { title: "Oats" }])).toEqual([]);
});

test("a required field is asked for even where no entry has one", async () => {
  const posts = [{ title: "Rye" }, { title: "Oats", tags: [] }];
  expect(await messages(posts, { fields: ["tags"], usual: [] })).toEqual([
    "Entry lacks tags, which every entry must have.",
    "Entry lacks tags, which every entry must have.",
  ]);
});

const feed = (items: readonly Readonly<Record<string, unknown>>[]) => ({
  path: "feed.json",
  text: JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Rye and Salt", items }),
});

test.each([
  ["no item has a title: a feed of notes", [{}, {}], 0],
  ["one item of two has a title", [{ title: "Rye" }, {}], 1],
])("%s", async (_name, items, count) => {
  const rule = rules[id];
  const files = [
    feed(items.map((item, index) => ({ id: `${index}`, url: `/${index}/`, content_text: "Salt.", ...item }))),
  ];
  expect(rule && (await runRule(id, rule, files)).findings).toHaveLength(count);
});
