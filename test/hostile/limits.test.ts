import { readFileSync, statSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli, temporaryFolder, type CliRun } from "../support/run-cli.ts";

const count = 30_000;

/** A feed whose every entry has a date that does not exist. */
const feedOf = (host: string, entries: number) => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Grain</title><id>https://${host}/</id><updated>2026-06-01T00:00:00Z</updated>
${Array.from({ length: entries }, (_, index) => `<entry><title>Loaf ${index} of ${host}</title><id>https://${host}/${host}-${index}/</id><link href="https://${host}/${host}-${index}/"/><updated>2026-04-31T00:00:00Z</updated></entry>`).join("\n")}
</feed>
`;

const folder = temporaryFolder({
  "feed.xml": feedOf("grain.example", count),
  "error.xml": feedOf("rye.example", 20),
  "warn.xml": feedOf("oats.example", 20),
  "info.xml": feedOf("spelt.example", 20),
  "levels.yaml": `overrides:
  - { files: [warn.xml], rules: { date/invalid: warn } }
  - { files: [info.xml], rules: { date/invalid: info } }
`,
});
afterAll(() => folder.remove());

const only = ["--only", "date/invalid", "--now", "2026-07-01"];
let run: CliRun;
beforeAll(async () => {
  const outputs = ["-f", "github", "-f", "sarif:a.sarif", "-f", "json:a.json"];
  const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: folder.file("summary") };
  run = await runCli(["feed.xml", ...only, ...outputs], { cwd: folder.path, env });
}, 120_000);

describe("30,000 findings", () => {
  test("are all in the JSON report, and fail the gate", () => {
    const report = JSON.parse(readFileSync(folder.file("a.json"), "utf8")) as { findings: object[] };
    expect(report.findings).toHaveLength(count);
    expect(run.code).toBe(1);
  });

  test("are ten annotations, and the rest in a group", () => {
    const lines = run.stdout.split("\n");
    expect(lines.filter((line) => line.startsWith("::error "))).toHaveLength(10);
    expect(lines).toContain("::group::29,990 more findings");
    expect(lines.filter((line) => line.includes("date/invalid"))).toHaveLength(count);
  });

  test("are cut in the job's summary below 900 KB, which says so", () => {
    expect(statSync(folder.file("summary")).size).toBeLessThan(900_000);
    const summary = readFileSync(folder.file("summary"), "utf8");
    expect(summary).toMatch(/[\d,]+ more findings not shown: the summary is at its limit of size\.\n$/);
    expect(run.stderr).toMatch(/The Markdown report leaves out [\d,]+ findings to stay below 900 KB\./);
  });

  test("are as many in SARIF as GitHub takes, which is told", () => {
    const { runs } = JSON.parse(readFileSync(folder.file("a.sarif"), "utf8")) as { runs: { results: object[] }[] };
    expect(runs[0]?.results).toHaveLength(25_000);
    expect(run.stderr).toContain("5,000");
  });
});

test("60 findings of three severities are ten annotations of each", async () => {
  const args = ["error.xml", "warn.xml", "info.xml", "--config", "levels.yaml", ...only, "-f", "github"];
  const { stdout } = await runCli(args, { cwd: folder.path });
  const annotations = stdout.split("\n").map((line) => /^::(error|warning|notice) /.exec(line)?.[1] ?? "");
  const shown = ["error", "warning", "notice"].map((level) => annotations.filter((one) => one === level).length);
  expect(shown).toEqual([10, 10, 10]);
  expect(stdout).toContain("::group::30 more findings");
});

test("a summary that other steps have filled is added to, not written over", async () => {
  writeFileSync(folder.file("shared"), "# From an earlier step\n");
  const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: folder.file("shared") };
  await runCli(["error.xml", ...only], { cwd: folder.path, env });
  expect(readFileSync(folder.file("shared"), "utf8")).toMatch(/^# From an earlier step\n## Standfirst: /);
});
