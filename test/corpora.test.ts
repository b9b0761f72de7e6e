import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Report } from "#model/report";
import { decode } from "#sources/decode";
import { readDocument } from "#sources/read-document";
import { runCli } from "./support/run-cli.ts";

const corpora = fileURLToPath(new URL("../../shared/corpora/", import.meta.url));
const seed = `${corpora}seed-index.txt`;

/** Positions in the seed index, from 1, of the entries that a rule reports. */
async function reported(): Promise<Record<string, number[]>> {
  const { stdout } = await runCli([seed, "--now", "2026-07-01", "-f", "json"]);
  const report = JSON.parse(stdout) as Report;
  const { entries } = await readDocument(decode(readFileSync(seed), "seed-index.txt"));
  const positions: Record<string, Set<number>> = {};
  for (const { rule, range } of report.findings) {
    const position = entries.findLastIndex(({ span }) => span.start <= range.start.offset) + 1;
    (positions[rule] ??= new Set()).add(position);
  }
  return Object.fromEntries(Object.entries(positions).map(([rule, found]) => [rule, [...found]]));
}

describe.skipIf(!existsSync(seed))("a real post list", () => {
  test("gives what is known to be in it, and nothing of what must stay silent", async () => {
    const found = await reported();
    expect(found).toMatchObject({
      "lead/marker": [1, 5, 6, 10, 11, 13],
      "lead/late": [2, 7, 8, 12, 15],
      "summary/heading-leak": [2, 7, 8, 11, 12, 15],
      "summary/table-leak": [7],
      "summary/callout-leak": [13],
      "text/lost-escape": [18],
      "title/near-duplicate": [13, 23],
    });
    const silent = Object.keys(found).filter((rule) =>
      /^(?:index|date|author|reading|parse)\/|^title\/duplicate$/.test(rule),
    );
    expect(silent).toEqual([]);
  });

  test("reports the same bytes from another folder, and twice", async () => {
    const first = await runCli([seed, "--now", "2026-07-01", "-f", "json"]);
    const elsewhere = await runCli(["seed-index.txt", "--now", "2026-07-01", "-f", "json"], { cwd: corpora });
    expect(elsewhere.stdout).toBe(first.stdout);
    expect((await runCli([seed, "--now", "2026-07-01", "-f", "json"])).stdout).toBe(first.stdout);
  });
});
