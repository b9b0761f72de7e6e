import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type { ReportContext } from "#reporters/index";
import { sarif } from "#reporters/sarif";
import { bakery, clean, crashed, empty, hostile, many } from "../support/report-cases.ts";
import { indexLines } from "#text/lines";
import { runCli } from "../support/run-cli.ts";
import { contextFor, reportFrom, type FindingSpec, type ReportSpec } from "../support/reports.ts";

// Both are too large, or not ours, to be part of the project: the gate and the folder with Microsoft's validator.
const gate = fileURLToPath(new URL("../../../shared/acceptance/sarif-gate.mjs", import.meta.url));
const tools = process.env["STANDFIRST_SARIF_TOOLS"] ?? path.join(tmpdir(), "standfirst-sarif-tools");
const canRun = existsSync(gate) && existsSync(path.join(tools, "node_modules", "@microsoft", "sarif-multitool-linux"));
if (!canRun)
  process.stderr.write("SARIF gate skipped: its script or its tools are missing (STANDFIRST_SARIF_TOOLS).\n");

const inFolder = (folder: string, spec: ReportSpec): ReportSpec => ({
  ...spec,
  documents: Object.fromEntries(Object.entries(spec.documents).map(([name, text]) => [folder + name, text])),
  findings: spec.findings.map((finding) => ({
    ...finding,
    path: folder + finding.path,
    related: (finding.related ?? [])
      .filter(({ path: to }) => to in spec.documents)
      .map((place) => ({ ...place, path: folder + place.path })),
  })),
});

/** Ten titles that each stand in ten posts: corpus findings with groups and related places. */
const corpus: ReportSpec = {
  documents: Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [`content/${index}.md`, `---\r\ntitle: Bread ${index % 10}\r\n---\r\n`]),
  ),
  findings: Array.from({ length: 100 }, (_, index): FindingSpec => ({
    rule: "title/duplicate",
    path: `content/${index}.md`,
    mark: `Bread ${index % 10}`,
    message: `10 posts have the title “Bread ${index % 10}”; name what sets this one apart.`,
    group: `g${index % 10}`,
    related: Array.from({ length: 10 }, (__, tens) => tens * 10 + (index % 10))
      .filter((other) => other !== index)
      .map((other) => ({ path: `content/${other}.md`, mark: "Bread", message: "has the same title" })),
  })),
};

const lines = Array.from({ length: 3_000 }, (_, index) => `Line ${index}`);
const text = lines.join("\n");
const flood: ReportSpec = {
  documents: Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`posts/${index}.md`, text])),
  findings: [],
};

function offsetsOf(all: readonly string[]) {
  let start = 0;
  return all.map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
}

/** 30,000 findings: one of a pattern on each of 3,000 lines of ten documents. */
function floodReport() {
  const { range } = indexLines(text);
  const spans = offsetsOf(lines);
  const report = reportFrom({ ...flood, quietRules: ["title/width"] });
  const [pattern] = reportFrom(bakery).findings;
  if (pattern === undefined) throw new Error("no finding to copy");
  const findings = Object.keys(flood.documents).flatMap((file, document) =>
    lines.map((line, index) => ({
      ...pattern,
      path: file,
      message: `Line ${index} of ${file} is wide.`,
      range: range(spans[index] ?? { start: 0, end: line.length }),
      fingerprint: `v1:${(document * lines.length + index).toString(16).padStart(32, "0")}`,
    })),
  );
  return { ...report, findings };
}

const cases: Readonly<Record<string, readonly [ReportSpec, Partial<ReportContext>?]>> = {
  empty: [empty],
  clean: [clean],
  few: [bakery],
  list: [many],
  corpus: [corpus],
  hostile: [hostile],
  crashed: [crashed],
  spaces: [inFolder("über uns/日本 [1]/100% & #", bakery)],
  subfolder: [{ ...bakery, root: "sites/my blog" }],
  outside: [inFolder("../../elsewhere/", bakery)],
  category: [bakery, { sarifCategory: "content" }],
};

/** What the gate says of each file, without what it aligns the names with. */
function verdicts(files: readonly string[]): string[] {
  const { stdout, stderr } = spawnSync(process.execPath, [gate, "--root", tools, ...files], { encoding: "utf8" });
  const said = `${stdout}${stderr}`.trim().split("\n");
  return said.map((line) => line.trim().replace(/\s+/g, " "));
}

// The validator takes most of this time: seconds for a small file, minutes for the largest that GitHub takes.
describe.skipIf(!canRun)("the SARIF gate", { timeout: 900_000 }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), "standfirst-sarif-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, output: string) => {
    const file = path.join(folder, `${name}.sarif`);
    writeFileSync(file, output);
    return file;
  };

  test("says OK to every kind of report", () => {
    const files = Object.entries(cases).map(([name, [spec, changes]]) =>
      write(name, sarif(reportFrom(spec), contextFor(spec, changes)).output),
    );
    expect(verdicts(files)).toEqual(Object.keys(cases).map((name) => `OK ${name}.sarif`));
  });

  test("says OK to what the command writes", async () => {
    const project = fileURLToPath(new URL("../..", import.meta.url));
    const seed = path.join(project, "../shared/corpora/seed-index.txt");
    const site = path.join(project, "../shared/corpora/tanhdev/content/posts");
    writeFileSync(path.join(folder, "none.txt"), "");
    const inputs = {
      "post-list": [seed],
      site: [site],
      blog: [path.join(project, "fixtures/sites/tidepool")],
      nothing: [path.join(folder, "none.txt")],
    };
    const files: string[] = [];
    for (const [name, args] of Object.entries(inputs)) {
      const file = path.join(folder, `${name}.sarif`);
      await runCli([...args, "--now", "2026-07-01", "--no-cache", "-f", `sarif:${file}`], { cwd: project });
      files.push(file);
    }
    expect(verdicts(files)).toEqual(Object.keys(inputs).map((name) => `OK ${name}.sarif`));
  });

  test("says OK to 30,000 findings", () => {
    expect(verdicts([write("flood", sarif(floodReport(), contextFor(flood)).output)])).toEqual(["OK flood.sarif"]);
  });
});
