import { expect, test } from "vitest";
import rule from "#rules/summary/missing";
import { runRule } from "../../support/run-rule.ts";

const feed = (items: readonly { url: string; title: string; summary?: string }[]) => ({
  path: "feed.json",
  text: JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Crumb",
    items: items.map((item) => ({ id: item.url, ...item })),
  }),
});
const run = async (files: readonly { path: string; text: string }[]) =>
  (await runRule("summary/missing", rule, files)).findings.map(({ messageId, path }) => `${path} ${messageId}`);

test("a summary in another file is enough", async () => {
  const index = { path: "index.txt", text: "Rye and water\n\nRye is thirsty.\n\nJune 12, 2026 · 4 min\n" };
  const entries = [{ url: "https://bread.example/rye/", title: "Rye and water" }];
  expect(await run([feed(entries)])).toEqual(["feed.json missing"]);
  expect(await run([feed(entries), index])).toEqual([]);
});

test("a blank summary is none", async () => {
  expect(await run([feed([{ url: "https://bread.example/a/", title: "Rye", summary: " \n " }])])).toEqual([
    "feed.json missing",
  ]);
});

test("ten entries without any are one finding, and nine of ten are nine", async () => {
  const entries = Array.from({ length: 10 }, (_, n) => ({ url: `https://bread.example/${n}/`, title: `Loaf ${n}` }));
  expect(await run([feed(entries)])).toEqual(["feed.json none"]);
  expect(await run([feed(entries.map((one, n) => (n === 0 ? { ...one, summary: "Rye." } : one)))])).toHaveLength(9);
});
