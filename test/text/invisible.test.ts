import { expect, test } from "vitest";
import { findInvisible } from "#text/invisible";

const codes = (text: string) => findInvisible(text).map(({ code }) => code);

test.each([
  ["zero\u200bwidth", ["U+200B"]],
  ["\ufeffTitle", ["U+FEFF"]],
  ["soft\u00adhyphen", ["U+00AD"]],
  ["over\u202eride", ["U+202E"]],
  ["mark\u200e", ["U+200E"]],
  ["two\u00a0\u00a0spaces", ["U+00A0"]],
  ["bell\u0007", ["U+0007"]],
  ["Latin\u200djoined", ["U+200D"]],
  ["hidden\u{e0041}tag", ["U+E0041"]],
])("finds it in %j", (text, expected) => {
  expect(codes(text)).toEqual(expected);
});

test.each([
  ["an emoji family", "👨‍👩‍👧 and 🏳️‍🌈"],
  ["a flag of tags", "🏴󠁧󠁢󠁳󠁣󠁴󠁿 coast"],
  ["Persian", "می‌خواهم"],
  ["Hindi", "क्‍ष"],
  ["Hebrew with a mark", "שלום\u200f!"],
  ["Thai", "ภาษา\u200bไทย"],
  ["one no-break space", "5\u00a0km"],
  ["a tab", "a\tb"],
])("leaves %s alone", (_what, text) => {
  expect(codes(text)).toEqual([]);
});
