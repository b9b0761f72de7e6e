import * as fc from "fast-check";
import { expect, test } from "vitest";
import { countGraphemes, firstGraphemes, graphemesOf } from "#text/graphemes";

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

test("long texts are counted piece by piece, and no character is cut", () => {
  const units = fc.constantFrom("é", "👩‍🚀", "🇩🇪", "a\u0301\u0302", "漢", "\r\n", "b");
  const long = fc.tuple(
    fc.string({ unit: units, maxLength: 4 }),
    fc.string({ unit: units, minLength: 1, maxLength: 4 }),
  );
  fc.assert(
    fc.property(long, ([start, unit]) => {
      const value = start + unit.repeat(1200);
      const starts = Array.from(segmenter.segment(value), ({ index }) => index);
      expect(countGraphemes(value)).toBe(starts.length);
      expect(firstGraphemes(value, 1100)).toBe(value.slice(0, starts[1100] ?? value.length));
      expect([...graphemesOf(value)]).toEqual(starts.map((at, index) => value.slice(at, starts[index + 1])));
    }),
    { numRuns: 20 },
  );
});

test("a character of thousands of marks is one", () => {
  expect(countGraphemes(`漢a${"\u0301".repeat(5000)}b`)).toBe(3);
});
