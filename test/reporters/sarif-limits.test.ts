import { describe, expect, test } from "vitest";
import type { ReportContext } from "#reporters/index";
import { sarif } from "#reporters/sarif";
import { contextFor, reportFrom, type FindingSpec, type ReportSpec } from "../support/reports.ts";

interface Run {
  readonly properties?: object;
  readonly results: readonly { readonly level: string; readonly message: { readonly text: string } }[];
}

function runOf(spec: ReportSpec, changes: Partial<ReportContext> = {}) {
  const { output, notices } = sarif(reportFrom(spec), contextFor(spec, changes));
  const [run] = (JSON.parse(output) as { runs: [Run] }).runs;
  return { ...run, output, notices };
}

const flood = (count: number, message: (index: number) => string): ReportSpec => ({
  documents: { "a.md": "x\n" },
  findings: Array.from({ length: count }, (_, index): FindingSpec => ({
    rule: "title/width",
    path: "a.md",
    mark: "x",
    message: message(index),
    severity: index % 10 === 9 ? "error" : "info",
  })),
});

describe("limits", () => {
  test("of 30,000 findings the 25,000 most severe are kept, in their order", () => {
    const run = runOf(flood(30_000, (index) => String(index)));
    expect(run.results).toHaveLength(25_000);
    expect(run.results.filter(({ level }) => level === "error")).toHaveLength(3_000);
    const order = run.results.map(({ message }) => parseInt(message.text, 10));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(run.properties).toEqual({ findings: 30_000, omittedFindings: 5_000 });
    expect(run.notices).toEqual([
      "SARIF: GitHub's limits leave room for 25,000 of 30,000 findings; the mildest are left out.",
    ]);
  });

  test("above 10 MB after gzip the mildest are left out", () => {
    const spec = flood(400, () => "x".repeat(50_000));
    // As if nothing could be packed.
    const { output, notices, ...run } = runOf(spec, { gzipSize: (text) => text.length });
    expect(output.length).toBeLessThanOrEqual(10_000_000);
    expect(output.length).toBeGreaterThan(9_000_000);
    expect(run.results.filter(({ level }) => level === "error")).toHaveLength(40);
    expect(run.properties).toEqual({ findings: 400, omittedFindings: 400 - run.results.length });
    expect(notices).toHaveLength(1);
  });
});
