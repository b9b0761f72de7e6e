import { expect, test } from "vitest";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const post = "---\ntitle: Rye\ndate: 2026-01-02\n---\n\n## Flour\n\nIt keeps its water for days.\n\n![](loaf.jpg)\n";
const config = `overrides:
  - files: ["notes/**"]
    rules:
      lead/missing: [warn, { minWords: 5 }]
      image/alt-missing: [warn, { allowEmpty: true }]
`;

test("rules over all posts ask an override for the options of some files", async () => {
  const folder = temporaryFolder({
    "standfirst.config.yaml": config,
    "notes/rye.md": post,
    "posts/rye.md": post,
  });
  const call = ["--no-cache", "--only", "lead/missing", "--only", "image/alt-missing", "-f", "compact"];
  const { stdout } = await callMain(call, { cwd: folder.path });
  folder.remove();
  expect(stdout.trim().split("\n")).toEqual([
    "notes/rye.md:6:1: warning lead/missing: Post starts with the heading “Flour”; say before it what the post says.",
    "posts/rye.md:10:5: warning image/alt-missing: The picture loaf.jpg has no alternative text; say what it shows.",
  ]);
});

test("options that hold for the whole site are refused in an override", async () => {
  const folder = temporaryFolder({
    "standfirst.config.yaml": "overrides:\n  - files: [a]\n    rules: { dup/near-body: [warn, { similarity: 0.9 }] }\n",
    "posts/rye.md": post,
  });
  const { code, stderr } = await callMain(["--no-cache"], { cwd: folder.path });
  folder.remove();
  expect(code).toBe(2);
  expect(stderr).toBe(
    'standfirst: standfirst.config.yaml:3:38: option "similarity" of dup/near-body holds for the whole site; move it from the override to rules\n',
  );
});
