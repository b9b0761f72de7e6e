import * as fc from "fast-check";
import { expect, test } from "vitest";
import { longestRise } from "#text/ordered";

/** The length of the longest rise by trying all subsequences' ends: quadratic and plain. */
function lengthOfRise(values: readonly number[]): number {
  const lengths: number[] = [];
  values.forEach((value, index) => {
    const before = lengths.filter((_, at) => at < index && (values[at] ?? 0) <= value);
    lengths.push(Math.max(0, ...before) + 1);
  });
  return Math.max(0, ...lengths);
}

test("is in order and as long as can be", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }), (values) => {
      const rise = longestRise(values);
      expect(rise).toHaveLength(lengthOfRise(values));
      expect(rise).toEqual(rise.toSorted((a, b) => a - b));
      const risen = rise.map((index) => values[index] ?? 0);
      expect(risen).toEqual(risen.toSorted((a, b) => a - b));
    }),
  );
});

test("leaves out the one value that is out of place", () => {
  expect(longestRise([1, 2, 9, 3, 4])).toEqual([0, 1, 3, 4]);
});
