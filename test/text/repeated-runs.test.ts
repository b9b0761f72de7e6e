import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { textsWithRepeatedRuns } from "#text/repeated-runs";
import { jaccard, shingles } from "#text/similarity";

test("names the texts that share most of their runs with others", () => {
  const texts = ["rye needs more water than wheat", "rye needs more water than spelt", "bake it hot and short"];
  const words = texts.map((text) => text.split(" "));
  expect(textsWithRepeatedRuns(words, 3, 0.7)).toEqual([0, 1]);
});

/** Positions of texts that have a near duplicate, found by comparing all with all. */
const nearDuplicates = (texts: readonly (readonly string[])[]) => {
  const sets = texts.map((words) => shingles(words.join(" "), 3));
  return sets.flatMap((one, a) => (sets.some((other, b) => a !== b && jaccard(one, other) >= 0.85) ? a : []));
};

test("never misses a near duplicate", () => {
  const text = array(constantFrom("rye", "water", "salt", "oven", "heat", "dough", "loaf"), {
    minLength: 3,
    maxLength: 20,
  });
  expect(() =>
    assert(
      property(array(text, { minLength: 2, maxLength: 8 }), (texts) => {
        const named = textsWithRepeatedRuns(texts, 3, 0.85);
        return nearDuplicates(texts).every((position) => named.includes(position));
      }),
    ),
  ).not.toThrow();
});
