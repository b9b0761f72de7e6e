import { expect, test } from "vitest";
import rule from "#rules/summary/truncated";
import { runRule } from "../../support/run-rule.ts";

const feed = (summary: string, content?: string) => ({
  path: "feed.json",
  text: JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Crumb",
    items: [{ id: "1", url: "https://bread.example/rye/", title: "Rye and water", summary, content_text: content }],
  }),
});
const index = (summary: string) => ({
  path: "index.txt",
  text: `Rye and water\n\n${summary}\n\nJune 12, 2026 · 4 min · Ada Baker\n`,
});
const messages = async (files: readonly { path: string; text: string }[]) =>
  (await runRule("summary/truncated", rule, files)).findings.map(({ path, messageId }) => `${path} ${messageId}`);

const full = "Rye flour binds up to ten times its weight in water, so plan for ten percent more than with wheat.";

test("the longer summary of another file proves a cut inside a word", async () => {
  expect(await messages([feed(full.slice(0, 72)), index(full)])).toEqual(["feed.json word"]);
});

test("a cut between two words is no proof, and neither is another text", async () => {
  expect(await messages([feed(full.slice(0, 69), full)])).toEqual([]);
  expect(await messages([feed(full.slice(0, 72), full.toUpperCase())])).toEqual([]);
});

test("a word cut off before an ellipsis counts, however long the summary is", async () => {
  expect(await messages([feed(`${full.slice(0, 72)}…`, full)])).toEqual(["feed.json word"]);
});

test("an ellipsis after a whole sentence is no cut", async () => {
  expect(await messages([feed(`${full} It holds on to it for days and days. …`)])).toEqual([]);
});
