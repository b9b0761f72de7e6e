import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { callMain } from "../support/call-main.ts";
import { command, runCli, temporaryFolder } from "../support/run-cli.ts";

const post = (title: string) => `${title}\n\nA summary.\n\nJune 12, 2026 · 4 min · Ada Baker\n`;

const folder = temporaryFolder({
  "a.txt": post("Rye"),
  "[b].txt": post("Oats"),
  "c\nd.txt": post("Spelt"),
  "other.txt": post("Millet"),
  "-e.txt": post("Emmer"),
  "007/f.txt": post("Farro"),
  "picture.png": "no text",
  "standfirst.config.yaml": "inputs: [other.txt]\n",
  "list.txt": "a.txt\r\n[b].txt\n\n",
});
afterAll(() => folder.remove());

/** The paths with findings, and the exit code. */
async function check(args: readonly string[], stdin = "") {
  const call = ["--only", "summary/length", "--now", "2026-07-01", "--fail-on", "never", "-f", "json", ...args];
  const { code, stdout, stderr } = await runCli(call, { cwd: folder.path, stdin });
  const report = code === 2 ? { findings: [] } : (JSON.parse(stdout) as { findings: { path: string }[] });
  return { code, paths: report.findings.map(({ path }) => path), stderr };
}

describe("--files-from", () => {
  test("takes a list of paths from a file, and none of them for a glob", async () => {
    expect(await check(["--files-from", "list.txt"])).toMatchObject({ code: 0, paths: ["[b].txt", "a.txt"] });
  });

  test("takes a list on standard input, with NUL characters where names have line breaks", async () => {
    const list = "c\nd.txt\0a.txt\0";
    expect(await check(["--files-from", "-"], list)).toMatchObject({ code: 0, paths: ["a.txt", "c\nd.txt"] });
  });

  test("adds to the arguments", async () => {
    expect(await check(["other.txt", "--files-from=list.txt"])).toMatchObject({
      paths: ["[b].txt", "a.txt", "other.txt"],
    });
  });

  test("of an empty list checks nothing, whatever the config names, and passes", async () => {
    expect(await check(["--files-from", "-"])).toMatchObject({ code: 0, paths: [], stderr: "" });
  });

  test("passes over files of types that are not read, as hooks hand them over", async () => {
    const { code, stderr } = await check(["--files-from", "-"], "picture.png\n");
    expect(code).toBe(0);
    expect(stderr).toContain("picture.png is left out");
  });

  test("refuses a list that is not there, a path that is not there, and standard input for two things", async () => {
    expect(await check(["--files-from", "gone.txt"])).toMatchObject({ code: 2 });
    expect(await check(["--files-from", "-"], "gone.txt\n")).toMatchObject({ code: 2 });
    expect((await check(["--files-from", "-", "--stdin"])).stderr).toContain("give one of them a file");
  });
});

describe("--stdin", () => {
  test("checks standard input under its name, as - does", async () => {
    const named = await check(["--stdin", "--stdin-filename", "posts/new.txt"], post("Barley"));
    expect(named).toMatchObject({ code: 0, paths: ["posts/new.txt"] });
    expect(await check(["-", "--stdin-filename", "posts/new.txt"], post("Barley"))).toEqual(named);
  });

  test.skipIf(!existsSync("/dev/zero"))("without an end is read up to the largest document and no further", () => {
    const endless = openSync("/dev/zero", "r");
    const call = (...args: string[]) =>
      spawnSync(process.execPath, [command, ...args], { cwd: folder.path, stdio: [endless, "pipe", "pipe"] });
    const document = call("-", "--stdin-filename", "a.txt", "-f", "compact");
    expect(document.stdout.toString()).toMatch(/a\.txt:1:1: error parse\/limit: .*more than 67\.1 MB/);
    expect(document.status).toBe(1);
    const list = call("--files-from", "-");
    expect(list.stderr.toString()).toContain("The list of --files-from has more than 67108864 bytes.");
    expect(list.status).toBe(2);
    closeSync(endless);
  });

  test("is what --stdin-filename is about", async () => {
    expect(await check(["a.txt", "--stdin-filename", "b.txt"])).toMatchObject({ code: 2 });
  });
});

