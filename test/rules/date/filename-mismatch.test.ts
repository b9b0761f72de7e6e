import { expect, test } from "vitest";
import rule from "#rules/date/filename-mismatch";
import { runRule } from "../../support/run-rule.ts";

/** How many findings some documents give that are named after days of a month, of which a few have other dates. */
const found = async (count: number, others: number, other = "2026-06") => {
  const files = Array.from({ length: count }, (_, n) => ({
    path: `events/2026/05/2026-05-${10 + n}-rye.md`,
    text: `---\ntitle: Rye ${n}\ndate: ${n < others ? other : "2026-05"}-${10 + n}\n---\n`,
  }));
  return (await runRule("date/filename-mismatch", rule, files)).findings.length;
};

test("where more than a tenth of ten and more differ, they are two dates", async () => {
  expect(await found(20, 2)).toBe(2);
  expect(await found(20, 3)).toBe(0);
  expect(await found(9, 3)).toBe(3);
  expect(await found(20, 3, "2025-05")).toBe(3);
});
