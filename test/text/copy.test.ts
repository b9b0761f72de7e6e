import { expect, test } from "vitest";
import { wordsBeyond } from "#text/copy";

test.each([
  ["Rye and water", "Rye and Water.", 0],
  ["Rye & water", "About rye & water today", 2],
  ["Rye and water", "Water and rye", undefined],
  ["Rye", "Rye’s water", undefined],
  ["", "Rye", undefined],
])("%j in %j leaves %s words", (title, text, words) => {
  expect(wordsBeyond(title, text)).toBe(words);
});
