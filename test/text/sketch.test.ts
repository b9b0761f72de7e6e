import { expect, test } from "vitest";
import { digest, digestLength, digestsIn } from "#text/digest";
import { candidatePairs, sketchOf, sketchSimilarity, type Sketch } from "#text/sketch";
import { wordRunOf } from "#text/vocabulary";

const words = (from: number, to: number) => {
  const text = Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(" ");
  return wordRunOf(text).forms.map(({ hash }) => hash);
};
const sketch = (list: readonly number[]): Sketch => {
  const found = sketchOf(list);
  if (found === undefined) throw new Error("too short");
  return found;
};

test.each([
  [0, 1],
  [40, 0.92],
  [80, 0.85],
  [500, 0.33],
  [1000, 0],
])("the similarity of two texts of 1,000 words, one moved by %i, is about %d", (moved, expected) => {
  const [a, b] = [sketch(words(0, 1000)), sketch(words(moved, 1000 + moved))];
  expect(Math.abs(sketchSimilarity(a, b) - expected)).toBeLessThan(0.1);
});

test("a text of few words has a sketch too, and one of fewer than five has none", () => {
  expect(sketchSimilarity(sketch(words(0, 8)), sketch(words(0, 8)))).toBe(1);
  expect(sketchOf(words(0, 4))).toBeUndefined();
});

test("bands find what is similar, and little else", () => {
  const sketches = Array.from({ length: 300 }, (_, n) => sketch(words(n * 1000, n * 1000 + 300)));
  const copies = [...sketches, sketch(words(7000, 7310))];
  const pairs = candidatePairs(copies, 8);
  expect(pairs).toContainEqual([7, 300]);
  expect(pairs.length).toBeLessThan(20);
});

test("many equal sketches do not give all their pairs", () => {
  const same = Array.from({ length: 1000 }, () => sketch(words(0, 50)));
  expect(candidatePairs(same, 8).length).toBeLessThan(33_000);
});

test("digests are short, and differ where texts do", () => {
  const digests = new Set(Array.from({ length: 20_000 }, (_, n) => digest(`sentence ${n}`)));
  expect(digests.size).toBe(20_000);
  expect([...digests].every((one) => one.length === digestLength)).toBe(true);
  expect(digestsIn(digest("a") + digest("b"))).toEqual([digest("a"), digest("b")]);
});
