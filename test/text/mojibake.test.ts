import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { findGarbled, replaceParts } from "#text/mojibake";

// What the bytes 0x80 to 0x9F are in Windows-1252; five of them are nothing, and are read as they are.
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const decodeWindows1252 = (byte: number) => upper[byte - 0x80] ?? String.fromCharCode(byte);
const decodeLatin1 = (byte: number) => String.fromCharCode(byte);
const garble = (text: string, decode = decodeWindows1252) =>
  Array.from(new TextEncoder().encode(text), decode).join("");
const repair = (text: string) => replaceParts(text, findGarbled(text));

test.each([
  "the tide’s edge",
  "2–4 °C",
  "naïve café",
  "“quoted” — and on…",
  "a → b",
  "Zürich",
  "🦀 crabs",
  "Tiếng Việt",
  "Привет",
  "日本語",
])("repairs %s", (text) => {
  expect(repair(garble(text))).toBe(text);
  expect(repair(garble(text, decodeLatin1))).toBe(text);
});

test("repairs text that was garbled twice", () => {
  expect(repair(garble(garble("the tide’s edge")))).toBe("the tide’s edge");
});

test.each([
  "« un café\u00a0» et du thé\u00a0»",
  "à cet été…”",
  "„Fuß“ und „Spaß“",
  "MAÇÃ”",
  "São Paulo, İstanbul, Łódź, Đà Nẵng",
  "Está»… y acá»…",
  "20 °C · 5 µm · £3 · ¿Qué? · ÀÉÎÕÜ",
  "Lê Tuấn Anh",
])("leaves %s alone", (text) => {
  expect(findGarbled(text)).toEqual([]);
});

test("gives the exact part and joins neighbours", () => {
  expect(findGarbled("a â€œcoldâ€\u009d sea")).toEqual([
    { start: 2, end: 5, reads: "“" },
    { start: 9, end: 12, reads: "”" },
  ]);
});

test("what it finds reads otherwise, and is in the order of the text", () => {
  assert(
    property(string({ unit: "grapheme", maxLength: 40 }), (text) => {
      const garbled = garble(text);
      const parts = findGarbled(garbled);
      expect(parts.filter(({ start, end, reads }) => garbled.slice(start, end) === reads)).toEqual([]);
      expect(parts.map(({ start, end }) => [start, end])).toEqual(
        parts.map(({ start, end }) => [start, end]).toSorted(([a = 0], [b = 0]) => a - b),
      );
    }),
  );
});
