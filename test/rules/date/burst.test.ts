import { expect, test } from "vitest";
import { findingsIn, manyPosts } from "../../support/post-index.ts";

const rule = "date/burst";

const at = (published: string) => manyPosts(10, () => ({ published }));

test("the same moment at two offsets is one moment", async () => {
  const posts = manyPosts(10, (index) => ({
    published: index % 2 === 0 ? "2026-06-10T10:00:00Z" : "2026-06-10T12:00:00+02:00",
  }));
  expect(await findingsIn(rule, posts)).toHaveLength(10);
});

test.each(["2026-06-10", "2026-06-10T00:00:00+07:00"])("%s has no time of day", async (published) => {
  expect(await findingsIn(rule, at(published))).toEqual([]);
});

test("a finding names at most five others", async () => {
  const found = await findingsIn(rule, at("2026-06-10T10:00:00Z"));
  expect(found.map(({ related }) => related.length)).toEqual(Array.from({ length: 10 }, () => 5));
});