describe("--stdin of a post of a site, as an editor sends it", () => {
  const page = (title: string, text: string) => `---\ntitle: ${title}\ndate: 2026-06-01\n---\n\n${text}\n`;
  const site = temporaryFolder({
    "hugo.toml": 'baseURL = "https://rye.example/"\n',
    "content/posts/rye.md": page("Rye", "See [salt](/posts/gone/)."),
    "content/posts/salt.md": page("Salt", "See [rye](/posts/rye/)."),
  });
  afterAll(() => site.remove());

  const lint = async (name: string, text: string) => {
    const call = ["--stdin", "--stdin-filename", name, "--only", "link/broken-internal", "-f", "compact"];
    const { stdout } = await runCli(call, { cwd: site.path, stdin: page("Rye", text) });
    return stdout;
  };

  test("takes the place of its file, and is judged with the rest of the site in view", async () => {
    expect(await lint("content/posts/rye.md", "See [salt](/posts/salt/).")).not.toContain("broken-internal");
    const broken = await lint(`${site.path}/content/posts/rye.md`, "See [oats](/posts/oats/).");
    expect(broken).toMatch(/^content\/posts\/rye\.md:6:\d+: error link\/broken-internal/);
  });

  test("may be a post that is not saved yet, and stays alone where its name is no post's", async () => {
    expect(await lint("content/posts/new.md", "See [oats](/posts/oats/).")).toMatch(/^content\/posts\/new\.md:6:/);
    expect(await lint("../elsewhere.md", "See [oats](/posts/oats/).")).not.toContain("broken-internal");
  });
});

test("what follows -- is an input, and a number is a path", async () => {
  expect(await check(["--", "-e.txt", "007"])).toMatchObject({ code: 0, paths: ["-e.txt", "007/f.txt"] });
});

test("a config far from the site has its globs and inputs start at the working folder", async () => {
  const far = temporaryFolder({
    "shared/rules.yaml":
      'extends: []\nrules: { title/width: warn }\noverrides: [{ files: ["old/**"], rules: { title: off } }]\n',
    "site/new/a.md": `---\ntitle: ${"Long ".repeat(40)}\n---\n\nText.\n`,
    "site/old/b.md": `---\ntitle: ${"Long ".repeat(40)}\n---\n\nText.\n`,
  });
  const { stdout } = await callMain(["-c", "../shared/rules.yaml", "-f", "compact", "--no-cache"], {
    cwd: far.file("site"),
  });
  expect(stdout).toMatch(/^new\/a\.md:2:\d+: warning title\/width/m);
  expect(stdout).not.toContain("old/b.md");
  far.remove();
});

test("a folder with two sites is told to be checked as one of them", async () => {
  const sites = temporaryFolder({
    "a/hugo.toml": 'baseURL = "https://a.example/"\n',
    "a/content/posts/rye.md": "---\ntitle: Rye\n---\n\nRye bread.\n",
    "b/hugo.toml": 'baseURL = "https://b.example/"\n',
    "b/content/posts/oats.md": "---\ntitle: Oats\n---\n\nOat cakes.\n",
    ".git/HEAD": "",
  });
  const { stderr } = await callMain(["--no-cache", "--now", "2026-07-01"], { cwd: sites.path });
  expect(stderr).toContain("Of the sites here, a is the one that is read as a site; check b in a run of its own.");
  const inside = await callMain(["--no-cache", "--now", "2026-07-01"], { cwd: sites.file("b") });
  expect(inside.stderr).toBe("");
  sites.remove();
});

test.runIf(process.platform === "linux")("a file whose name is not UTF-8 is to be renamed", async () => {
  const site = temporaryFolder({ "hugo.toml": "", "content/posts/rye.md": "---\ntitle: Rye\n---\n", ".git/HEAD": "" });
  const name = Buffer.concat([Buffer.from(site.file("content/posts/oats")), Buffer.from([0xff]), Buffer.from(".md")]);
  writeFileSync(name, "---\ntitle: Oats\n---\n");
  const { code, stderr } = await callMain(["--no-cache", "--now", "2026-07-01"], { cwd: site.path });
  expect(stderr).toContain("content/posts/oats\uFFFD.md can't be read: its name is not UTF-8; rename it.");
  expect(code).toBe(2);
  site.remove();
});

test("what the config ignores is told of files that are named, and where nothing is left", async () => {
  const markdown = "---\ntitle: Rye\n---\n\nIt rises slowly.\n";
  const site = temporaryFolder({
    "standfirst.config.yaml": "extends: []\nignores: ['old/**']\n",
    "rye.md": markdown,
    "old/oats.md": markdown,
    "old/spelt.md": markdown,
  });
  const stderrOf = async (...args: string[]) => (await runCli(args, { cwd: site.path })).stderr;
  expect(await stderrOf(".")).toBe("");
  expect(await stderrOf(".", "old/oats.md")).toBe(
    "standfirst: old/oats.md is left out: it is ignored by the config.\n",
  );
  expect(await stderrOf("old")).toBe("standfirst: All that was found is left out: it is ignored by the config.\n");
  site.remove();
});

test("many files that are left out for one reason are told in one line", async () => {
  const pictures = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`${index}.png`, ""]));
  const site = temporaryFolder({ "rye.md": "---\ntitle: Rye\n---\n\nIt rises slowly.\n", ...pictures });
  const { stderr } = await runCli(["*", "--no-config"], { cwd: site.path });
  expect(stderr).toBe("standfirst: 0.png, 1.png and 7 others are left out: each is of a type that is not read.\n");
  site.remove();
});
