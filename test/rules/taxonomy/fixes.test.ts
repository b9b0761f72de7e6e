import { expect, test } from "vitest";
import { applyFixes } from "#fix/apply-fixes";
import { rules } from "#rules/index";
import { runRule } from "../../support/run-rule.ts";

test("a tag that needs quotes gets them, and comments stay", async () => {
  const rule = rules["taxonomy/near-duplicate"];
  if (rule === undefined) throw new Error("no rule");
  const text = `---\ntitle: Limpets\ntags: [golang, js, 'old'] # three\n---\n`;
  const spelling = { golang: "Go", js: "Node: tips", old: "Ada's" };
  const { findings } = await runRule("taxonomy/near-duplicate", rule, [{ path: "post.md", text }], {
    options: { spelling },
  });
  const fixes = findings.flatMap(({ fix }) => fix ?? []);
  expect(applyFixes({ path: "post.md", text, bom: false }, fixes).document.text).toBe(
    `---\ntitle: Limpets\ntags: [Go, "Node: tips", "Ada's"] # three\n---\n`,
  );
});
