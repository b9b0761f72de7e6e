import { afterAll, describe, expect, test } from "vitest";
import { loadMarkdownParser } from "#sources/markdown-parsers";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const { name, longest } = await loadMarkdownParser();
const remark = await loadMarkdownParser("remark");

/** A document that only the native parser reads in a time that people wait. */
const long = `---\ntitle: Rye\n---\n\n${"x".repeat(remark.longest)}\n\n[](/gone/)\n`;
const folder = temporaryFolder({ "posts/rye.md": long, "posts/ice.md": "---\ntitle: Ice\n---\n\n[](/gone/)\n" });
afterAll(() => folder.remove());

/** The rules and documents of all findings. */
async function check(...args: string[]) {
  const call = ["posts", "--only", "parse", "--only", "link/empty", "--now", "2026-07-01", "-f", "json", ...args];
  const { code, stdout, stderr } = await callMain(call, { cwd: folder.path });
  if (code === 2) return stderr;
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; path: string }[] };
  return findings.map(({ rule, path }) => `${path} ${rule}`);
}

const all = ["ice.md link/empty", "rye.md link/empty"];
const shorter = ["ice.md link/empty", "rye.md parse/limit"];

describe.skipIf(name !== "satteri" || long.length > longest)("--parser", () => {
  test("remark reads Markdown without native code, and auto as without the option", async () => {
    expect(await check("--no-cache")).toEqual(all);
    expect(await check("--no-cache", "--parser", "auto")).toEqual(all);
    expect(await check("--no-cache", "--parser", "remark")).toEqual(shorter);
  });

  test("takes no facts from the cache that another parser made", async () => {
    const cached = (...args: string[]) => check("--cache-dir", folder.file("cache"), ...args);
    expect(await cached()).toEqual(all);
    expect(await cached("--parser", "remark")).toEqual(shorter);
    expect(await cached("--parser", "auto")).toEqual(all);
  });
});

test("--parser of another name is refused", async () => {
  expect(await check("--parser", "marked")).toContain('--parser is "marked"; write auto or remark.');
});

test("shards that were read by different parsers don't make one run", async () => {
  const shard = (index: number, ...args: string[]) =>
    callMain(["posts", "--shard", `${index}/2`, "--output", `${index}.ndjson`, ...args], { cwd: folder.path });
  expect((await shard(1)).code).toBe(0);
  expect((await shard(2, "--parser", "remark")).code).toBe(0);
  const { code, stderr } = await callMain(["merge", "1.ndjson", "2.ndjson"], { cwd: folder.path });
  expect(stderr).toContain("reading options");
  expect(code).toBe(2);
});
