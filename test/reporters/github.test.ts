import { describe, expect, test } from "vitest";
import type { Severity } from "#model/severity";
import { github } from "#reporters/github";
import { hostile } from "../support/report-cases.ts";
import { contextFor, reportFrom, type FindingSpec, type ReportSpec } from "../support/reports.ts";

const linesOf = (spec: ReportSpec) => github(reportFrom(spec), contextFor(spec)).output.split("\n").slice(0, -1);

const text = "one\r\ntwo\r\nthree\r\n";

const one = (finding: Partial<FindingSpec>, path = "posts/a.md"): ReportSpec => ({
  documents: { [path]: text },
  findings: [{ rule: "title/width", path, mark: "two", message: "Title is wide.", ...finding }],
});

describe("an annotation", () => {
  test("names file, lines, columns and rule", () => {
    expect(linesOf(one({ severity: "error" }))).toEqual([
      "::error file=posts/a.md,line=2,endLine=2,col=1,endColumn=4,title=title/width::Title is wide.",
    ]);
  });

  test("of an info is a notice, of a warn a warning", () => {
    expect(linesOf(one({ severity: "info" }))[0]).toMatch(/^::notice /);
    expect(linesOf(one({ severity: "warn" }))[0]).toMatch(/^::warning /);
  });

  test("has no columns where it spans lines, and ends with its last line", () => {
    expect(linesOf(one({ mark: "one", until: "two\r\n" }))).toEqual([
      "::warning file=posts/a.md,line=1,endLine=2,title=title/width::Title is wide.",
    ]);
  });

  test("escapes what separates its parts", () => {
    expect(linesOf(one({ message: "50% off: now, then\r\nnever" }, "a,b:c%.md"))).toEqual([
      "::warning file=a%2Cb%3Ac%25.md,line=2,endLine=2,col=1,endColumn=4,title=title/width::50%25 off: now, then never",
    ]);
  });

  test("names a file from the repository's root", () => {
    expect(linesOf({ ...one({}), root: "sites/blog" })[0]).toContain("file=sites/blog/posts/a.md,");
  });

  test("outside of the repository says in words where it is", () => {
    expect(linesOf(one({}, "../a.md"))).toEqual(["::warning title=title/width::../a.md:2:1: Title is wide."]);
  });

  test("of an error of the run", () => {
    const errors = [{ code: "RULE_CRASH", rule: "lead/length", path: "a.md", message: "not a function" } as const];
    expect(linesOf({ documents: {}, findings: [], errors })).toEqual([
      "::error title=standfirst::RULE_CRASH (lead/length in a.md): not a function",
    ]);
  });
});

const severityOf = (index: number): Severity => (index < 12 ? "info" : index < 45 ? "warn" : "error");
const tenOf = (level: string) => Array.from({ length: 10 }, () => level);

describe("with more findings than GitHub shows", () => {
  const spec: ReportSpec = {
    documents: { "a.md": text },
    findings: Array.from({ length: 60 }, (_, index): FindingSpec => ({
      rule: "title/width",
      path: "a.md",
      mark: "two",
      message: `Finding ${index}.`,
      severity: severityOf(index),
      // Of these 33 warnings 25 have one cause.
      ...(index >= 12 && index < 37 ? { group: "g1" } : {}),
    })),
  };
  const lines = linesOf(spec);

  test("ten of each level are annotations, the worst first", () => {
    const levels = lines.filter((line) => line.includes("title=")).map((line) => line.slice(2, line.indexOf(" ")));
    expect(levels).toEqual([...tenOf("error"), ...tenOf("warning"), ...tenOf("notice")]);
  });

  test("the others follow in a group, and none is lost", () => {
    const start = lines.indexOf("::group::30 more findings");
    expect(start).toBe(30);
    expect(lines.at(-1)).toBe("::endgroup::");
    const folded = lines.slice(start + 1, -1);
    expect(folded).toHaveLength(30);
    expect(folded[0]).toBe("a.md:2:1: error title/width: Finding 55.");
    const numbers = lines.flatMap((line) => /Finding (\d+)/.exec(line)?.[1] ?? []);
    expect(new Set(numbers).size).toBe(60);
  });

  test("one finding of each cause comes before the repetitions", () => {
    const warnings = lines.filter((line) => line.startsWith("::warning")).map((line) => line.split("Finding ")[1]);
    expect(warnings).toEqual(["12.", "13.", "37.", "38.", "39.", "40.", "41.", "42.", "43.", "44."]);
  });

  test("errors of the run take their share", () => {
    const errors = Array.from(
      { length: 3 },
      () => ({ code: "RULE_CRASH", rule: "a/b", path: "a.md", message: "no" }) as const,
    );
    const all = linesOf({ ...spec, errors });
    expect(all.filter((line) => line.startsWith("::error"))).toHaveLength(10);
  });
});

test("content gives no commands", () => {
  const commands = linesOf(hostile).filter((line) => /^\s*::|##\w*\[/.test(line));
  expect(commands.map((line) => /^::(\w+) /.exec(line)?.[1])).toEqual(["error", "warning"]);
});

test("a clean run says nothing", () => {
  expect(linesOf({ documents: { "a.md": text }, findings: [] })).toEqual([]);
});
