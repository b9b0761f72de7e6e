import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decodeNumbers, encodeNumbers, foldSign, unfoldSign } from "#text/number-code";

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

test("numbers of either sign are folded to small ones, and back", () => {
  expect([0, -1, 1, -2].map(foldSign)).toEqual([0, 1, 2, 3]);
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 30), max: 2 ** 30 }), (number) => unfoldSign(foldSign(number)) === number),
  );
});
