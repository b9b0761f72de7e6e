import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineHashes } from "#reporters/line-hashes";

/** The definition in words, with whole numbers of any size. */
function byDefinition(text: string): string[] {
  const kept: number[] = [];
  const starts: number[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    starts.push(kept.length);
    for (const unit of line.replace(/[ \t]/g, "").split("")) kept.push(unit.charCodeAt(0));
    kept.push(index === lines.length - 1 ? 0xffff : 0x0a);
  }
  const counts = new Map<string, number>();
  return starts.map((start) => {
    let hash = 0n;
    for (let at = start; at < start + 100; at++) hash = BigInt.asUintN(64, hash * 37n + BigInt(kept[at] ?? 0));
    const hex = hash.toString(16);
    counts.set(hex, (counts.get(hex) ?? 0) + 1);
    return `${hex}:${counts.get(hex)}`;
  });
}

describe("hashes of lines", () => {
  test("are those of GitHub's uploader", () => {
    expect(lineHashes("")).toEqual(["c129715d7a2bc9a3:1"]);
    expect(lineHashes(" a\nb\n  \t\tc\n d")).toEqual([
      "271789c17abda88f:1",
      "54703d4cd895b18:1",
      "180aee12dab6264:1",
      "a23a3dc5e078b07b:1",
    ]);
  });

  test("follow the definition for any text", () => {
    const pieces = fc.constantFrom(
      "a",
      "B",
      " ",
      "\t",
      "\n",
      "\r\n",
      "\r",
      "é",
      "😀",
      "\ufeff",
      "x".repeat(99),
      "y\n".repeat(60),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        // A CR and an LF that come from two pieces are one line ending in both.
        const text = parts.join("");
        expect(lineHashes(text)).toEqual(byDefinition(text));
      }),
    );
  });

  test("do not depend on indentation or line endings", () => {
    const text = "---\ntitle: Rye\n---\n\nRye bread.\n";
    expect(lineHashes(text.replaceAll("\n", "\r\n"))).toEqual(lineHashes(text));
    expect(lineHashes(text.replace("title", "\t title"))).toEqual(lineHashes(text));
  });

  test("number the lines that are equal", () => {
    const rest = "z".repeat(200);
    expect(lineHashes(`${rest}\n${rest}\n`).map((hash) => hash.split(":")[1])).toEqual(["1", "2", "1"]);
  });
});
