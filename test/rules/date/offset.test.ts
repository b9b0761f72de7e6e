import { expect, test } from "vitest";
import { findingsIn, manyPosts } from "../../support/post-index.ts";

const rule = "date/offset";

test("nine dates are too few to learn from", async () => {
  const posts = manyPosts(9, (index) => ({ published: index === 0 ? "2026-06-10" : "2026-06-10T10:00:00Z" }));
  expect(await findingsIn(rule, posts)).toEqual([]);
});

test("six of ten are no agreement", async () => {
  const posts = manyPosts(10, (index) => ({ published: index < 4 ? "2026-06-10" : "2026-06-10T10:00:00Z" }));
  expect(await findingsIn(rule, posts)).toEqual([]);
});
