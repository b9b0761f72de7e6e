import { expect, test } from "vitest";
import { findingsIn } from "../../support/post-index.ts";

const rule = "date/future";

// The clock of a test is 2026-07-01T00:00Z.
test.each([
  ["2026-07-02T00:00:00Z", 0],
  ["2026-07-02T00:00:01Z", 1],
  ["2026-07-02T06:00:00+07:00", 0],
  ["2026-07-02", 0],
  ["2026-07-03", 1],
])("%s gives %d findings", async (published, count) => {
  expect(await findingsIn(rule, [{ title: "Rye", url: "/rye/", published }])).toHaveLength(count);
});

test("a post of the future that was modified in the future is one finding", async () => {
  const post = { title: "Rye", url: "/rye/", published: "2027-01-01", modified: "2027-01-02" };
  expect(await findingsIn(rule, [post])).toHaveLength(1);
});
