import { expect, test } from "vitest";
import { findingsIn } from "../../support/post-index.ts";

const rule = "date/stale";

const claim = (post: Readonly<Record<string, unknown>>) => ({ title: "Cutting-edge mixers", url: "/mixers/", ...post });

test.each([
  ["2024-07-02", 0],
  ["2024-07-01", 1],
])("a claim of %s", async (published, count) => {
  expect(await findingsIn(rule, [claim({ published })])).toHaveLength(count);
});

test("an excerpt may speak of its own time", async () => {
  const summary = "This year the mill turns a hundred and we visit it with ...";
  const post = { title: "The mill", url: "/mill/", published: "2019-05-01", summary };
  expect(await findingsIn(rule, [post])).toEqual([]);
});
