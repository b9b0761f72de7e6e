import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync, chmodSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "#model/report";
import { runCli, temporaryFolder } from "../support/run-cli.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const site = "fixtures/sites/tidepool";
const forms = ["index.txt", "index.html", "posts.json", "feed.json", "rss.xml", "atom.xml"].map(
  (name) => `${site}/${name}`,
);
const now = ["--now", "2026-07-01"];

describe("the same input gives the same bytes", () => {
  test.each([
    "json",
    "sarif",
    "pretty",
    "compact",
    "markdown",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
    "html",
  ])("%s", async (format) => {
    const args = [...forms, ...now, "-f", format];
    const first = await runCli(args, { cwd: root });
    expect(first.stdout).not.toBe("");
    expect((await runCli(args, { cwd: root })).stdout).toBe(first.stdout);
    const shuffled = [...forms.toReversed(), ...now, "-f", format];
    expect((await runCli(shuffled, { cwd: root })).stdout, "the order of the inputs does not matter").toBe(
      first.stdout,
    );
  });

  test("from another working folder", async () => {
    const from = (cwd: string, inputs: readonly string[]) => runCli([...inputs, ...now, "-f", "json"], { cwd });
    const above = await from(root, forms);
    const inside = await from(
      `${root}${site}`,
      forms.map((form) => form.slice(site.length + 1)),
    );
    expect(inside.stdout).toBe(above.stdout);
  });
});

describe("formats", () => {
  test("a file does not silence the console", async () => {
    const folder = temporaryFolder();
    const { stdout, code } = await runCli(
      [`${site}/index.txt`, ...now, "-f", `json:${folder.file("deep/er/report.json")}`],
      { cwd: root },
    );
    expect(stdout).toContain("24 entries");
    expect((JSON.parse(readFileSync(folder.file("deep/er/report.json"), "utf8")) as Report).run.entries).toBe(24);
    expect(code).toBe(1);
    folder.remove();
  });

  test("what is no regular file is written as it stands", async () => {
    const folder = temporaryFolder();
    const pipe = folder.file("pipe");
    execFileSync("mkfifo", [pipe]);
    const [read] = await Promise.all([
      readFile(pipe, "utf8"),
      runCli([`${site}/index.txt`, ...now, "-f", `json:${pipe}`], { cwd: root }),
    ]);
    expect((JSON.parse(read) as Report).run.entries).toBe(24);
    expect(statSync(pipe).isFIFO()).toBe(true);
    folder.remove();
  });

  test("a machine format on standard output is alone there", async () => {
    const { stdout, stderr } = await runCli([`${site}/index.txt`, ...now, "-f", "json", "--statistics"], { cwd: root });
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    expect(stderr).toContain("findings in all");
  });

  test("on GitHub the text, the annotations and the summary", async () => {
    const folder = temporaryFolder({ "summary.md": "" });
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: folder.file("summary.md") };
    const { stdout } = await runCli([`${site}/index.txt`, ...now], { cwd: root, env });
    expect(stdout).toMatch(/^::error file=fixtures\/sites\/tidepool\/index\.txt,line=\d+/m);
    expect(stdout).toContain("24 entries");
    expect(readFileSync(folder.file("summary.md"), "utf8")).toContain("date/invalid");
    folder.remove();
  });

  test("standard input, under a name", async () => {
    const text = readFileSync(`${root}${site}/rss.xml`);
    const { stdout } = await runCli(["-", "--stdin-filename", "public/rss.xml", ...now, "-f", "compact"], {
      stdin: text,
    });
    expect(stdout).toMatch(/^public\/rss\.xml:\d+:\d+: /m);
  });
});

describe("the gate", () => {
  const check = (...args: string[]) => runCli([`${site}/index.txt`, ...now, ...args], { cwd: root });

  test("fails on errors, and says so", async () => {
    const { code, stdout } = await check();
    expect(code).toBe(1);
    expect(stdout).toContain("Gate failed: 2 findings at or above error");
  });

  test.each([
    [["--fail-on", "never"], 0],
    [["--skip", "date,slop"], 0],
    [["--skip", "date,slop", "--max-warnings", "3"], 1],
    [["--skip", "date,slop", "--fail-on", "info"], 1],
    [["--exit-zero"], 0],
    [["--only", "taxonomy"], 0],
    [["--rule", "date/invalid:warn", "--skip", "slop"], 0],
  ])("with %j the exit code is %i", async (args, code) => {
    expect((await check(...args)).code).toBe(code);
  });
});

