import { cpSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { runCli, temporaryFolder } from "../support/run-cli.ts";

const site = fileURLToPath(new URL("../../fixtures/sites/bakehouse", import.meta.url));
let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  const made = temporaryFolder();
  cpSync(site, made.file("site"), { recursive: true });
  folder = made;
  onTestFinished(() => made.remove());
});

const run = async (...args: string[]) => {
  const { stdout, stderr } = await runCli(
    ["--now", "2026-07-01", "-f", "json", "--rule", "title/width:warn", ...args],
    {
      cwd: folder.file("site"),
    },
  );
  // How many documents came from the cache is the one thing that may differ.
  return { report: stdout.replace(/"cached": ?\d+/, '"cached":0'), stderr };
};
const cached = (...args: string[]) => run("--cache-dir", folder.file("cache"), ...args);
const uncached = (...args: string[]) => run("--no-cache", ...args);

const post = "---\ntitle: One more\ndescription: Short.\ndate: 2026-03-04\n---\n\nOne more post.\n";

/** What happens between two runs, and the arguments of the second. */
const changes: readonly (readonly [what: string, change: () => void, args: readonly string[]])[] = [
  ["nothing", () => undefined, []],
  ["a document that is new, and read twice", () => writeFileSync(folder.file("site/content/posts/new.md"), post), []],
  ["a document that is gone", () => rmSync(firstPost()), []],
  ["a document of the same size", () => writeFileSync(firstPost(), post.replace("Short", "Tiny.")), []],
  ["another config", () => writeFileSync(folder.file("site/standfirst.config.yaml"), "extends: [strict]\n"), []],
  ["other options of a rule", () => undefined, ["--rule", 'title/width:warn:{"px":{"min":0,"max":100}}']],
  ["fewer rules", () => undefined, ["--only", "title"]],
];

const firstPost = () => {
  const [name = ""] = readdirSync(folder.file("site/content/posts")).filter((one) => one.endsWith(".md"));
  return folder.file(`site/content/posts/${name}`);
};

describe("a cached run gives what an uncached one gives", () => {
  test.each(changes)("after %s", async (_what, change, args) => {
    await cached();
    change();
    const expected = await uncached(...args);
    expect((await cached(...args)).report).toBe(expected.report);
    expect((await cached(...args)).report).toBe(expected.report);
  });

  test("after a cache was damaged, and says so", async () => {
    await cached();
    for (const name of readdirSync(folder.file("cache"), { recursive: true, encoding: "utf8" })) {
      if (name.endsWith(".ndjson.br")) writeFileSync(folder.file(`cache/${name}`), '{"content');
    }
    const { report, stderr } = await cached();
    expect(stderr).toMatch(/can't be read; its documents are read anew/);
    expect(report).toBe((await uncached()).report);
  });

  test("in two runs at once", async () => {
    const expected = await uncached();
    const both = await Promise.all([cached(), cached()]);
    expect(both.map(({ report }) => report)).toEqual([expected.report, expected.report]);
    expect((await cached()).report).toBe(expected.report);
  });
});
