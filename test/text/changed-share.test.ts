import * as fc from "fast-check";
import { expect, test } from "vitest";
import { changedShare } from "#text/changed-share";

test.each([
  ["Salt holds water.", "Salt holds water.", 0],
  ["Salt holds water.", "**salt** HOLDS\nwater", 0],
  ["Salt holds water. Rye binds it.", "Rye binds it. Salt holds water.", 0],
  ["one two three four", "one two three four five", 0.2],
  ["one two three four", "one two three", 0.25],
  ["one two three four", "one two three more", 0.25],
  ["one one one one", "one", 0.75],
  ["黑麦需要水", "黑麦需要盐", 0.2],
  ["", "one", 1],
  ["", "", 0],
])("%j and %j differ in %d", (before, after, share) => {
  expect(changedShare(before, after)).toBeCloseTo(share);
});

test("is the same both ways, and none for a text and itself in another order", () => {
  const words = fc.array(fc.constantFrom("salt", "rye", "water", "水", "C++"), { maxLength: 12 });
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [before, after] = [a.join(" "), b.join(" ")];
      expect(changedShare(before, after)).toBeCloseTo(changedShare(after, before));
      expect(changedShare(before, a.toReversed().join(" "))).toBeCloseTo(0);
    }),
  );
});
