import { expect, test } from "vitest";
import { findRepeatedPhrases } from "#text/repeated-phrases";

const numbered = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, i) => text(i));
const found = (texts: readonly string[], share = 0.3) =>
  findRepeatedPhrases(texts, share).map(({ phrase, places }) => `${places.length} ${phrase}`);

test("finds the longest form of a phrase, once, with its first place in each text", () => {
  const texts = numbered(10, (i) => (i < 4 ? `Post ${i}: seen from the old harbour wall` : `Number ${i} alone`));
  expect(found(texts)).toEqual(["4 seen from the old harbour wall"]);
  expect(findRepeatedPhrases(texts, 0.3)[0]?.places[1]).toEqual({ text: 1, start: 8, end: 38 });
});

test("tells a shorter phrase too where clearly more texts have it", () => {
  const texts = numbered(12, (i) =>
    i < 4 ? `on the old harbour wall at ${i}` : i < 9 ? `on the old harbour ${i}` : `${i}`,
  );
  expect(found(texts)).toContain("9 on the old harbour");
});

test("needs the share", () => {
  expect(found(numbered(10, (i) => (i < 2 ? "seen from the old harbour wall" : `text ${i}`)))).toEqual([]);
});

test("finds a phrase of a third of many texts by a sample", () => {
  const texts = numbered(2000, (i) =>
    i % 3 === 0 ? `Post ${i} from the old harbour wall` : `Number ${i} stands alone`,
  );
  expect(found(texts)).toEqual(["667 from the old harbour wall"]);
});

test("takes typographic variants and case as one", () => {
  const texts = ["It’s low water at DAWN", "it's low water at dawn", "nothing"];
  expect(found(texts)).toEqual(["2 it's low water at dawn"]);
});
