import { expect, test } from "vitest";
import { findLostEscapes } from "#text/lost-escapes";

const found = (text: string) => findLostEscapes(text).map(({ found: escape, character }) => `${escape} ${character}`);

test.each([
  ["SemVer breaking change 2014 plus RC: notes", ["2014 —"]],
  ["a rule that bends 2014 but never breaks", ["2014 —"]],
  ["they donu2019t move", ["u2019 ’"]],
  ["the tide u2014 at last", ["u2014 —"]],
  ["a cafu00e9", ["u00e9 é"]],
  ["they don 2019 t move", ["2019 ’"]],
  ["u201cHello, seau201d", ["u201c “", "u201d ”"]],
  ["he wrote 201clow tide201d on it", ["201c “", "201d ”"]],
  [String.raw`cold \u2014 and dark`, [String.raw`\u2014 —`]],
  [String.raw`caf\u00e9`, [String.raw`\u00e9 é`]],
])("finds the escapes in “%s”", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  "in 2014 we moved",
  "In 2014 what we did was guess",
  "the 2014 survey and the 2019 survey",
  "what changed since 2014 plus a map",
  "the annual report 2014 shows more",
  "conference 2014 plus workshops",
  "the storm of winter 2013 but not the last",
  "from 2013 plus 2014 data",
  "sales in 2019 sold well",
  "the late 2019 surveys",
  "a part numbered 201c fits",
  "U+2014 is a dash",
  "menu2019 and menu2014 of the café",
  "the year 2026 what a year",
  "growth fell 2014 but rose 2015",
  "Posts 2014",
  "flight 2014 to Oslo",
])("takes “%s” as it is", (text) => {
  expect(found(text)).toEqual([]);
});

test("gives the place of the escape", () => {
  expect(findLostEscapes("breaking change 2014 plus RC")).toMatchObject([{ start: 16, end: 20 }]);
});
