import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { gitlab } from "#reporters/gitlab";
import { bakery, clean, crashed, empty, hostile, many } from "../support/report-cases.ts";
import { contextFor, reportFrom, type ReportSpec } from "../support/reports.ts";

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

const issuesOf = (spec: ReportSpec) => JSON.parse(gitlab(reportFrom(spec), contextFor(spec)).output) as Issue[];

const string = { type: "string", minLength: 1 };
const line = { type: "integer", minimum: 1 };
// What GitLab asks of an issue: docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format (read 2026-07-01).
const validate = new Ajv().compile({
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: string,
      check_name: string,
      fingerprint: string,
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { ...string, not: { type: "string", pattern: "^(?:\\./|/)" } },
          lines: { type: "object", required: ["begin"], properties: { begin: line, end: line } },
        },
      },
    },
  },
});

describe("GitLab's Code Quality report", () => {
  test.each(Object.entries({ bakery, clean, crashed, empty, hostile, many }))(
    "of %s has the form that GitLab reads",
    (_, spec) => {
      expect(validate(issuesOf(spec)) ? [] : validate.errors).toEqual([]);
    },
  );

  test("starts a description with the rule, and names severities as GitLab does", () => {
    expect(
      issuesOf(bakery)
        .slice(0, 3)
        .map(({ description, severity }) => [description.split(":")[0], severity]),
    ).toEqual([
      ["title/width", "minor"],
      ["date/modified", "major"],
      ["lead/length", "info"],
    ]);
  });

  test("gives equal findings fingerprints of their own, since GitLab drops all but one", () => {
    const fingerprint = `v1:${"0".repeat(32)}`;
    const finding = { rule: "title/width", path: "a.md", mark: "x", message: "Wide.", fingerprint };
    const issues = issuesOf({ documents: { "a.md": "x" }, findings: [finding, finding, finding] });
    expect(new Set(issues.map((issue) => issue.fingerprint)).size).toBe(3);
    expect(issues[0]?.fingerprint).toBe(fingerprint);
  });

  test("names files from the repository's root, and counts what lies outside", () => {
    const finding = { rule: "title/width", mark: "x", message: "Wide." };
    const spec: ReportSpec = {
      root: "blog",
      documents: { "a.md": "x", "../../b.md": "x" },
      findings: [
        { ...finding, path: "a.md" },
        { ...finding, path: "../../b.md" },
      ],
    };
    expect(issuesOf(spec).map(({ location }) => location.path)).toEqual(["blog/a.md"]);
    expect(gitlab(reportFrom(spec), contextFor(spec)).notices).toEqual([
      "The GitLab report leaves out 1 finding outside of the repository.",
    ]);
  });
});
