import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "#sources/decode";

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

describe("UTF-8", () => {
  test("a byte order mark is no part of the text, and only the first one is a mark", () => {
    expect(decode(bytes([0xef, 0xbb, 0xbf], "rye"), "a.txt")).toEqual({ path: "a.txt", text: "rye", bom: true });
    expect(decode(bytes("rye \ufeff"), "a.txt")).toEqual({ path: "a.txt", text: "rye \ufeff", bom: false });
  });

  test("any text comes back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const document = decode(Buffer.from(`x${text}`), "a.txt");
        expect(document).toEqual({ path: "a.txt", text: `x${text}`, bom: false });
      }),
    );
  });

  test("a replacement character that stands in the file is text", () => {
    expect(decode(bytes("a\ufffdb"), "a.txt").undecodable).toBeUndefined();
  });
});

describe("bytes that are not UTF-8", () => {
  test("the place is that of the first one, past replacement characters that stand in the file", () => {
    const document = decode(bytes("é\ufffd", [0xff], "x"), "a.txt");
    expect(document.undecodable?.at).toBe(2);
    expect(document.text).toBe("é\ufffd\ufffdx");
  });

  test("a file of windows-1252 is read as such", () => {
    const document = decode(bytes("caf", [0xe9], " ", [0x96], " 5 ", [0x80]), "a.txt");
    expect(document).toMatchObject({ text: "café – 5 €", undecodable: { at: 3, guess: "windows-1252" } });
  });

  test("a stray byte among UTF-8 leaves the rest as it is", () => {
    expect(decode(bytes("é caf", [0xe9], "."), "a.txt").text).toBe("é caf\ufffd.");
  });

  test.each([
    ["UTF-8 cut off in the middle of a character", bytes("caf", [0xc3])],
    ["UTF-16 without a byte order mark", Buffer.from("café au lait", "utf16le")],
    ["no known encoding", bytes("a", [0x81, 0x20])],
  ])("it may be %s", (guess, file) => {
    expect(decode(file, "a.txt").undecodable?.guess).toBe(guess);
  });
});

/** A text in UTF-16 with the high bytes first. */
const big = (text: string) => Buffer.from(text, "utf16le").swap16();

describe("UTF-16", () => {
  test("is read where a byte order mark says so", () => {
    expect(decode(Buffer.from("\ufeffcafé", "utf16le"), "a.txt")).toEqual({ path: "a.txt", text: "café", bom: true });
    expect(decode(big("\ufeffcafé"), "a.txt")).toEqual({ path: "a.txt", text: "café", bom: true });
  });

  test("half a character at the end is said", () => {
    const cut = Buffer.from("\ufeffcafé", "utf16le").subarray(0, -1);
    expect(decode(cut, "a.txt").undecodable).toEqual({ at: 3, guess: "UTF-16LE" });
  });
});

test("an empty file is an empty text", () => {
  expect(decode(Buffer.alloc(0), "a.txt")).toEqual({ path: "a.txt", text: "", bom: false });
});
