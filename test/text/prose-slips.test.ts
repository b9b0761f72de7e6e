import { describe, expect, test } from "vitest";
import { findRepeatedWords, findSameOpenings, findStatistic, findVagueSource } from "#text/prose-slips";
import { wordRunOf } from "#text/vocabulary";
import { sentencesOf, type Stretch } from "#text/sentences";

const whole = (text: string): Stretch => ({ text, start: 0, end: text.length });

describe("repeated words", () => {
  test.each([
    ["rest the the dough", ["the"]],
    ["it had had that that", []],
    ["New York New York, Duran Duran", []],
    ["the, the", []],
    ["it is “done done,” and never ever 'so so'", []],
    ['"rest the the dough"', ["the"]],
    ["the-the and path/the the", []],
    ["in\nin the jar", ["in"]],
    ["1 1 2 2", []],
    ["the \ufffc the", []],
  ])("%j: %j", (text, expected) => {
    expect(findRepeatedWords(text).map((found) => found.text)).toEqual(expected);
  });
});

test.each([
  ["Recent studies have shown it.", "Recent studies have shown"],
  ["Experts agree that rye is best.", "Experts agree"],
  ["Our study shows it.", undefined],
  ["Some people say so.", undefined],
  ["It is widely known that rye is best.", "It is widely known that"],
])("a vague source in %j: %j", (text, expected) => {
  expect(findVagueSource(whole(text))?.text).toBe(expected);
});

test.each([
  ["Rye is 40% of bread.", "40%"],
  ["9 out of 10 bakers agree.", "9 out of 10 "],
  ["Set the width to 40%.", undefined],
  ["If 40% of the bread is rye, stop.", undefined],
])("a statistic in %j: %j", (text, expected) => {
  expect(findStatistic(whole(text))?.text).toBe(expected);
});

test.each([
  ["Rye is dark. Rye is wet. Rye is slow. Wheat is not.", ["rye"]],
  ["The oven heats. The dough rests. The loaf cools.", []],
  ["The oven heats. The oven hisses. The oven cools.", ["the oven"]],
  ["Rye is dark. Rye is wet.", []],
])("same openings in %j: %j", (text, expected) => {
  expect(findSameOpenings(sentencesOf(text), wordRunOf(text)).map((found) => found.text)).toEqual(expected);
});
