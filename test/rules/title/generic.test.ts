import { expect, test } from "vitest";
import rule from "#rules/title/generic";
import { runRule } from "../../support/run-rule.ts";

const found = async (title: string, path = "posts/crumb.md") => {
  const files = [{ path, text: `---\ntitle: ${title}\n---\n\nRye is thirsty.\n` }];
  return (await runRule("title/generic", rule, files, { site: { titleSuffix: " | Crumb" } })).findings.length;
};

test("the site's name is no title, and one release of what it is called after is one", async () => {
  expect(await found("Crumb")).toBe(1);
  expect(await found("Crumb 41")).toBe(0);
  expect(await found("crumb", "reference/crumb.md")).toBe(0);
});

test("a list of posts may be called what it is", async () => {
  expect(await found("Blog")).toBe(1);
  expect(await found("Blog", "posts/_index.md")).toBe(0);
  expect(await found("Blog", "pages/blog/index.md")).toBe(0);
});
