import * as fc from "fast-check";
import { expect, test } from "vitest";
import { countGraphemes, firstGraphemes } from "#text/graphemes";

test.each([
  ["café – “rye”…", 13],
  ["cafe\u0301", 4],
  ["👩‍🚀 bakes", 7],
  ["‼️", 1],
  ["Về bột", 6],
])("%s has %i characters", (text, expected) => {
  expect(countGraphemes(text)).toBe(expected);
});

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const text = fc.string({ unit: fc.constantFrom(..."aé–“…•ệ€ \u0301\ufe0f\u200d‼👩🚀") });

test("texts that are counted at a glance are counted as all others", () => {
  fc.assert(
    fc.property(text, (value) => {
      const graphemes = Array.from(segmenter.segment(value), ({ segment }) => segment);
      expect(countGraphemes(value)).toBe(graphemes.length);
      expect(firstGraphemes(value, 3)).toBe(graphemes.slice(0, 3).join(""));
    }),
  );
});
