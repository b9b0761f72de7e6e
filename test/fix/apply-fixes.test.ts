import { expect, test } from "vitest";
import { applyFixes } from "#fix/apply-fixes";
import type { Fix } from "#model/report";

const document = { path: "rye.md", text: "salt rye malt", bom: false };

const at = (offset: number) => ({ line: 1, column: offset + 1, offset });
const fix = (...edits: readonly (readonly [start: number, end: number, text: string])[]): Fix => ({
  safety: "safe",
  description: "",
  edits: edits.map(([start, end, text]) => ({ range: { start: at(start), end: at(end) }, text })),
});

test.each<[string, readonly Fix[], string, number]>([
  ["all that are apart, whatever their order", [fix([9, 13, "oat"]), fix([0, 4, "yeast"])], "yeast rye oat", 2],
  ["the first of two that overlap", [fix([0, 8, "bread"]), fix([5, 8, "oat"])], "bread malt", 1],
  ["what lies between others", [fix([0, 4, "a"]), fix([9, 13, "c"]), fix([5, 8, "b"])], "a b c", 3],
  ["nothing around one that is applied", [fix([5, 8, "oat"]), fix([0, 13, "bread"])], "salt oat malt", 1],
  ["each as a whole or not at all", [fix([5, 8, "oat"]), fix([0, 4, "yeast"], [6, 7, "u"])], "salt oat malt", 1],
  ["one of two insertions at one place", [fix([5, 5, "dark "]), fix([5, 5, "old "])], "salt dark rye malt", 1],
  ["none that replaces what follows an insertion", [fix([5, 5, "dark "]), fix([5, 8, "oat"])], "salt dark rye malt", 1],
  ["stretches that touch", [fix([0, 4, "a"]), fix([4, 5, "-"])], "a-rye malt", 2],
])("applies %s", (_what, fixes, text, applied) => {
  expect(applyFixes(document, fixes)).toEqual({ document: { ...document, text }, applied });
});
