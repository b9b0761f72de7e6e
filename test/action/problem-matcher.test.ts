import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compact } from "#reporters/compact";
import { bakery, hostile, many } from "../support/report-cases.ts";
import { contextFor, reportFrom } from "../support/reports.ts";

const file = new URL("../../.github/actions/standfirst/problem-matcher.json", import.meta.url);
const [matcher] = (
  JSON.parse(readFileSync(file, "utf8")) as {
    problemMatcher: { owner: string; pattern: Record<string, string | number>[] }[];
  }
).problemMatcher;
const pattern = matcher?.pattern[0] ?? {};

/** What GitHub makes of a line: the named groups of the pattern. */
function problemIn(line: string) {
  const groups = new RegExp(String(pattern["regexp"])).exec(line);
  if (groups === null) return undefined;
  const names = Object.entries(pattern).filter(([, group]) => typeof group === "number");
  return Object.fromEntries(names.map(([name, group]) => [name, groups[Number(group)]]));
}

test.each(Object.entries({ bakery, hostile, many }))("the problem matcher reads every line of %s", (_, spec) => {
  const report = reportFrom(spec);
  const lines = compact(report, contextFor(spec)).output.split("\n").slice(0, -1);
  const active = report.findings.filter(({ status }) => status === "active");
  const severities = { error: "error", warn: "warning", info: "info" } as const;
  expect(lines.map(problemIn)).toEqual(
    active.map(({ range, severity, rule }) => ({
      file: expect.any(String) as string,
      line: String(range.start.line),
      column: String(range.start.column),
      severity: severities[severity],
      code: rule,
      message: expect.any(String) as string,
    })),
  );
});

test("a path with colons and spaces is one", () => {
  expect(problemIn("notes 1:2/a b.md:3:4: warning title/width: Title is wide: 655 px.")).toEqual({
    file: "notes 1:2/a b.md",
    line: "3",
    column: "4",
    severity: "warning",
    code: "title/width",
    message: "Title is wide: 655 px.",
  });
});

test("a line that is no finding is none", () => {
  expect(problemIn("standfirst: RULE_CRASH (lead/length in a.md): not a function")).toBeUndefined();
});
