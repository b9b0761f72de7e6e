import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { callMain } from "../support/call-main.ts";

const tidepool = fileURLToPath(new URL("../../fixtures/sites/tidepool/", import.meta.url));
const realSite = fileURLToPath(new URL("../../../shared/corpora/tanhdev/", import.meta.url));
const work = mkdtempSync(path.join(tmpdir(), "standfirst-shards-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const clock = ["--now", "2026-07-01"];
let runs = 0;

/** Three reports of one run: JSON, SARIF and text, and how it ended. */
async function reportsOf(call: readonly string[], cwd: string) {
  const folder = path.join(work, String(++runs));
  const files = ["json", "sarif"].map((format) => path.join(folder, `report.${format}`));
  const outputs = ["json", "sarif"].flatMap((format, index) => ["-f", `${format}:${files[index]}`]);
  const { code, stdout, stderr } = await callMain([...call, ...clock, ...outputs, "-f", "pretty", "--full"], { cwd });
  return { code, stderr, pretty: stdout, written: files.map((file) => readFileSync(file, "utf8")) };
}

/** Writes the facts of all shards into a folder of their own. */
async function shardsOf(inputs: readonly string[], count: number, cwd: string, ending: string): Promise<string> {
  const folder = path.join(work, `facts-${++runs}`);
  for (let index = 1; index <= count; index++) {
    const output = ["--shard", `${index}/${count}`, "--output", path.join(folder, `${index}${ending}`)];
    const { code, stdout, stderr } = await callMain(["check", ...inputs, "--no-cache", ...output], { cwd });
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: "",
      stderr: expect.stringContaining(`shard ${index}`),
    });
  }
  expect(readdirSync(folder)).toHaveLength(count);
  return folder;
}

const forms = readdirSync(tidepool).filter((name) => !name.endsWith(".report.txt"));

describe.each([{ inputs: forms, name: "all forms together" }, ...forms.map((name) => ({ inputs: [name], name }))])(
  "tidepool, $name",
  ({ inputs }) => {
    test("gives the bytes of one machine over 1, 2, 3 and 7 shards", async () => {
      const alone = await reportsOf(["check", ...inputs], tidepool);
      expect(alone.code).toBe(1);
      for (const count of [1, 2, 3, 7]) {
        const folder = await shardsOf(inputs, count, tidepool, count === 3 ? ".ndjson" : ".ndjson.gz");
        expect({ count, ...(await reportsOf(["merge", folder], tidepool)) }).toEqual({ count, ...alone });
      }
    });
  },
);

describe.skipIf(!existsSync(realSite))("a real site", () => {
  test("gives the bytes of one machine over 1, 2, 3 and 7 shards", { timeout: 300_000 }, async () => {
    const alone = await reportsOf(["check", "content", "--no-cache"], realSite);
    expect(alone.written[0]).toContain('"rule"');
    for (const count of [1, 2, 3, 7]) {
      const folder = await shardsOf(["content"], count, realSite, ".ndjson.gz");
      expect({ count, ...(await reportsOf(["merge", folder], realSite)) }).toEqual({ count, ...alone });
    }
  });
});

/** A report without the lines that are there, or not, as the text of the document is. */
const withoutFrames = (report: string) => report.split("\n").filter((line) => !/ │|^ += in “/.test(line));

test("gives the same JSON without a checkout, and text without frames", async () => {
  const alone = await reportsOf(["check", ...forms], tidepool);
  const folder = await shardsOf(forms, 2, tidepool, ".ndjson.gz");
  const empty = mkdtempSync(path.join(work, "empty-"));
  const merged = await reportsOf(["merge", folder], empty);
  expect(merged.written[0]).toBe(alone.written[0]);
  expect(withoutFrames(merged.pretty)).toEqual(withoutFrames(alone.pretty));
  expect(merged.pretty).not.toContain(" │ ");
});

test("shows no frame of a document that is no longer what the shard read", async () => {
  const site = path.join(work, "changed");
  cpSync(tidepool, site, { recursive: true });
  const folder = await shardsOf(["posts.json"], 1, site, ".ndjson");
  cpSync(path.join(site, "rss.xml"), path.join(site, "posts.json"));
  const { pretty, code } = await reportsOf(["merge", folder], site);
  expect(code).toBe(1);
  expect(pretty).not.toContain("<item>");
});

test("judges by the options of merge, and by the rules that the shards were given", async () => {
  const folder = await shardsOf(["posts.json", "--only", "title"], 2, tidepool, ".ndjson");
  const alone = await callMain(["posts.json", "--only", "title", "--fail-on", "never", "-f", "json"], {
    cwd: tidepool,
  });
  const merged = await callMain(["merge", folder, "--fail-on", "never", "-f", "json"], { cwd: tidepool });
  expect(merged).toEqual(alone);
  expect(merged.code).toBe(0);
  const more = await callMain(["merge", folder, "--only", "lead/length"], { cwd: tidepool });
  expect(more.code).toBe(2);
  expect(more.stderr).toContain("no facts for the rule lead/length");
});

test("knows what the baseline knows", async () => {
  const site = path.join(work, "with-baseline");
  cpSync(tidepool, site, { recursive: true });
  await callMain(["baseline", "create", "posts.json"], { cwd: site });
  const folder = await shardsOf(["posts.json"], 2, site, ".ndjson");
  const merged = await callMain(["merge", folder, "-f", "json"], { cwd: site });
  expect(merged).toEqual(await callMain(["posts.json", "-f", "json"], { cwd: site }));
  expect(merged.code).toBe(0);
});
