import { expect, test } from "vitest";
import { isCut, isExcerpt, withoutEllipsis } from "#text/summary-kind";

test.each([
  ["Rye is thirsty ...", "Rye is thirsty", true],
  ["Rye is thirsty…  ", "Rye is thirsty", true],
  ["Rye is thirsty. [...]", "Rye is thirsty.", true],
  ["Rye is thirsty [&hellip;]", "Rye is thirsty [&hellip;]", false],
  ["Rye … is thirsty.", "Rye … is thirsty.", false],
])("%j", (summary, kept, cut) => {
  expect(withoutEllipsis(summary)).toBe(kept);
  expect(isCut(summary)).toBe(cut);
});

test("more than fifty words, or an ellipsis, make an excerpt", () => {
  expect(isExcerpt("word ".repeat(50))).toBe(false);
  expect(isExcerpt("word ".repeat(51))).toBe(true);
  expect(isExcerpt("A few words …")).toBe(true);
});
