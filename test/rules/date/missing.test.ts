import { expect, test } from "vitest";
import { findingsIn, manyPosts } from "../../support/post-index.ts";

const rule = "date/missing";

const without = (count: number, total: number) =>
  manyPosts(total, (index) => (index < count ? {} : { published: `2026-06-${index + 10}` }));

test.each([
  ["one of two", 1, 2, 0],
  ["one of three", 1, 3, 1],
  ["half", 2, 4, 0],
  ["all", 4, 4, 0],
])("%s without a date", async (_name, undated, total, count) => {
  expect(await findingsIn(rule, without(undated, total))).toHaveLength(count);
});

test("an empty date is none", async () => {
  const posts = manyPosts(4, (index) => ({ published: index === 0 ? " " : "2026-06-10" }));
  expect((await findingsIn(rule, posts)).map(({ message }) => message)).toEqual([
    "3 of 4 entries here have a date; this one has none.",
  ]);
});
