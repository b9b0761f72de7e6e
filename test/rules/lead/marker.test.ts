import { describe, expect, test } from "vitest";
import rule from "#rules/lead/marker";
import { runRule } from "../../support/run-rule.ts";

const listing = (summaries: readonly string[]) =>
  summaries
    .map((summary, index) => `Loaf number ${index} of the year\n\n${summary}\n\nJune 12, 2026 · 4 min · Ada Baker\n`)
    .join("\n");
const messages = async (summaries: readonly string[], options = {}) => {
  const files = [{ path: "index.txt", text: listing(summaries) }];
  return (await runRule("lead/marker", rule, files, { options })).findings.map(({ message }) => message);
};
const answer = "Rye flour binds up to ten times its weight in water.";
const times = (count: number, text: string) => Array.from({ length: count }, () => text);

describe("learning", () => {
  test("counts a label that comes late, and leaves it to lead/late", async () => {
    const late = `Bread is old. TL;DR: ${answer}`;
    expect(await messages([...times(7, late), ...times(2, `TL;DR: ${answer}`), answer])).toEqual([
      "9 of 10 summaries have the label “TL;DR:”; this one has none.",
    ]);
  });

  test("takes different ways of writing for one label, and shows the most usual", async () => {
    const labels = [...times(5, "TL;DR:"), ...times(4, "tldr -")].map((label) => `${label} ${answer}`);
    expect(await messages([...labels, answer])).toEqual([
      "9 of 10 summaries have the label “TL;DR:”; this one has none.",
    ]);
  });

  test("needs ten summaries", async () => {
    expect(await messages([...times(8, `TL;DR: ${answer}`), answer])).toEqual([]);
  });

  test("is off with `optional`", async () => {
    expect(await messages([...times(9, `TL;DR: ${answer}`), answer], { marker: "optional" })).toEqual([]);
  });
});

test("`optional` with `exact` asks only those that have a label", async () => {
  const options = { marker: "optional", exact: "TL;DR:" };
  expect(await messages([answer, `In short: ${answer}`], options)).toEqual(["Label is “In short:”; write “TL;DR:”."]);
});

test("`exact` may be a text that is no known label", async () => {
  const options = { exact: "The crumb:" };
  expect(await messages([`The crumb: ${answer}`, answer], options)).toEqual([
    "Lead has no label; start it with “The crumb:” and the answer.",
  ]);
});
