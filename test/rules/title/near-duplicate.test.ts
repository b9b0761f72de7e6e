import { describe, expect, test } from "vitest";
import rule from "#rules/title/near-duplicate";
import { runRule } from "../../support/run-rule.ts";

const listed = (titles: readonly string[], path = "index.txt") => ({
  path,
  text: titles.map((title, index) => `${title}\n\nMay ${(index % 28) + 1}, 2026 · 4 min · Ada Baker\n`).join("\n"),
});

const rivals = async (...titles: string[]) => {
  const { findings } = await runRule("title/near-duplicate", rule, [listed(titles)]);
  return findings.map(({ subject }) => subject);
};

describe("titles are rivals", () => {
  test.each([
    ["with the same words in another order", "Sourdough pizza on a steel", "A steel pizza with sourdough"],
    ["with three of four words in common", "Rye flour hydration levels", "Rye flour hydration"],
    [
      "with a name in one only",
      "The bakers show their rye loaves and ovens tonight",
      "The bakers of Turku show their rye loaves and ovens tonight",
    ],
    [
      "with capitals nearly everywhere",
      "Bake rolls: Rye Loaves With Cold Bread Malt",
      "Bake rolls: Rye Loaves With Cold Bread Salt",
    ],
  ])("%s", async (_name, a, b) => {
    expect(await rivals(a, b)).toEqual([a, b]);
  });
});

describe("titles are no rivals", () => {
  test.each([
    ["with another version", "Mill firmware 2.1 released today", "Mill firmware 2.2 released today"],
    ["with another Roman number", "Notes from the bakery, Part II", "Notes from the bakery, Part III"],
    [
      "of another part in Chinese",
      "Sourdough Starter Kit 面包 酵母 分析(上)",
      "Sourdough Starter Kit 面包 酵母 分析(中)",
    ],
    [
      "of another part in Japanese",
      "Sourdough Starter Kit Oven Salt 日記 第三回",
      "Sourdough Starter Kit Oven Salt 日記 第四回",
    ],
    ["with another month", "Bakery news and flour prices, May", "Bakery news and flour prices, June"],
    ["with an ordinal in one only", "The second loaf from the oven today", "The loaf from the oven today"],
    [
      "with other names",
      "The bakers of Bergen show their rye loaves and ovens tonight",
      "The bakers of Turku show their rye loaves and ovens tonight",
    ],
    ["with fewer than three words to compare", "Rye bread", "Rye breads"],
    ["that are equal", "Rye flour hydration levels", "Rye flour hydration levels"],
    ["with one opening and nothing else in common", "Rye bread in winter: proofing", "Rye bread in winter: salt"],
  ])("%s", async (_name, a, b) => {
    expect(await rivals(a, b)).toEqual([]);
  });
});

test("a chain of rivals is one group", async () => {
  const titles = ["Rye flour hydration levels", "Rye flour hydration", "Rye flour hydration tables"];
  const { findings, groups } = await runRule("title/near-duplicate", rule, [listed(titles)]);
  expect(findings.map(({ group }) => group)).toEqual(["g1", "g1", "g1"]);
  expect(Object.values(groups)).toEqual([expect.objectContaining({ size: 3 })]);
});

test("the editions of one post are no rivals", async () => {
  const files = ["a.txt", "b.txt"].map((path) => listed(["Rye flour hydration levels"], path));
  const { findings } = await runRule("title/near-duplicate", rule, files);
  expect(findings).toEqual([]);
});
