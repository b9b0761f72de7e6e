import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { formats } from "#reporters/index";
import { callMain } from "../support/call-main.ts";
import { runCli, temporaryFolder } from "../support/run-cli.ts";

const folders: ReturnType<typeof temporaryFolder>[] = [];
afterAll(() => folders.forEach((folder) => folder.remove()));

const good = "---\ntitle: The slow rise of rye\ndate: 2026-04-31\n---\n\nRye takes its time.\n";

/** A repository with the files of a pull request in it. */
function repository(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder(files);
  folders.push(folder);
  execFileSync("git", ["init", "-q", "-b", "main"], { cwd: folder.path });
  const run = (args: readonly string[], env: Record<string, string> = {}) =>
    runCli(["--now", "2026-07-01", ...args], { cwd: folder.path, env });
  return { ...folder, run };
}

/** Everything that the command wrote may be shown by a terminal, one line at a time. */
function expectHarmless(text: string) {
  expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  expect(text).not.toMatch(/^\s*::(?:set-output|add-mask|stop-commands|error file=app)/m);
  expect(text).not.toMatch(/##\[/);
}

const title = String.raw`Evil \u001b[2J\u202e ](http://evil.example) <img src=x onerror=alert(1)> ::error file=app.js::x`;
const evil = `---
title: "${title}"
summary: |
  ::error file=app.js,line=1::owned
  ::set-output name=token::owned
  ##[command]rm \u001b]8;;http://evil.example\u0007 \u202egnp.
tags: ["${title}", "::add-mask::a"]
date: "::stop-commands::x"
---

::error file=app.js::owned
`;
const names = ["evil.md", "line\nbreak, 'quotes\" and %0A::error file=app.js::x.md", "::set-output name=a::b.md"];

describe("content that would act on who reads the report", () => {
  const site = repository(Object.fromEntries(names.map((name, index) => [`p${index}/${name}`, evil])));

  test.each(formats)("is text in %s", async (format) => {
    const { code, stdout, stderr } = await site.run([".", "-f", format]);
    expect(code).toBe(1);
    expect(stdout).not.toBe("");
    expectHarmless(stdout);
    expectHarmless(stderr);
  });

  test("is text in the job's summary, and no link, tag or picture", async () => {
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: site.file("summary") };
    const { stdout } = await site.run(["."], env);
    expectHarmless(stdout);
    const summary = readFileSync(site.file("summary"), "utf8");
    expectHarmless(summary);
    expect(summary).toContain("## Standfirst: ");
    expect(summary).not.toMatch(/<img|\]\(http:\/\/evil/);
  });

  test("is text in messages on standard error", async () => {
    const { code, stderr } = await site.run(["\u001b[2Jno\n::error file=app.js::x.md"]);
    expect(code).toBe(2);
    expectHarmless(stderr);
  });

  test("names files in a list by NUL characters", async () => {
    const list = names.map((name, index) => `p${index}/${name}`).join("\0");
    writeFileSync(site.file("list"), list);
    const { code, stdout } = await site.run(["--files-from", "list", "-f", "json"]);
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as { run: object }).run).toMatchObject({ documents: 3 });
  });
});

describe("a config of a pull request", () => {
  test.each(["ts", "mts", "js", "mjs"])("that is .%s runs no code with --no-code", async (extension) => {
    const code = `import { writeFileSync } from "node:fs";\nwriteFileSync("owned", "");\nexport default {};\n`;
    const site = repository({ "a.md": good, [`standfirst.config.${extension}`]: code });
    const { code: exit, stderr } = await site.run(["a.md", "--no-code"]);
    expect(exit).toBe(2);
    expect(stderr).toContain("--no-code refuses");
    expect(existsSync(site.file("owned"))).toBe(false);
  });

  test.each([
    ["a glob", "ignores: ['**/*a*a*a*a*a*a*a*a*b']\n", /wildcards/],
    ["a range of names", "inputs: ['{1..99999999}.md']\n", /range/],
    ["a list of names", `overrides: [{ files: ['${"{a,b}".repeat(30)}'], rules: {} }]\n`, /wildcards or braces/],
    ["aliases that multiply", yamlBomb(), /standfirst\.config\.yaml/],
    ["a depth without end", `rules: ${"[".repeat(100_000)}\n`, /standfirst\.config\.yaml/],
  ])("with %s that would take for ever is refused", async (_what, config, says) => {
    const site = repository({ "a.md": good, [`${"a".repeat(80)}.md`]: good, "standfirst.config.yaml": config });
    const { code, stderr } = await site.run(["."]);
    expect(code).toBe(2);
    expect(stderr).toMatch(says);
  });

  test.each([".zz ~ .a ~ .a ~ .a ~ .a ~ .a", "div:has(div:has(div:has(div:has(.zz))))"])(
    "with the selector %s is refused where it is used",
    async (entry) => {
      const page = `<!doctype html><main>${'<p class="a">x</p>'.repeat(3000)}${"<div>".repeat(300)}</main>`;
      const site = repository({ "a.html": page, "standfirst.config.yaml": JSON.stringify({ html: { entry } }) });
      const { code, stdout } = await site.run(["a.html", "-f", "compact"]);
      expect(code).toBe(1);
      expect(stdout).toContain("more than one ~ or :has()");
    },
  );
});

/** Nine levels of ten aliases each. */
function yamlBomb(): string {
  const levels = [..."bcdefghij"].map((name, index) => {
    const alias = `*${"abcdefghi".charAt(index)}`;
    return `${name}: &${name} [${Array.from({ length: 10 }, () => alias).join(", ")}]`;
  });
  return ["a: &a [x]", ...levels, ""].join("\n");
}

