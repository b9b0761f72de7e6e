import { expect, test } from "vitest";
import rule from "#rules/title/width";
import { runRule } from "../../support/run-rule.ts";

const titled = (title: string) => [{ path: "index.txt", text: `${title}\n\nJune 12, 2026 · 4 min · Ada Baker\n` }];

const messages = async (title: string, options: Parameters<typeof runRule>[3] = {}) => {
  const { findings } = await runRule("title/width", rule, titled(title), options);
  return findings.map(({ message }) => message);
};

test("a title of just the limit fits", async () => {
  expect(await messages("W".repeat(20), { options: { px: { min: 0, max: 378 } } })).toEqual([]);
  expect(await messages("W".repeat(20), { options: { px: { min: 0, max: 377 } } })).toHaveLength(1);
});

const title = "Whole wheat sourdough for people who have never baked";

test("a site's suffix that is cut alone is no loss", async () => {
  const site = { titleSuffix: " | The Bakers' Notebook" };
  expect(await messages(title, { site })).toEqual([]);
});

test("a site's suffix counts where it makes the title lose a word", async () => {
  const site = { titleSuffix: " | Rye" };
  const tight = { px: { min: 0, max: 520 } };
  expect(await messages(title, { options: tight })).toEqual([]);
  expect(await messages(title, { site, options: tight })).toEqual([
    "Title is 569 px wide; a search result shows 520 px and cuts it: “Whole wheat sourdough for people who have never …”",
  ]);
});

test("a suffix that the title has already is not added", async () => {
  const site = { titleSuffix: " | Rye" };
  expect(await messages("Bread | Rye", { site, options: { px: { min: 0, max: 110 } } })).toEqual([]);
});

test("the words that are lost are where the finding is", async () => {
  const { findings } = await runRule("title/width", rule, titled("W".repeat(20) + " and i"), {
    options: { px: { min: 0, max: 410 } },
  });
  expect(findings.map(({ range }) => [range.start.column, range.end.column])).toEqual([[22, 27]]);
});
