import { expect, test } from "vitest";
import { didYouMean } from "#text/did-you-mean";

test.each([
  ["recomended", "recommended"],
  ["ulr", "url"],
  ["warning", "warn"],
  ["err", "error"],
  ["LEAD", "lead"],
  ["titel", "title"],
  ["lead/lenght", "lead/length"],
])("%s → %s", (word, meant) => {
  expect(didYouMean(word, ["recommended", "url", "warn", "error", "lead", "title", "lead/length"])).toBe(meant);
});

test.each(["colour", "x", "", "grammar/comma", "a".repeat(100_000)])("nothing is near %.20s", (word) => {
  expect(didYouMean(word, ["recommended", "url", "warn", "lead/length"])).toBeUndefined();
});

test("the nearest wins, and of equals the first", () => {
  expect(didYouMean("sarf", ["scarf", "sarif"])).toBe("scarf");
  expect(didYouMean("jsom", ["pretty", "json", "jsonl"])).toBe("json");
});
