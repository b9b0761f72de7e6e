import * as fc from "fast-check";
import { expect, test } from "vitest";
import { countWords, wordsOf } from "#text/words";

test.each([
  ["C++ and C# aren’t co-op games.", ["C++", "and", "C#", "aren’t", "co-op", "games"]],
  ["v1.35 of R&D, C##x", ["v1.35", "of", "R&D", "C##", "x"]],
  ["Về chất lượng — v2", ["Về", "chất", "lượng", "v2"]],
  ["", []],
])("%s", (text, expected) => {
  expect(wordsOf(text).map((word) => word.text)).toEqual(expected);
});

const pattern = /[\p{L}\p{N}\p{M}]+(?:['’.+#&-][\p{L}\p{N}\p{M}]+)*[+#]*/gu;
const text = fc.string({ unit: fc.constantFrom(..."abZ09 '’.+#&-—é") });

test("texts in ASCII and others are split by the same pattern", () => {
  fc.assert(
    fc.property(text, (value) => {
      const expected = Array.from(value.matchAll(pattern), ({ index, 0: found }) => ({
        text: found,
        start: index,
        end: index + found.length,
      }));
      expect(wordsOf(value)).toEqual(expected);
    }),
  );
});

test("words are counted as white space separates them", () => {
  expect(countWords("rye – and\nco-op,  wheat")).toBe(4);
});
