import { describe, expect, test } from "vitest";
import { labelAtStart, labelInside, labelName, leadLabels } from "#text/lead-marker";

describe("a label at the start", () => {
  test.each(Object.values(leadLabels).flat())(
    "“%s” is known with a colon, and its end is where the answer starts",
    (label) => {
      const text = `${label}: Rye needs more water.`;
      const found = labelAtStart(text);
      expect(found?.name).toBe(labelName(label));
      expect(text.slice(found?.end)).toBe("Rye needs more water.");
    },
  );

  test.each([
    ["**TL;DR** Rye needs more water.", "**TL;DR**", "Rye needs more water."],
    ["TL;DR Rye needs more water.", "TL;DR", "Rye needs more water."],
    ["tldr — Rye needs more water.", "tldr —", "Rye needs more water."],
    ["💡 **Answer first:** Rye needs more water.", "Answer first:**", "Rye needs more water."],
    ["Bottom line - Rye needs more water.", "Bottom line -", "Rye needs more water."],
    ["What you’ll get: a starter.", "What you’ll get:", "a starter."],
    ["ＴＬ；ＤＲ：ライ麦は水を多く吸う。", "ＴＬ；ＤＲ：", "ライ麦は水を多く吸う。"],
    ["要約：ライ麦は水を多く吸う。", "要約：", "ライ麦は水を多く吸う。"],
    ["【結論】ライ麦は水を多く吸う。", "結論】", "ライ麦は水を多く吸う。"],
    ["Summary\nRye needs more water.", "Summary", "Rye needs more water."],
  ])("%j", (text, written, answer) => {
    const found = labelAtStart(text);
    expect(text.slice(found?.start, found?.end).trim()).toContain(found?.text);
    expect(written).toContain(found?.text);
    expect(text.slice(found?.end)).toBe(answer);
  });

  test.each([
    "In short, rye needs more water.",
    "Summary of three years with rye.",
    "Answer-first writing helps readers.",
    "Answers to common questions: water, salt, time.",
    "Bottom-line growth needs rye.",
    "Answer.js renders forms.",
    "The answer is rye.",
  ])("prose is no label: %j", (text) => {
    expect(labelAtStart(text)).toBeUndefined();
  });
});

describe("a label inside", () => {
  test("is found where it can be nothing else", () => {
    const text = "Rye is thirsty. Answer-first: Add ten percent more water.";
    const found = labelInside(text);
    expect(found).toMatchObject({ name: "answer-first", text: "Answer-first:" });
    expect(text.slice(found?.start, found?.end)).toBe("Answer-first: ");
  });

  test.each([
    "The summary: rye needs more water.",
    "Rye is thirsty. In short: add water.",
    "The short answer: add water.",
    "We write answer-first: the result, then the reason.",
  ])("prose is no label: %j", (text) => {
    expect(labelInside(text)).toBeUndefined();
  });
});
