import { describe, expect, test } from "vitest";
import type { ReportContext } from "#reporters/index";
import { compact } from "#reporters/compact";
import { pretty } from "#reporters/pretty";
import { displayWidth } from "#text/display-width";
import { bakery, clean, crashed, many } from "../support/report-cases.ts";
import { contextFor, reportFrom, type ReportSpec } from "../support/reports.ts";

const linesOf = (spec: ReportSpec, changes: Partial<ReportContext> = {}) =>
  pretty(reportFrom(spec), contextFor(spec, changes)).output.split("\n").slice(0, -1);

const listing: ReportSpec = {
  documents: { "index.txt": Array.from({ length: 40 }, (_, index) => `Post ${index}\n`).join("") },
  findings: Array.from({ length: 20 }, (_, index) => ({
    rule: "title/width",
    path: "index.txt",
    mark: `Post ${index}`,
    message: "Title is wide.",
    subject: `Post ${index >> 1}`,
  })),
};

const link = (path: string) => (path === "index.json" ? "file:///site/index.json" : "file:///\u001b\\evil");

describe("the report at a terminal", () => {
  test.each([bakery, many, crashed])("keeps to the terminal's width", (spec) => {
    for (const width of [70, 80, 120]) {
      for (const line of linesOf(spec, { width })) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  test("is one line when all is well", () => {
    expect(linesOf(clean, { stats: { milliseconds: 90, cached: 1 } })).toEqual([
      "✔ No findings in 24 entries of 1 document · 1 cached · 90 ms",
    ]);
  });

  test("sums up what was found, what can be fixed and what does not count", () => {
    expect(linesOf(bakery, { stats: { milliseconds: 1_234, cached: 0 } }).slice(-3)).toEqual([
      "✖ 1 error, 5 warnings, 2 infos in 5 entries of 3 documents",
      "  1 fixable with --fix · 1 more with --fix --unsafe · 1 suppressed · 1 baselined · 1.2 s",
      "  Gate failed: 1 finding at or above error",
    ]);
  });

  test("frames up to 15 findings, or all with --full", () => {
    const frames = (spec: ReportSpec, full: boolean) =>
      linesOf(spec, { full }).filter((line) => line.includes("│ ^") || /│ +\^/.test(line)).length;
    expect(frames({ ...listing, findings: listing.findings.slice(0, 15) }, false)).toBe(15);
    expect(frames(listing, false)).toBe(0);
    expect(frames(listing, true)).toBe(20);
    expect(linesOf(listing)).toContain("  --full shows the source of each finding");
  });

  test("says how to see less where there is too much", () => {
    const posts = Array.from({ length: 102 }, (_, index) => `Post number ${index}.`);
    const finding = (mark: string, index: number) => ({
      rule: index === 0 ? "date/invalid" : "title/width",
      severity: index === 0 ? ("error" as const) : ("warn" as const),
      path: "index.txt",
      mark,
      message: "Title is wide.",
    });
    const spec = { documents: { "index.txt": posts.join("\n") }, findings: posts.map(finding) };
    const hint = "--statistics counts the findings by rule · --quiet shows the errors alone";
    expect(linesOf(spec).join(" ").replaceAll(/\s+/g, " ")).toContain(`${hint} · --full shows`);
    expect(linesOf({ ...spec, findings: spec.findings.slice(0, 100) }).join(" ")).not.toContain("--statistics");
  });

  test("lists the findings of an index by post", () => {
    expect(linesOf(listing).slice(0, 7)).toEqual([
      "index.txt",
      "  Post 0",
      "  1:1   warning  Title is wide.  title/width",
      "  2:1   warning  Title is wide.  title/width",
      "  Post 1",
      "  3:1   warning  Title is wide.  title/width",
      "  4:1   warning  Title is wide.  title/width",
    ]);
  });
});

describe("what there is room for", () => {
  test("names all related places with --full", () => {
    const withSix = (full: boolean) =>
      linesOf(bakery, { full }).filter((line) => line.includes("has the same title")).length;
    expect(withSix(false)).toBe(3);
    expect(linesOf(bakery)).toContain("        = and 3 more; --full names them");
    expect(withSix(true)).toBe(6);
  });

  test("does without the text of a document", () => {
    const lines = linesOf(bakery, { text: () => undefined });
    expect(lines.some((line) => line.includes("│"))).toBe(false);
    expect(lines).toContain("  6:1    info     Lead has 14 words; write at least 30.  lead/length");
  });

  test("breaks nothing where there is no terminal", () => {
    const message =
      "Summary nearly repeats that of another post, “How to feed a starter in winter”; say what sets this one apart.";
    expect(linesOf(many).some((line) => line.includes(message))).toBe(true);
    expect(linesOf(many, { width: 80 }).some((line) => line.includes(message))).toBe(false);
  });

  test("links places and rules where the terminal can, and only to addresses without control characters", () => {
    const { output } = pretty(reportFrom(bakery), contextFor(bakery, { hyperlinks: true, link }));
    expect(output).toContain("\u001b]8;;file:///site/index.json\u001b\\index.json\u001b]8;;\u001b\\");
    expect(output).toContain("\u001b]8;;https://standfirst.dev/rules/title/width\u001b\\title/width\u001b]8;;\u001b\\");
    expect(output).not.toContain("evil");
  });
});

describe("with --quiet", () => {
  test("only errors are shown, and the others counted", () => {
    const lines = linesOf(bakery, { quiet: true });
    expect(lines.filter((line) => / (?:warning|info) {2}/.test(line))).toEqual([]);
    expect(lines).toContain("  7 findings below error not shown (--quiet)");
    const { output, notices } = compact(reportFrom(bakery), contextFor(bakery, { quiet: true }));
    expect(output.split("\n")).toHaveLength(2);
    expect(notices).toEqual(["7 findings below error not shown (--quiet)."]);
  });
});
