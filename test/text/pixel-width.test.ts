import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutToWidth, pixelWidth } from "#text/pixel-width";

describe("pixelWidth", () => {
  test.each([
    ["W".repeat(20), 377.5],
    ["i".repeat(20), 88.9],
    ["How to make crispy fried eggs", 267.9],
  ])("of “%s” is that of Arial", (text, px) => {
    expect(pixelWidth(text)).toBeCloseTo(px, 0);
  });

  test.each([
    ["an accent that the table lacks has no width of its own", "Lê Tuấn Anh", "Lê Tuân Anh"],
    ["a letter and its composed form are equal", "e\u0301", "é"],
    ["a zero-width space has none", "a\u200bb", "ab"],
  ])("%s", (_name, text, same) => {
    expect(pixelWidth(text)).toBe(pixelWidth(same));
  });

  test.each([
    ["汉字", 40],
    ["한글", 40],
    ["カナ", 40],
    ["ＡＢ", 40],
    ["👩‍🚀", 25],
    ["🇻🇳", 25],
    ["Ж", (1139 / 2048) * 20],
  ])("of “%s”, which the table lacks, is %d", (text, px) => {
    expect(pixelWidth(text)).toBeCloseTo(px, 5);
  });
});

describe("cutToWidth", () => {
  test("leaves a text that fits", () => {
    expect(cutToWidth("i".repeat(20), 89)).toBeUndefined();
  });

  test("cuts at a word's end and leaves room for the ellipsis", () => {
    expect(cutToWidth("How to make crispy fried eggs", 210)).toEqual({
      kept: "How to make crispy",
      shown: "How to make crispy …",
    });
  });

  test("cuts between characters where the script has no spaces", () => {
    expect(cutToWidth("汉字汉字汉字", 100)?.kept).toBe("汉字汉");
  });

  test("keeps nothing of a first word that does not fit", () => {
    expect(cutToWidth("Donaudampfschiff", 60)).toEqual({ kept: "", shown: "…" });
  });

  test("what it shows fits, and is the start of the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 30, max: 300 }), (text, px) => {
        const cut = cutToWidth(text, px);
        const kept = cut?.kept ?? text;
        expect(text.startsWith(kept)).toBe(true);
        expect(pixelWidth(kept)).toBeLessThanOrEqual(cut === undefined ? px : px - pixelWidth(" …"));
      }),
    );
  });
});
