import { describe, expect, test } from "vitest";
import { unified } from "unified";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { markdown } from "#reporters/markdown";
import { hostile } from "../support/report-cases.ts";
import { contextFor, reportFrom, type FindingSpec, type ReportSpec } from "../support/reports.ts";

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

/** All nodes of the Markdown, as GitHub would read it. */
function nodesOf(text: string): Node[] {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text) as Node;
  const walk = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(walk)];
  return walk(tree);
}

const flood = (count: number, message: string): ReportSpec => ({
  documents: { "a.md": "x\n" },
  findings: Array.from({ length: count }, (_, index): FindingSpec => ({
    rule: "title/width",
    path: "a.md",
    mark: "x",
    message: `${message} ${index}`,
    severity: index === count - 1 ? "error" : "warn",
  })),
});

function render(spec: ReportSpec): string {
  return markdown(reportFrom(spec), contextFor(spec)).output;
}

describe("the Markdown report", () => {
  test("shows hostile content as text, without links, HTML or pictures", () => {
    const nodes = nodesOf(render(hostile));
    const urls = nodes.filter(({ type }) => type === "link").map(({ url }) => url);
    expect(new Set(urls)).toEqual(new Set(["https://standfirst.dev/rules/text/control"]));
    expect(nodes.filter(({ type }) => /^(?:image|inlineCode|emphasis|delete)/.test(type))).toEqual([]);
    expect(new Set(nodes.filter(({ type }) => type === "html").map(({ value }) => value))).toEqual(
      new Set(["<!-- -->"]),
    );
    expect(nodes.filter(({ type }) => type === "tableRow").map(({ children }) => children?.length)).toEqual([
      3, 3, 4, 4, 4,
    ]);
    expect(nodes.some(({ value }) => value?.includes("<img src=x onerror=alert(1)>"))).toBe(true);
  });

  test("folds a long table", () => {
    expect(render(flood(50, "Wide"))).not.toContain("<details>");
    expect(render(flood(51, "Wide"))).toContain("<summary>51 findings</summary>");
  });

  test("stays below 900 KB, keeps the worst and says what is missing", () => {
    const spec = flood(2_000, "ü".repeat(500));
    const { output, notices } = markdown(reportFrom(spec), contextFor(spec));
    const rows = output
      .split("\n")
      .filter((line) => line.startsWith("| warning | a") || line.startsWith("| error | a"));
    expect(new TextEncoder().encode(output).length).toBeLessThan(900_000);
    expect(rows.length).toBeGreaterThan(700);
    expect(rows[0]).toMatch(/^\| error /);
    const missing = (2_000 - rows.length).toLocaleString("en-US");
    expect(output).toContain(`${missing} more findings not shown`);
    expect(notices).toEqual([`The Markdown report leaves out ${missing} findings to stay below 900 KB.`]);
  });
});
