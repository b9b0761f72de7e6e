import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { runCli, temporaryFolder } from "../support/run-cli.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const call = ["fixtures/sites/tidepool/index.txt", "--now", "2026-07-01"];

test("--timing shows phases, facts and rules on standard error, and leaves the report as it is", async () => {
  const plain = await runCli(call, { cwd: root });
  const timed = await runCli([...call, "--timing"], { cwd: root });
  expect(timed.stdout).toBe(plain.stdout);
  expect(plain.stderr).toBe("");
  for (const phase of ["start", "config", "find", "extract", "join", "judge", "settle", "report", "write", "all"]) {
    expect(timed.stderr).toMatch(new RegExp(`^  ${phase} +\\d+\\.\\d +\\d+\\.\\d%$`, "m"));
  }
  // Which of them take longest is different in each run.
  expect(timed.stderr).toMatch(/^Fact +ms +share\n(?: {2}\(?[\w -]+\)? +\d+\.\d +\d+\.\d%\n){16}/m);
  expect(timed.stderr).toMatch(/^Rule +ms +share\n(?: {2}[a-z-]+\/[a-z-]+ +\d+\.\d +\d+\.\d%\n){15}/m);
  expect(timed.stderr).toContain("Cache: not used\n");
});

test("--timing says what the cache knew", async () => {
  const folder = temporaryFolder();
  onTestFinished(folder.remove);
  const cached = [...call, "--cache-dir", folder.path, "--timing"];
  expect((await runCli(cached, { cwd: root })).stderr).toContain("Cache: 0 hits, 1 miss of 1 document\n");
  expect((await runCli(cached, { cwd: root })).stderr).toContain("Cache: 1 hit, 0 misses of 1 document\n");
});
