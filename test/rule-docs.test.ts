import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { rules } from "#rules/index";
import { failuresIn, reportLines, runRule } from "./support/run-rule.ts";
import { readExamples } from "./support/rule-doc.ts";
import { renderRuleDoc } from "./tools/render-rule-doc.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

describe.each(Object.entries(rules))("%s", (id, rule) => {
  const path = `${root}rules/${id}.md`;
  const doc = existsSync(path) ? readFileSync(path, "utf8") : "";
  const examples = readExamples(doc);
  const runs = examples.map((example) => runRule(id, rule, example.files, example));

  test("has a doc that starts with its id", () => {
    expect(doc.split("\n", 1)[0]).toBe(`# ${id}`);
  });

  test("has a valid and an invalid example, and an example of each message", async () => {
    const kinds = new Set(examples.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(["invalid", "valid"]);
    const shown = new Set((await Promise.all(runs)).flatMap(({ findings }) => findings.map((one) => one.messageId)));
    expect([...shown].toSorted()).toEqual(Object.keys(rule.messages).toSorted());
  });

  test.each(examples.map((example, index) => ({ ...example, index })))(
    "$kind example $index under “$heading”",
    async ({ kind, files, index }) => {
      const report = await runs[index];
      expect(report?.findings.length ?? 0).toSatisfy((count: number) => (kind === "valid" ? count === 0 : count > 0));
      const unreadable = id.startsWith("parse/") ? [] : await failuresIn(files);
      expect(unreadable).toEqual([]);
    },
  );

  test("shows the real reports and options (npm run generate writes them)", async () => {
    const reports = (await Promise.all(runs)).map((report, index) =>
      reportLines(report, (examples[index]?.files.length ?? 0) > 1),
    );
    await expect(renderRuleDoc(doc, rule, reports)).toMatchFileSnapshot(path);
  });
});