describe("fixes", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  const text = readFileSync(`${root}${site}/index.txt`, "utf8");
  beforeAll(() => {
    folder = temporaryFolder({ "index.txt": text, "posts.json": readFileSync(`${root}${site}/posts.json`) });
    chmodSync(folder.file("index.txt"), 0o640);
  });
  afterAll(() => folder.remove());
  const run = (...args: string[]) => runCli([...args, ...now], { cwd: folder.path });

  test("--diff shows the change and makes none", async () => {
    const { stdout, code } = await run("index.txt", "--diff");
    expect(stdout).toMatch(/^--- a\/index\.txt\n\+\+\+ b\/index\.txt\n@@/);
    expect(stdout).toContain("-A pocket kit  for the lower shore\n+A pocket kit for the lower shore");
    expect(code).toBe(1);
    expect(readFileSync(folder.file("index.txt"), "utf8")).toBe(text);
  });

  test("--fix makes it, keeps the file's mode, and leaves nothing to fix", async () => {
    await run("index.txt", "posts.json", "--fix");
    const once = readFileSync(folder.file("index.txt"), "utf8");
    expect(once).toContain("A pocket kit for the lower shore");
    expect(once, "an unsafe fix is left alone").toContain("2014");
    expect(statSync(folder.file("index.txt")).mode & 0o777).toBe(0o640);
    await run("index.txt", "posts.json", "--fix");
    expect(readFileSync(folder.file("index.txt"), "utf8")).toBe(once);
    expect((await run("index.txt", "posts.json", "--diff")).code).toBe(0);
    expect(() => JSON.parse(readFileSync(folder.file("posts.json"), "utf8")) as unknown).not.toThrow();
  });

  test("--unsafe goes further", async () => {
    const { stdout } = await run("index.txt", "--diff", "--unsafe");
    expect(stdout).toMatch(/^-.*chain 2014 not.*\n\+.*chain — not/m);
  });
});

describe("start", () => {
  test("--version and --help answer without a config or an input", async () => {
    const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { version: string };
    expect((await runCli(["--version"])).stdout).toBe(`${manifest.version}\n`);
    const { stdout, code } = await runCli(["--help"]);
    expect(stdout).toMatch(/Examples:[^]*standfirst index\.txt/);
    expect(code).toBe(0);
  });

  test("init writes a config that changes nothing, and does not overwrite it", async () => {
    const folder = temporaryFolder({ "index.txt": readFileSync(`${root}${site}/index.txt`) });
    const before = await runCli(["index.txt", ...now, "-f", "json"], { cwd: folder.path });
    expect((await runCli(["init", "--workflow"], { cwd: folder.path })).stdout).toContain("standfirst.config.yaml");
    expect(existsSync(folder.file(".github/workflows/standfirst.yml"))).toBe(true);
    expect((await runCli(["index.txt", ...now, "-f", "json"], { cwd: folder.path })).stdout).toBe(before.stdout);
    writeFileSync(folder.file("standfirst.config.yaml"), "extends: []\n");
    expect((await runCli(["init"], { cwd: folder.path })).code).toBe(2);
    expect(readFileSync(folder.file("standfirst.config.yaml"), "utf8")).toBe("extends: []\n");
    folder.remove();
  });

  test("explain, rules, files and config print", async () => {
    expect((await runCli(["explain", "summary/length"])).stdout).toContain("When to turn it off");
    expect((await runCli(["rules"])).stdout).toContain("summary/length");
    expect(JSON.parse((await runCli(["rules", "--json"])).stdout)).toContainEqual(
      expect.objectContaining({ id: "summary/length", severity: "warn" }),
    );
    expect((await runCli(["files", site], { cwd: root })).stdout).toMatch(
      /^rss +fixtures\/sites\/tidepool\/rss\.xml$/m,
    );
    expect((await runCli(["config", "print"], { cwd: root })).stdout).toContain("summary/length:");
    expect(JSON.parse((await runCli(["config", "schema"])).stdout)).toHaveProperty("properties.rules");
  });
});
