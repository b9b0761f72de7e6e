import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decodeNumbers, encodeNumbers } from "#text/number-code";

test("numbers are what they were", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 31 - 1)), (numbers) => {
      expect(decodeNumbers(encodeNumbers(numbers))).toEqual(numbers);
    }),
  );
});

test("small numbers take one character, those below 1,024 two", () => {
  expect([encodeNumbers([0]), encodeNumbers([31]), encodeNumbers([1023])].map((code) => code.length)).toEqual([
    1, 1, 2,
  ]);
});
