import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { callMain } from "../support/call-main.ts";

const work = mkdtempSync(path.join(tmpdir(), "standfirst-pictures-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const site = path.join(work, "site");
const files: Record<string, string> = {
  "hugo.toml": 'baseURL = "https://rye.example/"\n',
  "content/posts/salt.md": "---\ntitle: Salt\n---\n\n![A bowl](/img/bowl.jpg)\n",
  "content/posts/water.md": "---\ntitle: Water\n---\n\n![A jug](/img/jug.jpg)\n",
  "static/img/bowl.jpg": "x".repeat(400_000),
  "static/img/jug.jpg": "x".repeat(1000),
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(path.dirname(path.join(site, name)), { recursive: true });
  writeFileSync(path.join(site, name), text);
}

const only = ["--only", "image/weight"];
const clock = ["--now", "2026-07-01"];

async function reportOf(call: readonly string[], cwd: string): Promise<string> {
  const file = path.join(work, "report.json");
  await callMain([...call, ...clock, "-f", `json:${file}`], { cwd });
  return readFileSync(file, "utf8");
}

const shard = (index: number, facts: string, rules: readonly string[]) =>
  callMain(
    ["check", ...rules, "--no-cache", "--shard", `${index}/2`, "--output", path.join(facts, `${index}.ndjson`)],
    {
      cwd: site,
    },
  );

test("the sizes of pictures are the same from a cache, and where the pictures are not", async () => {
  const alone = await reportOf(["check", ...only, "--no-cache"], site);
  expect(JSON.parse(alone).findings).toMatchObject([{ rule: "image/weight", path: "content/posts/salt.md" }]);
  const facts = path.join(work, "facts");
  for (const index of [1, 2]) await shard(index, facts, only);
  const empty = mkdtempSync(path.join(work, "empty-"));
  expect(await reportOf(["merge", facts], empty)).toBe(alone);

  const cached = ["check", ...only, "--cache-dir", path.join(work, "cache")];
  await reportOf(cached, site);
  writeFileSync(path.join(site, "static/img/jug.jpg"), "x".repeat(500_000));
  expect(JSON.parse(await reportOf(cached, site)).findings).toHaveLength(2);
});

test("shards that did not look at pictures can't be judged by the rule", async () => {
  const facts = path.join(work, "facts-without");
  for (const index of [1, 2]) await shard(index, facts, []);
  const { code, stderr } = await callMain(["merge", facts, ...only], { cwd: work });
  expect(code).toBe(2);
  expect(stderr).toContain("The shards have no facts for the rule image/weight");
});
