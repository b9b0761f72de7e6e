import { describe, expect, test } from "vitest";
import { formats, isReportFormat, loadReporter, type ReportContext } from "#reporters/index";
import { bakery, clean, crashed, empty, hostile, many } from "../support/report-cases.ts";
import { contextFor, reportFrom, type ReportSpec } from "../support/reports.ts";

const cases: Readonly<Record<string, ReportSpec>> = { bakery, clean, crashed, empty, hostile };

const snapshot = (name: string, file: string) =>
  new URL(`../../fixtures/reports/${name}/${file}`, import.meta.url).pathname;

const extensions: Readonly<Record<string, string>> = {
  json: "json",
  sarif: "sarif",
  html: "html",
  gitlab: "json",
  rdjson: "json",
  junit: "xml",
  checkstyle: "xml",
  markdown: "md",
};

async function render(format: string, spec: ReportSpec, changes: Partial<ReportContext> = {}): Promise<string> {
  if (!isReportFormat(format)) throw new Error(`no format ${format}`);
  const reporter = await loadReporter(format);
  return reporter(reportFrom(spec), contextFor(spec, changes)).output;
}

describe.each(Object.entries(cases))("the report %s", (name, spec) => {
  test.each(formats)("as %s", async (format) => {
    const output = await render(format, spec);
    await expect(output).toMatchFileSnapshot(snapshot(name, `${format}.${extensions[format] ?? "txt"}`));
  });
});

describe("at a terminal", () => {
  const terminal = { colour: true, hyperlinks: true, stats: { milliseconds: 1_234, cached: 2 } };

  test.each([80, 120])("%d columns wide, few findings have frames", async (width) => {
    const output = await render("pretty", bakery, { ...terminal, colour: false, hyperlinks: false, width });
    await expect(output).toMatchFileSnapshot(snapshot("bakery", `pretty-${width}.txt`));
  });

  test.each([60, 80, 120])("%d columns wide, many findings are a list", async (width) => {
    const output = await render("pretty", many, { width });
    await expect(output).toMatchFileSnapshot(snapshot("many", `pretty-${width}.txt`));
  });

  test("colours and links", async () => {
    const output = await render("pretty", bakery, {
      ...terminal,
      width: 80,
      link: (path) => `file:///site/${encodeURI(path)}`,
    });
    await expect(output.replaceAll("\u001b", "␛")).toMatchFileSnapshot(snapshot("bakery", "pretty-colour.txt"));
  });
});

test("there is no other format", () => {
  expect(isReportFormat("htm")).toBe(false);
  expect(isReportFormat("toString")).toBe(false);
});
