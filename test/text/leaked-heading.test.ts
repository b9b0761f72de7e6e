import { describe, expect, test } from "vitest";
import { labelAtStart, labelInside } from "#text/lead-marker";
import { findLeakedHeading, isTitleCase } from "#text/leaked-heading";

const headingOf = (text: string) => findLeakedHeading(text, labelAtStart(text) ?? labelInside(text))?.text;

describe("before a label", () => {
  test.each([
    ["Water and Patience Answer-first: Rye is thirsty.", "Water and Patience"],
    ["The bread rose. 2. Water and Patience TL;DR: Rye is thirsty.", "2. Water and Patience"],
    ["What is rye? TL;DR: Rye is a grass.", "What is rye?"],
  ])("%j", (text, heading) => {
    expect(headingOf(text)).toBe(heading);
  });

  test.each([
    "The bread rose. TL;DR: Rye is thirsty.",
    "The bread rose, and then fell, as bread will: TL;DR: Rye is thirsty.",
    "It rose. Why does it do that? TL;DR: Rye is thirsty.",
    `${"a word ".repeat(20)}TL;DR: Rye is thirsty.`,
  ])("a sentence is no heading: %j", (text) => {
    expect(headingOf(text)).toBeUndefined();
  });
});

describe("at the start", () => {
  test("a question in title case ends at its mark", () => {
    const text = "How Does Rye Keep Its Water? Its starch holds on.";
    expect(findLeakedHeading(text, undefined)).toMatchObject({ end: 28, isBounded: true });
  });

  test("a numbered heading ends before the capital of the next sentence", () => {
    const text = "1. A Short History of Northern Rye Bakers in the north had no wheat.";
    expect(findLeakedHeading(text, undefined)).toMatchObject({
      text: "1. A Short History of Northern Rye",
      isBounded: false,
    });
  });

  test.each([
    "1. Mix the flour. 2. Add the water.",
    "How does rye keep its water? Its starch holds on.",
    "2026 Was a Good Year",
  ])("no heading: %j", (text) => {
    expect(findLeakedHeading(text, undefined)).toBeUndefined();
  });
});

test.each([
  ["What Is the Point of It?", true],
  ["What is the Point of It?", false],
  ["Why gRPC for Go Services", true],
  ["rye and water and salt", false],
])("%j is in title case: %s", (text, expected) => {
  expect(isTitleCase(text)).toBe(expected);
});
