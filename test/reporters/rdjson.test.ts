import { getValidationErrors } from "@umbrelladocs/rdformat-validator";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import type { ReportContext } from "#reporters/index";
import { rdjson } from "#reporters/rdjson";
import { bakery, clean, crashed, empty, hostile, many } from "../support/report-cases.ts";
import { contextFor, reportFrom, type FindingSpec, type ReportSpec } from "../support/reports.ts";

interface Diagnostic {
  readonly location: { readonly path: string; readonly range: { readonly start: object; readonly end: object } };
  readonly suggestions?: readonly {
    readonly range: { readonly start: object; readonly end: object };
    readonly text: string;
  }[];
}

const diagnosticsOf = (spec: ReportSpec, changes: Partial<ReportContext> = {}) =>
  (JSON.parse(rdjson(reportFrom(spec), contextFor(spec, changes)).output) as { diagnostics: Diagnostic[] }).diagnostics;

const string = { type: "string" };
const position = {
  type: "object",
  required: ["line"],
  properties: { line: { type: "integer", minimum: 1 }, column: { type: "integer", minimum: 1 } },
  additionalProperties: false,
};
const range = {
  type: "object",
  required: ["start"],
  properties: { start: position, end: position },
  additionalProperties: false,
};
// The messages of reviewdog's proto/rdf/reviewdog.proto (read 2026-07-01), without what Standfirst does not write.
const validate = new Ajv().compile({
  type: "object",
  required: ["diagnostics"],
  properties: {
    source: { type: "object", properties: { name: string, url: string }, additionalProperties: false },
    diagnostics: {
      type: "array",
      items: {
        type: "object",
        required: ["message", "location"],
        properties: {
          message: string,
          location: {
            type: "object",
            required: ["path"],
            properties: { path: string, range },
            additionalProperties: false,
          },
          severity: { enum: ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"] },
          code: { type: "object", properties: { value: string, url: string }, additionalProperties: false },
          suggestions: {
            type: "array",
            items: {
              type: "object",
              required: ["range", "text"],
              properties: { range, text: string },
              additionalProperties: false,
            },
          },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
});

const one = (finding: Partial<FindingSpec>, text: string): ReportSpec => ({
  documents: { "a.md": text },
  findings: [{ rule: "title/width", path: "a.md", mark: "b", message: "Title is wide.", ...finding }],
});

const marked = (text: string) =>
  diagnosticsOf(one({}, text), { hasByteOrderMark: () => true })[0]?.location.range.start;

const cases = Object.entries({ bakery, clean, crashed, empty, hostile, many });

describe("RDJSON", () => {
  test.each(cases)("of %s has reviewdog's form", (_, spec) => {
    const { output } = rdjson(reportFrom(spec), contextFor(spec));
    expect(validate(JSON.parse(output)) ? [] : validate.errors).toEqual([]);
  });

  test.each(cases)("of %s is valid for another tool", async (_, spec) => {
    const { output } = rdjson(reportFrom(spec), contextFor(spec));
    expect(await getValidationErrors(output, { strictMode: true })).toEqual([]);
  });

  test("counts columns in bytes of UTF-8", () => {
    // Reviewdog's own example: the b of "a𐐀b" is in column 6.
    const [diagnostic] = diagnosticsOf(one({}, "first\r\na𐐀b\r\n"));
    expect(diagnostic?.location.range).toEqual({ start: { line: 2, column: 6 }, end: { line: 2, column: 7 } });
  });

  test("counts a byte order mark on the first line only", () => {
    expect(marked("ab")).toEqual({ line: 1, column: 5 });
    expect(marked("x\nab")).toEqual({ line: 2, column: 2 });
  });

  test("suggests a fix of one edit, at its bytes", () => {
    const fix = { text: "c", description: "Write c" };
    expect(diagnosticsOf(one({ fix }, "éb"))[0]?.suggestions).toEqual([
      { range: { start: { line: 1, column: 3 }, end: { line: 1, column: 4 } }, text: "c" },
    ]);
  });

  test("suggests no fix of several edits, which reviewdog would offer one by one", () => {
    const report = reportFrom(one({ fix: { text: "c", description: "Write c" } }, "b"));
    const findings = report.findings.map((finding) => {
      const edits = finding.fix?.edits ?? [];
      return { ...finding, fix: { safety: "safe" as const, description: "", edits: [...edits, ...edits] } };
    });
    const { output } = rdjson({ ...report, findings }, contextFor(one({}, "b")));
    expect(output).not.toContain("suggestions");
  });

  test("gives lines and no suggestion where the text is not at hand", () => {
    const fix = { text: "c", description: "Write c" };
    const [diagnostic] = diagnosticsOf(one({ fix }, "x\nab"), { text: () => undefined });
    expect(diagnostic?.location.range).toEqual({ start: { line: 2 }, end: { line: 2 } });
    expect(diagnostic).not.toHaveProperty("suggestions");
  });
});
