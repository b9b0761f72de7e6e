import { expect, test } from "vitest";
import { findingsIn } from "../../support/post-index.ts";

const rule = "date/modified-before-published";

test.each([
  ["the day before", { published: "2026-06-12", modified: "2026-06-11" }, 0],
  ["two days before", { published: "2026-06-12", modified: "2026-06-10" }, 1],
  ["in a draft", { published: "2026-06-12", modified: "2026-06-01", draft: true }, 0],
  ["at a date that was never set", { published: "2026-06-12", modified: "0001-01-01T00:00:00Z" }, 0],
])("modified %s", async (_name, post, count) => {
  const posts = [{ title: "Rye", url: "/rye/", ...post }];
  expect(await findingsIn(rule, posts)).toHaveLength(count);
});
