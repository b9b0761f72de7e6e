import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FactsHead } from "#shards/facts-file";
import { callMain } from "../support/call-main.ts";

const tidepool = fileURLToPath(new URL("../../fixtures/sites/tidepool/", import.meta.url));
const inputs = ["posts.json", "rss.xml", "atom.xml", "feed.json", "index.txt", "index.html"];
const work = mkdtempSync(path.join(tmpdir(), "standfirst-facts-"));
const file = (name: string) => path.join(work, name);

const extract = (shard: string, output: string, more: readonly string[] = inputs) =>
  callMain(["check", ...more, "--shard", shard, "--output", file(output)], { cwd: tidepool });

beforeAll(async () => {
  for (const index of [1, 2, 3]) {
    await extract(`${index}/3`, `good-${index}.ndjson`);
    await extract(`${index}/3`, `packed-${index}.ndjson.gz`);
  }
}, 60_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** What merge says of facts files that don't make a run; it must not report anything. */
async function refusal(...names: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await callMain(["merge", ...names], { cwd: work });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  return stderr;
}

const good = ["good-1.ndjson", "good-2.ndjson", "good-3.ndjson"] as const;
const linesOf = (name: string) => readFileSync(file(name), "utf8").split("\n");

/** Writes lines with an end that fits them, as someone would who means harm. */
function forge(name: string, lines: readonly string[]): void {
  const body = lines.map((line) => `${line}\n`).join("");
  const sha256 = createHash("sha256").update(body).digest("hex");
  const end = { end: { documents: (lines.length - 1) / 2, cached: 0, sha256 } };
  writeFileSync(file(name), `${body}${JSON.stringify(end)}\n`);
}

/** A facts file with another head. */
function forgeHead(name: string, from: string, change: (head: FactsHead) => unknown): void {
  const [head = "", ...lines] = linesOf(from);
  forge(name, [JSON.stringify(change(JSON.parse(head) as FactsHead)), ...lines.slice(0, -2)]);
}

test("a compressed file holds the same lines, and both are the same in every run", async () => {
  for (const index of [1, 2, 3]) {
    const plain = readFileSync(file(`good-${index}.ndjson`));
    expect(gunzipSync(readFileSync(file(`packed-${index}.ndjson.gz`))).equals(plain)).toBe(true);
    await extract(`${index}/3`, "again.ndjson");
    expect(readFileSync(file("again.ndjson")).equals(plain)).toBe(true);
  }
});

test("files come in any order, plain and compressed, by globs", async () => {
  const { code, stderr } = await callMain(["merge", "packed-3*", "good-[12].ndjson", "-f", "json"], { cwd: work });
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
});

test("a missing shard is named", async () => {
  expect(await refusal(good[0], good[2])).toContain("Shard 2/3 is missing");
  expect(await refusal(good[0])).toContain("Shards 2/3, 3/3 are missing");
  expect(await refusal("nothing-*")).toContain('Nothing matches "nothing-*"');
});

test("a doubled shard is named with both files", async () => {
  cpSync(file(good[1]), file("double.ndjson"));
  expect(await refusal(...good, "double.ndjson")).toContain(
    "Shard 2/3 is there twice: double.ndjson and good-2.ndjson",
  );
});

test("shards of another number are of another run", async () => {
  await extract("2/2", "half.ndjson");
  expect(await refusal(good[0], "half.ndjson")).toMatch(
    /shard 2\/2 \(half\.ndjson\) are of runs with different numbers/,
  );
});

test.each([
  ["other files", ["posts.json", "rss.xml"], "they saw different files"],
  ["other rules", [...inputs, "--skip", "lead"], "their configs or rules differ"],
  ["another way of reading", [...inputs, "--input-format", "text"], "their reading options or rules differ"],
])("a shard of a run over %s is foreign", async (_what, call, reason) => {
  await extract("3/3", "foreign.ndjson", call);
  const said = await refusal(good[0], good[1], "foreign.ndjson");
  expect(said).toContain("Shard 1/3 (good-1.ndjson) and shard 3/3 (foreign.ndjson) are not of one run");
  expect(said).toContain(reason);
});

test("a shard of another version is refused", async () => {
  forgeHead("old.ndjson", good[2], (head) => ({
    ...head,
    run: { ...head.run, tool: { ...head.run.tool, version: "0.0.1" } },
  }));
  expect(await refusal(good[0], good[1], "old.ndjson")).toContain(
    "Shard 3/3 (old.ndjson) was made by Standfirst 0.0.1 and this is",
  );
  forgeHead("new.ndjson", good[2], (head) => ({ ...head, format: 2 }));
  expect(await refusal(good[0], good[1], "new.ndjson")).toContain(
    "new.ndjson is in facts format 2; this version reads 1",
  );
});

test("a shard that was cut off is named, wherever the cut is", async () => {
  const bytes = readFileSync(file(good[1]));
  const packed = readFileSync(file("packed-2.ndjson.gz"));
  const [head = "", ...rest] = linesOf(good[1]);
  const pieces: [string, Uint8Array | string][] = [
    ["at the last byte", bytes.subarray(0, -1)],
    ["before the end line", `${[head, ...rest.slice(0, -2)].join("\n")}\n`],
    ["inside of a document", bytes.subarray(0, bytes.length - 1000)],
    ["behind the head", `${head}\n`],
    ["inside of a compressed file", packed.subarray(0, packed.length - 50)],
  ];
  for (const [where, content] of pieces) {
    writeFileSync(file("cut.ndjson"), content);
    expect([where, await refusal(good[0], "cut.ndjson", good[2])]).toEqual([
      where,
      expect.stringContaining("Shard 2/3 (cut.ndjson) is cut off"),
    ]);
  }
  writeFileSync(file("cut.ndjson"), head.slice(0, 100));
  expect(await refusal(good[0], "cut.ndjson", good[2])).toContain("cut.ndjson is no facts file");
});

test("a shard whose bytes changed is named", async () => {
  const text = readFileSync(file(good[1]), "utf8");
  const [head = "", reading = "", facts = "", ...rest] = linesOf(good[1]);
  const changes: [string, string | Uint8Array][] = [
    ["a title", text.replace("rock", "sock")],
    ["a document that is gone", [head, ...rest].join("\n")],
    ["lines out of order", [head, facts, reading, ...rest].join("\n")],
    ["no JSON", [head, `${reading.slice(0, 60)}}`, facts, ...rest].join("\n")],
    ["something behind the end", `${text}${reading}\n`],
  ];
  for (const [what, content] of changes) {
    expect([what, content]).not.toEqual([what, text]);
    writeFileSync(file("changed.ndjson"), content);
    expect([what, await refusal(good[0], "changed.ndjson", good[2])]).toEqual([
      what,
      expect.stringContaining("Shard 2/3 (changed.ndjson) is corrupt"),
    ]);
  }
});

test("documents of another shard are refused, though the file is whole", async () => {
  const [head = ""] = linesOf(good[1]);
  const others = linesOf(good[0]).slice(1, -2);
  expect(others.length).toBeGreaterThan(0);
  forge("moved.ndjson", [head, ...others]);
  expect(await refusal(good[0], "moved.ndjson", good[2])).toMatch(
    /Shard 2\/3 \(moved\.ndjson\) is corrupt: it has \S+ where that does not belong/,
  );
  forge("fewer.ndjson", [head]);
  expect(await refusal(good[0], "fewer.ndjson", good[2])).toContain("Run all shards again");
});

test("a file that is no facts file is refused", async () => {
  writeFileSync(file("other.json"), '{"standfirst": "other"}\n');
  expect(await refusal(...good, "other.json")).toContain("other.json is no facts file");
  forgeHead("hollow.ndjson", good[2], ({ run: _run, ...head }) => head);
  expect(await refusal(good[0], good[1], "hollow.ndjson")).toContain("The first line of hollow.ndjson is corrupt");
});

test("no file out of the checkout is shown for a path in a forged file", async () => {
  const checkout = file("checkout");
  mkdirSync(checkout);
  cpSync(path.join(tidepool, "posts.json"), file("secret.json"));
  await extract("1/1", "secret.ndjson", ["posts.json"]);
  const [head = "", ...lines] = linesOf("secret.ndjson");
  const forged = (name: string) =>
    [head, ...lines.slice(0, -2)].map((line, index) => {
      if (index > 0) return line.replaceAll(/"path":"[^"]+"/g, `"path":"${name}"`);
      const { run, ...rest } = JSON.parse(line) as FactsHead;
      const hash = createHash("sha256")
        .update(JSON.stringify([name]))
        .digest("hex");
      const root = { fromHere: "..", prefix: "." };
      return JSON.stringify({ ...rest, run: { ...run, root, documents: { count: 1, hash } } });
    });
  const shown = async (name: string) => {
    forge("checkout/forged.ndjson", forged(name));
    const { code, stdout } = await callMain(["merge", "forged.ndjson", "--full"], { cwd: checkout });
    expect(code).toBe(1);
    return stdout;
  };
  cpSync(file("secret.json"), path.join(checkout, "open.json"));
  symlinkSync(file("secret.json"), path.join(checkout, "link.json"));
  expect(await shown("checkout/open.json")).toContain(" │ ");
  for (const name of ["secret.json", "checkout/../secret.json", "checkout/link.json", file("secret.json")]) {
    expect([name, await shown(name)]).toEqual([name, expect.not.stringContaining(" │ ")]);
  }
});

test.each([
  [["--shard", "1/2"], "--shard needs --output FILE"],
  [["--output", "x"], "--output goes with --shard"],
  [["--shard", "3/2", "--output", "x"], '--shard is "3/2"; write which part of how many'],
  [["--shard", "0/2", "--output", "x"], '--shard is "0/2"'],
  [["--shard", "1/2", "--output", "x", "-f", "json"], "--format has no use here; give it to `standfirst merge`"],
  [["--shard", "1/2", "--output", "x", "--since", "main"], "--since has no use here; give it to `standfirst merge`"],
  [["--shard", "1/2", "--output", "x", "--fix"], "--fix has no use here; run it without --shard"],
  [["--shard", "auto", "--output", "x"], "--shard auto finds no variable of a CI system. Set STANDFIRST_SHARD"],
])("check %j is refused", async (options, reason) => {
  const { code, stderr } = await callMain(["check", "posts.json", ...options], { cwd: tidepool });
  expect(code).toBe(2);
  expect(stderr).toContain(reason);
});

test("--shard auto takes the shard from the variables of the CI system", async () => {
  const call = ["check", ...inputs, "--shard", "auto", "--output", file("auto.ndjson")];
  const { code } = await callMain(call, { cwd: tidepool, env: { CI_NODE_INDEX: "2", CI_NODE_TOTAL: "3" } });
  expect(code).toBe(0);
  expect(readFileSync(file("auto.ndjson")).equals(readFileSync(file(good[1])))).toBe(true);
});
