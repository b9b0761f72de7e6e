import { describe, expect, test } from "vitest";
import { rules } from "#rules/index";
import { runRule } from "../../support/run-rule.ts";

const listing = (title: string, summary: string) => `${title}\n\n${summary}\n\nJune 12, 2026 · 4 min · Ada Baker\n`;
const title = "Why rye bread needs more water";

/** Ids of the lead rules that report a summary, each run alone, in the catalogue's order. */
async function reporting(summary: string, postTitle = title) {
  const ids = Object.keys(rules).filter((id) => id.startsWith("lead/") || id === "summary/heading-leak");
  const files = [{ path: "index.txt", text: listing(postTitle, summary) }];
  const found: string[] = [];
  for (const id of ids) {
    const rule = rules[id];
    if (rule !== undefined && (await runRule(id, rule, files)).findings.length > 0) found.push(id);
  }
  return found;
}

const answer = "Rye flour binds up to ten times its weight in water, so plan for ten percent more than with wheat.";
const words = (count: number) => `Rye bread needs ${"more ".repeat(count - 4)}water.`;
const cjk = (count: number) => `${"ライ麦は水を吸う、".repeat(40).slice(0, count)}。`;
const tail = `${"Here the post goes on with what a winter of baking taught us about dough. ".repeat(4)}...`;

describe("one cause gives one finding", () => {
  test.each([
    ["a label and an answer", `Answer-first: ${answer} ${tail}`, []],
    ["no label and an answer", `${answer} ${tail}`, []],
    ["a question", `TL;DR: Why does rye bread need more water? ${answer} ${tail}`, ["lead/question"]],
    [
      "a sentence about the post",
      `TL;DR: In this post we explain why rye bread needs more water. ${tail}`,
      ["lead/meta-sentence"],
    ],
    ["four words", "TL;DR: Rye flour binds water.", []],
    ["two words", "TL;DR: It depends.", ["lead/empty-answer"]],
    ["an introduction first", `Every winter we bake. TL;DR: ${answer} ${tail}`, ["lead/late"]],
    [
      "a heading first",
      `What Makes Rye Bread Special? TL;DR: ${answer} ${tail}`,
      ["lead/late", "summary/heading-leak"],
    ],
    ["throat-clearing", `In today's fast-paced world rye bread needs more water. ${tail}`, ["lead/throat-clearing"]],
    ["a stock question", `Have you ever wondered why rye bread needs more water? ${tail}`, ["lead/question"]],
    [
      "a pronoun",
      `TL;DR: It needs more water, because rye flour binds ten times its weight. ${tail}`,
      ["lead/dangling-reference"],
    ],
    ["an acronym of the title", `TL;DR: A WKB remembers more of the dough than you do, and says so. ${tail}`, []],
  ])("%s", async (_name, summary, ids) => {
    const postTitle = _name.startsWith("an acronym") ? "The Wise Kitchen Book" : title;
    expect(await reporting(summary, postTitle)).toEqual(ids);
  });
});

describe("the longest lead", () => {
  test.each([
    ["60 words", `TL;DR: ${words(60)} ${tail}`, []],
    ["61 words in one sentence", `TL;DR: ${words(61)} ${tail}`, ["lead/length"]],
    ["a first sentence that the excerpt may cut", `TL;DR: ${words(61).slice(0, -1)} ...`, []],
    ["140 characters", `要約：${cjk(140)}`, []],
    ["more than 140 characters", `要約：${cjk(170)}`, ["lead/length"]],
    ["11 words", `TL;DR: ${words(11)}`, []],
  ])("%s", async (_name, summary, ids) => {
    const found = await reporting(summary);
    expect(found.filter((id) => id === "lead/length")).toEqual(ids);
  });
});

test("a placeholder is reported in an excerpt, too", async () => {
  expect(await reporting(`Answer-first: TODO. ${tail}`)).toContain("lead/empty-answer");
});

test("nothing is said of the lead behind a notice, since its start is unknown", async () => {
  expect(await reporting(`Note: In this post we bake with rye. ${tail}`)).toEqual([]);
});
