import { expect, test } from "vitest";
import rule from "#rules/summary/near-duplicate";
import { runRule } from "../../support/run-rule.ts";

const entry = (title: string, summary: string) => `${title}\n\n${summary}\n\nJune 12, 2026 · 4 min · Ada Baker\n`;
const run = async (entries: readonly string[], options = {}) =>
  (await runRule("summary/near-duplicate", rule, [{ path: "index.txt", text: entries.join("\n") }], { options }))
    .findings;

const part = (n: number) => `Part ${n} of our diary of a year with rye flour, told in the order in which it happened.`;

test("parts of a series that differ in their number are one group", async () => {
  const found = await run([1, 2, 3].map((n) => entry(`A year with rye (${n})`, part(n))));
  expect(new Set(found.map(({ group }) => group))).toEqual(new Set(["g1"]));
  expect(found).toHaveLength(3);
});

test("equal summaries are left to summary/duplicate, but both still meet a third", async () => {
  const found = await run([entry("One", part(1)), entry("Two", part(1)), entry("Three", part(3))]);
  expect(found.map(({ range }) => range.start.line)).toEqual([3, 15]);
});

test("short summaries are not compared, and the length is an option", async () => {
  const short = ["rye", "spelt"].map((flour) =>
    entry(`Baking with ${flour}`, `What ${flour} taught us about baking well at home.`),
  );
  expect(await run(short)).toEqual([]);
});
