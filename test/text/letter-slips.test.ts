import { expect, test } from "vitest";
import { letterSlips } from "#text/letter-slips";

const meant = (rare: string, usual: string) => letterSlips([rare], [usual]).get(rare);

test.each([
  ["a letter is missing", "limpts", "limpets"],
  ["a letter is too much", "limppets", "limpets"],
  ["another letter", "limputs", "limpets"],
  ["neighbours have changed places", "lipmets", "limpets"],
  ["neighbours in a short word", "rcoks", "rocks"],
])("%s: %j", (_name, rare, usual) => {
  expect(meant(rare, usual)).toBe(usual);
});

test.each([
  ["the first letter", "preact", "react"],
  ["the last letter", "scalar", "scala"],
  ["an ending", "cluster", "clusters"],
  ["short words", "kepl", "kelp"],
  ["short words of one length", "stock", "stack"],
  ["numbers", "python2.7", "python3.7"],
  ["two letters", "limptes", "limpetss"],
  ["the word itself", "limpets", "limpets"],
  ["scripts of few characters", "\u7d30\u83cc\u611f\u67d3\u75c7", "\u7d30\u83cc\u6027\u67d3\u75c7"],
])("%s: %j is no slip of %j", (_name, rare, usual) => {
  expect(meant(rare, usual)).toBeUndefined();
});

test("a phrase of any length is no word, and costs nothing", () => {
  const long = "e".repeat(100_000);
  expect(letterSlips([`r${long}t`], [`r${long}et`])).toEqual(new Map());
});
