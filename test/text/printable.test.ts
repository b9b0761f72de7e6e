import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inert, printable } from "#text/printable";

describe("printable text", () => {
  test("spells out what a terminal would obey", () => {
    expect(printable("a\u001b[2Jb\u009bc\u007f\u202ed\u2066")).toBe("a<U+001B>[2Jb<U+009B>c<U+007F><U+202E>d<U+2066>");
  });

  test("is one line", () => {
    expect(printable("a\r\nb\tc\u2028d\u0085e")).toBe("a b c d e");
  });

  test("keeps emoji, right-to-left letters and joiners", () => {
    const text = "👩‍🚀 שלום می‌خواهم é";
    expect(printable(text)).toBe(text);
  });

  test("spells out half of a surrogate pair", () => {
    expect(printable("a\ud83d")).toBe("a<U+D83D>");
  });

  test("holds nothing that acts, whatever goes in", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 200 }), (units) => {
        const text = String.fromCharCode(...units);
        expect(printable(text)).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Cs}\u2028\u2029]/u);
      }),
    );
  });
});

describe("inert output", () => {
  test.each([
    ["::error::x", ": :error::x"],
    ["ok\n \u00a0::add-mask::x", "ok\n \u00a0: :add-mask::x"],
    ["a ##[error]x", "a # #[error]x"],
    ["###[group]x", "## #[group]x"],
    ["##vso[task.complete]x", "# #vso[task.complete]x"],
  ])("defuses %j", (text, expected) => {
    expect(inert(text)).toBe(expected);
  });

  test.each(["## Heading", "std::vector", "a: b", "#[derive]"])("leaves %j as it is", (text) => {
    expect(inert(text)).toBe(text);
  });
});
