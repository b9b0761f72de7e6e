import * as fc from "fast-check";
import { expect, test } from "vitest";
import { utf8Offsets } from "#text/utf8";

test("counts the bytes before every character", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 900 }), (line) => {
      const bytesBefore = utf8Offsets(line);
      let offset = 0;
      for (const character of line) {
        expect(bytesBefore(offset)).toBe(new TextEncoder().encode(line.slice(0, offset)).length);
        offset += character.length;
      }
      expect(bytesBefore(line.length + 5)).toBe(new TextEncoder().encode(line).length);
    }),
  );
});

test("is exact across its steps", () => {
  const line = "é😀x".repeat(500);
  expect(utf8Offsets(line)(256)).toBe(new TextEncoder().encode(line.slice(0, 256)).length);
  expect(utf8Offsets(line)(1_025)).toBe(new TextEncoder().encode(line.slice(0, 1_025)).length);
});
