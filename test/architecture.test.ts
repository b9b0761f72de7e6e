import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { architecture, violations, type SourceFile } from "./support/architecture.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

const typescriptBelow = (folder: string): SourceFile[] =>
  readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => {
      const file = `${entry.parentPath}/${entry.name}`;
      return { path: file.slice(root.length), text: readFileSync(file, "utf8") };
    });

const files = [...typescriptBelow("src"), ...typescriptBelow("rules")];

test("every folder of src is in the table, and every folder of the table exists", () => {
  const folders = readdirSync(`${root}src`, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  );
  const tabled = Object.keys(architecture).filter((part) => !["rules", "door"].includes(part));
  expect(tabled.toSorted()).toEqual(folders.toSorted());
});

test("no import goes against the table", () => {
  expect(violations(files)).toEqual([]);
});

test("the README shows the table that this test holds", () => {
  const readme = readFileSync(`${root}README.md`, "utf8");
  const rows = Object.entries(architecture).map(([part, { does }]) => ({ part, does }));
  for (const { part, does } of rows) expect(readme).toContain(`| \`${part}\` | ${does} |`);
});

const check = (path: string, text: string) => violations([{ path, text }]);

describe("the check itself", () => {
  test.each([
    [
      "an import that goes up",
      "src/model/x.ts",
      'import { judge } from "#engine/judge";',
      "model may not import engine",
    ],
    [
      "a relative way around",
      "src/text/x.ts",
      'import { judge } from "../engine/judge.ts";',
      "text may not import engine",
    ],
    [
      "a type import",
      "src/model/x.ts",
      'import type { Rule } from "#rule-kit/define-rule";',
      "model may not import rule-kit",
    ],
    ["a re-export", "src/text/x.ts", 'export * from "#engine/judge";', "text may not import engine"],
    ["a lazy import", "rules/title/x.ts", 'const x = await import("#engine/judge");', "rules may not import engine"],
    ["another rule", "rules/title/x.ts", 'import y from "../summary/y.ts";', "a rule may not import another rule"],
    ["node in a pure part", "src/text/x.ts", 'import fs from "node:fs";', "text may not import node:fs"],
    ["node in a rule", "rules/title/x.ts", 'import { readFileSync } from "fs";', "rules may not import node:fs"],
    ["the clock in a pure part", "src/text/x.ts", "const now = Date.now();", "text may not read the clock"],
    ["the console", "src/engine/x.ts", "console.log(1);", "engine may not use the console"],
    ["the process", "src/sources/x.ts", "process.exit(1);", "sources may not use process"],
    ["the network", "src/facts/x.ts", 'await fetch("https://example.org");', "facts may not use the network"],
    ["a folder that no one knows", "src/misc/x.ts", "export {};", "misc is not in the table"],
  ])("sees %s", (_what, path, text, message) => {
    expect(check(path, text)).toEqual([`${path}: ${message}`]);
  });

  test("reads code and not comments or strings", () => {
    expect(check("src/text/x.ts", '// process.exit\nconst a = "console.log";\n/* Date.now() */')).toEqual([]);
  });
});
