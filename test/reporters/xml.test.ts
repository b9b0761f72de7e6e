import { parseXml, XmlElement } from "@rgrove/parse-xml";
import { parse as parseJunit } from "junit2json";
import { describe, expect, test } from "vitest";
import { checkstyle } from "#reporters/checkstyle";
import { junit } from "#reporters/junit";
import type { ReportContext } from "#reporters/index";
import { bakery, clean, crashed, empty, hostile, many } from "../support/report-cases.ts";
import { contextFor, reportFrom, type ReportSpec } from "../support/reports.ts";

const elements = (root: XmlElement, name: string): XmlElement[] =>
  root.children.flatMap((child) =>
    child instanceof XmlElement ? [...(child.name === name ? [child] : []), ...elements(child, name)] : [],
  );

const rootOf = (xml: string) => {
  const { root } = parseXml(xml);
  if (root === null) throw new Error("no root");
  return root;
};

const cases = Object.entries({ bakery, clean, crashed, empty, hostile, many });

const suitesOf = (spec: ReportSpec, changes: Partial<ReportContext> = {}) =>
  rootOf(junit(reportFrom(spec), contextFor(spec, changes)).output);

describe("JUnit", () => {
  test.each(cases)("of %s is well-formed, and its counts are those of its cases", (_, spec) => {
    const root = suitesOf(spec);
    expect(root.name).toBe("testsuites");
    for (const part of [root, ...elements(root, "testsuite")]) {
      expect(part.attributes["tests"]).toBe(String(elements(part, "testcase").length));
      expect(part.attributes["failures"]).toBe(String(elements(part, "failure").length));
      expect(part.attributes["errors"]).toBe(String(elements(part, "error").length));
    }
  });

  test.each(cases)("of %s is read by another tool with the same counts", async (_, spec) => {
    const { output } = junit(reportFrom(spec), contextFor(spec));
    const read = await parseJunit(output);
    const suites = read && "testsuite" in read ? (read.testsuite ?? []) : [];
    expect(read?.tests).toBe(suites.flatMap(({ testcase = [] }) => testcase).length);
    expect(read?.failures).toBe(
      suites.flatMap(({ testcase = [] }) => testcase).filter(({ failure }) => failure).length,
    );
  });

  test("has a suite for each document, and a passed case for a clean one", () => {
    const root = suitesOf(bakery);
    expect(elements(root, "testsuite").map(({ attributes }) => attributes["name"])).toEqual([
      "content/posts/clean.md",
      "content/posts/rye bread.md",
      "index.json",
    ]);
    const [first] = elements(root, "testcase");
    expect(first?.attributes["name"]).toBe("no findings");
    expect(first?.children).toEqual([]);
  });

  test.each([
    ["error", 1],
    ["warn", 6],
    ["info", 8],
    ["never", 0],
  ] as const)("with failOn %s has %d failures, and the milder findings as output", (failOn, failures) => {
    const root = suitesOf(bakery, { failOn });
    expect(elements(root, "failure")).toHaveLength(failures);
    expect(elements(root, "system-out")).toHaveLength(8 - failures);
  });

  test("gives errors of the run a suite of their own", () => {
    const [suite] = elements(suitesOf(crashed), "testsuite");
    expect(suite?.attributes).toEqual({ name: "standfirst", tests: "2", failures: "0", errors: "2" });
  });
});

describe("Checkstyle", () => {
  test.each(cases)("of %s is well-formed, with every active finding", (_, spec) => {
    const report = reportFrom(spec);
    const root = rootOf(checkstyle(report, contextFor(spec)).output);
    expect(root.name).toBe("checkstyle");
    const active = report.findings.filter(({ status }) => status === "active");
    expect(elements(root, "error").map(({ attributes }) => attributes["source"])).toEqual(
      active.map(({ rule }) => `standfirst.${rule}`),
    );
  });

  test("carries place, severity and message", () => {
    const [first] = elements(rootOf(checkstyle(reportFrom(bakery), contextFor(bakery)).output), "error");
    expect(first?.attributes).toMatchObject({ line: "2", column: "9", severity: "warning" });
    expect(first?.attributes["message"]).toMatch(/^Title is 812 px wide;/);
  });
});
