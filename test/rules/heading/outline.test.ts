import { expect, test } from "vitest";
import { rules } from "#rules/index";
import type { Rule } from "#rule-kit/define-rule";
import { runRule } from "../../support/run-rule.ts";

const lines = async (id: string, body: string): Promise<number[]> => {
  const text = `---\ntitle: Rye\n---\n${body}`;
  const { findings } = await runRule(id, rules[id] as Rule, [{ path: "a.md", text }]);
  return findings.map(({ range }) => range.start.line - 3);
};

test.each([
  ["heading/increment", "## A\n\n> #### In a quote\n\n### B\n", []],
  ["heading/increment", "#### First may be low\n\n##### B\n", []],
  ["heading/increment", "# A\n\n### B\n\n##### C\n\nx\n", [3, 5]],
  ["heading/increment", "# A\n\nx\n\n###### Made by rye on 1 May\n", []],
  ["heading/duplicate", "## A\n\n### X\n\n## B\n\n### X\n", []],
  ["heading/duplicate", "## A\n\nx\n\n### B\n\nx\n\n## a\n", [9]],
  ["heading/adjacent", "## A\n\n> quote\n\n## B\n", []],
  ["heading/adjacent", "## A\n\n{{% note %}}\nx\n{{% /note %}}\n\n## B\n", []],
  ["heading/adjacent", "## A\r\n\r\n## B\r\n", [1]],
  ["heading/empty", "##   \n\n## {{< title >}}\n\n## ![](a.png)\n", [1]],
  ["heading/fake", "**Bold at the end**\n", []],
  ["heading/fake", "**(Updates are below)**\n\ntext\n", []],
  ["heading/fake", "**Updates (all)**\n\ntext\n", [1]],
  ["heading/fake", "**One** and more\n\ntext\n", []],
  ["fence/unclosed", "````\n```\n````\n", []],
  ["fence/unclosed", "````\n```\n", [1]],
  ["fence/unclosed", "- a\n\n  ```\n  x\n  ```\n", []],
  ["fence/unclosed", "    indented\n", []],
  ["fence/unclosed", "```\nx\n```\n\n~~~\ny\n", [5]],
  ["shortcode/unbalanced", "{{< a >}}x{{< /a >}} {{< b >}} `{{< /c >}}`\n", []],
] as const)("%s: %j", async (id, body, expected) => {
  expect(await lines(id, body)).toEqual(expected);
});

test("a shortcode that is closed now and then needs no closing", async () => {
  const text = `${"{{< a >}}x{{< /a >}}\n\n".repeat(5)}${"{{< a >}}\n\n".repeat(2)}`;
  const { findings } = await runRule("shortcode/unbalanced", rules["shortcode/unbalanced"] as Rule, [
    { path: "a.md", text },
  ]);
  expect(findings).toEqual([]);
});
