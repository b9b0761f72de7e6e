import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { windowAround } from "#reporters/source-window";
import { displayWidth } from "#text/display-width";

const cut = (line: string, mark: string, width: number) => {
  const from = line.indexOf(mark);
  const { before, marked, after } = windowAround(line, from, from + mark.length, width);
  return `${before}[${marked}]${after}`;
};

describe("a line around a mark", () => {
  test("is whole where it fits", () => {
    expect(cut("title: Rye bread", "Rye", 40)).toBe("title: [Rye] bread");
  });

  test("is cut on the far side of a mark at its start or end", () => {
    const line = `start ${"filler ".repeat(20)}end`;
    expect(cut(line, "start", 20)).toBe("[start] filler filler…");
    expect(cut(line, "end", 20)).toBe("…r filler filler [end]");
  });

  test("is cut on both sides of a mark in its middle", () => {
    expect(cut(`${"a".repeat(500)} mark ${"b".repeat(500)}`, "mark", 20)).toBe("…aaaaaa [mark] bbbbbb…");
  });

  test("shows the start of a mark that does not fit, and what names it", () => {
    expect(cut(`summary: ${"long ".repeat(200)}`, "long ".repeat(200), 30)).toBe("summary: [long long long long …]");
  });

  test("never cuts a character in two", () => {
    expect(cut(`${"👩‍🚀".repeat(300)}x${"é".repeat(300)}`, "x", 11)).toBe("…👩‍🚀👩‍🚀[x]éééé…");
  });

  test("stays within its width for any line and any mark", () => {
    const lines = fc.string({ unit: "grapheme", maxLength: 300 });
    fc.assert(
      fc.property(lines, fc.nat(300), fc.nat(300), fc.integer({ min: 10, max: 90 }), (line, a, b, width) => {
        const [from = 0, to = 0] = [Math.min(a, line.length), Math.min(b, line.length)].toSorted((x, y) => x - y);
        const { before, marked, after } = windowAround(line, from, to, width);
        expect(displayWidth(before) + displayWidth(marked) + displayWidth(after)).toBeLessThanOrEqual(width);
        expect(
          to === from ||
            marked !== "" ||
            line.slice(from, to).trim() === "" ||
            displayWidth(line.slice(from, to)) === 0,
        ).toBe(true);
      }),
    );
  });
});
