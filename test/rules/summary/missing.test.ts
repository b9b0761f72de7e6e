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

const source = (path: string, summary?: string) => ({
  path,
  text: `---\ntitle: ${path}\n${summary === undefined ? "" : `description: ${summary}\n`}---\n\nRye is thirsty.\n`,
});
test("an error page needs none", async () => {
  const files = ["404.md", "de/404.md", "404/index.md"].map((path) => source(path));
  expect(await run([...files, source("rye.md", "Rye is thirsty."), source("salt.md")])).toEqual(["salt.md missing"]);
});

const folder = (name: string, count: number, summary?: string) =>
  Array.from({ length: count }, (_, n) => source(`${name}/loaf-${10 + n}.md`, summary));

test("a site without the habit of summaries has one fault, and a folder with it one for each that lacks it", async () => {
  const manual = folder("manual", 30);
  expect(await run(manual)).toEqual(["manual/loaf-10.md unusual"]);
  const news = [...folder("news", 10, "Rye."), source("news/rolls.md")];
  expect(await run([...manual, ...news])).toEqual(["manual/loaf-10.md unusual", "news/rolls.md missing"]);
});

test("few that have none are reported each, and so are all where the site has the habit", async () => {
  expect(await run(folder("manual", 9))).toHaveLength(9);
  expect(await run([...folder("news", 70, "Rye."), ...folder("manual", 30)])).toHaveLength(30);
});

test("the page of an error and the template of a feed owe nothing", async () => {
  const config = { path: "hugo.toml", text: 'baseURL = "https://rye.example/"\n' };
  const made = { path: "content/feed.md", text: "---\ntitle: Feed\nurl: /feed.xml\n---\n<feed/>\n" };
  expect(await run([config, source("content/404.md"), made, source("content/rye.md")])).toEqual([
    "content/rye.md missing",
  ]);
});

test("the copy that a version keeps owes nothing", async () => {
  expect(await run([source("docs/v1/ovens.md"), source("docs/v2/ovens.md")])).toEqual(["docs/v2/ovens.md missing"]);
});