describe("a symbolic link out of the repository", () => {
  const outside = temporaryFolder({
    "secret.md": "---\ntitle: Token 4711 of the runner\ndate: 2026-04-31\n---\n",
    "secret.yaml": "token-4711\n",
  });
  folders.push(outside);

  test("is not read, whether it is named, found, or on the way", async () => {
    const site = repository({ "a.md": good });
    symlinkSync(outside.file("secret.md"), site.file("link.md"));
    symlinkSync(outside.path, site.file("up"));
    for (const args of [["link.md"], ["up/secret.md"], ["*.md"], ["."], ["**/*.md"]]) {
      const { stdout, stderr } = await site.run([...args, "-f", "json"]);
      expect(stdout + stderr).not.toContain("4711");
    }
    expect(await site.run(["link.md"])).toMatchObject({ code: 2 });
  });

  test.each(["standfirst.config.yaml", "standfirst-baseline.json"])(
    "is no %s, and nothing of it is quoted",
    async (name) => {
      const site = repository({ "a.md": good });
      symlinkSync(outside.file("secret.yaml"), site.file(name));
      const { code, stderr } = await site.run(["a.md"]);
      expect(code).toBe(2);
      expect(stderr).toContain("leads out of the repository");
      expect(stderr).not.toContain("4711");
    },
  );

  test("can't be reached by the paths of a config", async () => {
    for (const key of ["baseline", "phrases"]) {
      const value = key === "phrases" ? [outside.file("secret.yaml")] : outside.file("secret.yaml");
      const site = repository({ "a.md": good, "standfirst.config.yaml": JSON.stringify({ [key]: value }) });
      const { code, stderr } = await site.run(["a.md"]);
      expect(code).toBe(2);
      expect(stderr).toContain("leads out of the repository");
      expect(stderr).not.toContain("4711");
    }
  });
});

describe("a file that is too large", () => {
  test("of 200 MB, and one of 3 GB, is a finding, and takes no memory", async () => {
    const site = repository({ "a.md": good, "big.md": good, "huge.html": "" });
    truncateSync(site.file("big.md"), 200 * 1024 ** 2);
    truncateSync(site.file("huge.html"), 3 * 1024 ** 3);
    const measure = `data:text/javascript,process.on("exit",()=>process.stderr.write("rss "+process.resourceUsage().maxRSS))`;
    const { code, stdout, stderr } = await site.run([".", "-f", "compact", "--only", "parse"], {
      NODE_OPTIONS: `--import ${JSON.stringify(measure)}`,
    });
    expect(code).toBe(1);
    expect(stdout.match(/parse\/limit/g)).toHaveLength(2);
    // In kilobytes; a run over three small files takes about 70 MB.
    expect(Number(/rss (\d+)/.exec(stderr)?.[1])).toBeLessThan(150_000);
  });
});

test.each([
  ["quotes", "> ".repeat(1000)],
  ["brackets", "[".repeat(1000)],
  ["lists", Array.from({ length: 700 }, (_, level) => `${"  ".repeat(level)}- a`).join("\n")],
])("%s that are nested 1,000 levels deep are a finding", async (_what, body) => {
  const site = temporaryFolder({ "a.md": good.replace("Rye takes its time.", body) });
  folders.push(site);
  const { code, stdout } = await callMain([".", "--no-cache", "-f", "compact"], { cwd: site.path });
  expect(stdout).toMatch(/a\.md:5:1: error parse\/limit: Not all of this was read: text nested \d+ levels deep/);
  expect(code).toBe(1);
});

test("a baseline with the marks of a merge is refused with its line", async () => {
  const baseline = '{ "version": 1, "findings": [\n<<<<<<< HEAD\n=======\n>>>>>>> other\n] }\n';
  const site = repository({ "a.md": good, "standfirst-baseline.json": baseline });
  const { code, stderr } = await site.run(["a.md"]);
  expect(code).toBe(2);
  expect(stderr).toContain("line 2 has a merge conflict");
});

test("settings of a repository run no program when git is asked what changed", async () => {
  const site = repository({
    "a.md": good,
    ".gitattributes": "*.md diff=evil filter=evil\n",
    "evil.sh": '#!/bin/sh\necho "$@" >>"$0.owned"\ncat\n',
  });
  const program = site.file("evil.sh");
  chmodSync(program, 0o755);
  const git = (...args: string[]) => execFileSync("git", args, { cwd: site.path, stdio: "pipe" });
  git("add", "-A");
  git("-c", "user.name=A", "-c", "user.email=a@a.example", "commit", "-qm", "First");
  for (const name of ["core.fsmonitor", "core.pager", "core.editor", "diff.external", "diff.evil.command"])
    git("config", name, program);
  for (const name of ["diff.evil.textconv", "filter.evil.clean", "filter.evil.process"]) git("config", name, program);
  for (const name of ["diff", "rev-parse", "ls-files", "merge-base"]) git("config", `alias.${name}`, `!${program}`);
  git("config", "filter.evil.required", "true");
  writeFileSync(site.file("a.md"), `${good}More.\n`);
  for (const selection of [["--since", "HEAD"], ["--staged"]]) {
    for (const lines of [[], ["--changed-lines"]]) {
      const { code } = await site.run(["a.md", "--only", "date", ...selection, ...lines]);
      expect(code).toBe(selection.length === 2 && lines.length === 0 ? 1 : 0);
    }
  }
  expect(existsSync(`${program}.owned`)).toBe(false);
});

test("a revision is no option of git", async () => {
  const site = repository({ "a.md": good });
  const { code, stderr } = await site.run(["a.md", "--since=--output=owned"]);
  expect(code).toBe(2);
  expect(stderr).toContain("is no revision");
  expect(existsSync(site.file("owned"))).toBe(false);
});
