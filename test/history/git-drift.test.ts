import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Report } from "#model/report";
import { callMain } from "../support/call-main.ts";
import { gitIn } from "../support/git.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `word${from + index}${index % 12 === 11 ? ".\n" : ""}`).join(" ");

const post = (lastmod: string | undefined, body: string, title = "Rye") =>
  `---\ntitle: ${title}\ndate: 2026-01-10\n${lastmod === undefined ? "" : `lastmod: ${lastmod}\n`}---\n\n${body}\n`;

/** A repository with a blog, and what to do in it. */
function repository() {
  const folder = temporaryFolder();
  onTestFinished(() => folder.remove());
  const git = (day: string, ...args: string[]) => {
    const date = `${day}T12:00:00Z`;
    gitIn(folder.path, { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date })(...args);
  };
  git("2026-01-01", "init", "-q", "-b", "main");
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(folder.file(name)), { recursive: true });
      writeFileSync(folder.file(name), text);
    }
  };
  const commit = (day: string, files: Readonly<Record<string, string>> = {}) => {
    write(files);
    git(day, "add", "-A");
    git(day, "commit", "-qm", "step");
  };
  return { folder, git, write, commit };
}

const args = ["--now", "2026-07-01", "--no-cache", "-f", "json", "--only", "date/git-drift", "--rule"];
const rule = "date/git-drift:info";

/** What the rule says in a folder: path and message id, and what stands on standard error. */
async function drift(cwd: string, ...more: string[]) {
  const { stdout, stderr, code } = await callMain([...args, rule, ...more], { cwd });
  const { findings } = JSON.parse(stdout) as Report;
  return { found: findings.map(({ path: file, messageId }) => `${file} ${messageId}`), stderr, code };
}

const text = words(0, 200);

describe("the main line", () => {
  test("a changed text without a new date, and a new date without a changed text, are found", async () => {
    const { folder, commit } = repository();
    commit("2026-01-10", {
      "hugo.toml": "",
      "content/posts/stale.md": post("2026-01-10", text),
      "content/posts/größe und mehr.md": post("2026-01-10", text),
      "content/posts/fresh.md": post("2026-01-10", text),
      "content/posts/both.md": post("2026-01-10", text),
      "content/posts/undated.md": post(undefined, text),
    });
    commit("2026-03-01", { "content/posts/stale.md": post("2026-01-10", words(0, 260)) });
    commit("2026-03-02", { "content/posts/größe und mehr.md": post("2026-01-10", words(50, 250)) });
    commit("2026-03-03", { "content/posts/fresh.md": post("2026-03-03", `${text} end`) });
    commit("2026-03-04", { "content/posts/both.md": post("2026-03-04", words(0, 300)) });
    commit("2026-03-05", { "content/posts/undated.md": post(undefined, words(0, 300)) });
    expect(await drift(folder.path)).toEqual({
      found: [
        "content/posts/fresh.md earlier",
        "content/posts/größe und mehr.md later",
        "content/posts/stale.md later",
      ],
      stderr: "",
      code: 0,
    });
  });

  test("a text that changed before its new date, or within a day of it, is in time", async () => {
    const { folder, commit } = repository();
    commit("2026-01-10", { "a.md": post("2026-01-10", text), "b.md": post("2026-01-10", text) });
    commit("2026-03-01", { "a.md": post("2026-01-10", words(0, 300)) });
    commit("2026-03-02", { "a.md": post("2026-03-02", words(0, 300)) });
    commit("2026-03-03", { "a.md": post("2026-03-02", words(0, 400)), "b.md": post("2026-03-01", words(0, 300)) });
    expect((await drift(folder.path, ".")).found).toEqual([]);
  });

  test("a rename is followed, and a date in another form is no new one", async () => {
    const { folder, commit } = repository();
    commit("2026-01-10", { "old/a.md": post("2026-01-10", text), "b.md": post("2026-01-10", text) });
    mkdirSync(folder.file("new"));
    renameSync(folder.file("old/a.md"), folder.file("new/ä.md"));
    commit("2026-02-01");
    commit("2026-03-01", {
      "new/ä.md": post("2026-01-10T08:00:00Z", words(0, 260)),
      "b.md": post("2026-01-10T08:00:00Z", text),
    });
    expect((await drift(folder.path, ".")).found).toEqual(["new/ä.md later"]);
  });

  test("what a merge brings is one step, with the date that comes with it", async () => {
    const { folder, git, commit } = repository();
    commit("2026-01-10", { "a.md": post("2026-01-10", text), "b.md": post("2026-01-10", text) });
    git("2026-02-01", "switch", "-qc", "side");
    commit("2026-02-01", { "a.md": post("2026-02-01", text), "b.md": post("2026-01-10", words(0, 260)) });
    commit("2026-02-20", { "a.md": post("2026-02-01", words(0, 300)) });
    git("2026-03-01", "switch", "-q", "main");
    commit("2026-02-25", { "c.md": post(undefined, text) });
    git("2026-03-01", "merge", "-q", "--no-edit", "side");
    expect((await drift(folder.path, ".")).found).toEqual(["b.md later"]);
  });

  test("a step that changes most documents, a new format, and a new title are no drift", async () => {
    const { folder, commit } = repository();
    const names = Array.from({ length: 12 }, (_, index) => `p${index}.md`);
    const all = (content: string) => Object.fromEntries(names.map((name) => [name, content]));
    commit("2026-01-10", all(post("2026-01-10", text)));
    commit("2026-03-01", all(post("2026-01-10", `${text}\n\n${words(300, 400)}`)));
    commit("2026-03-02", all(post("2026-03-02", `${text}\n\n${words(300, 400)}`)));
    commit("2026-04-01", { "p0.md": post("2026-04-01", `${text}\n\n${words(300, 400)}`, "Rye in winter") });
    commit("2026-04-02", { "p1.md": post("2026-03-02", `**${text.toUpperCase()}**\n\n${words(300, 400)}`) });
    expect((await drift(folder.path, ".")).found).toEqual([]);
  });
});

describe("where it can't be told", () => {
  const drifted = () => {
    const made = repository();
    made.commit("2026-01-10", { "a.md": post("2026-01-10", text) });
    made.commit("2026-03-01", { "a.md": post("2026-01-10", words(0, 260)) });
    return made;
  };

  test("a shallow clone is a notice and no finding", async () => {
    const { folder, git } = drifted();
    git("2026-03-02", "clone", "-q", "--depth", "1", `file://${folder.path}`, "shallow");
    const { found, stderr, code } = await drift(folder.file("shallow"), ".");
    expect({ found, code }).toEqual({ found: [], code: 0 });
    expect(stderr).toMatch(/^standfirst: date\/git-drift can't be judged: This is a shallow clone\..*`fetch-depth: 0`/);
  });

  test("a partial clone is one too, and nothing is fetched", async () => {
    const { folder, git } = drifted();
    git("2026-03-02", "config", "uploadpack.allowFilter", "true");
    git("2026-03-02", "clone", "-q", "--filter=blob:none", `file://${folder.path}`, "partial");
    const { found, stderr } = await drift(folder.file("partial"), ".");
    expect({ found, isSaid: stderr.includes("partial clone") }).toEqual({ found: [], isSaid: true });
  });

  test("outside of a repository, and in one without a commit, it is silent", async () => {
    const bare = temporaryFolder({ "a.md": post("2026-01-10", text) });
    onTestFinished(() => bare.remove());
    expect(await drift(bare.path, ".")).toEqual({ found: [], stderr: "", code: 0 });
    const { folder, write } = repository();
    write({ "a.md": post("2026-01-10", text) });
    expect(await drift(folder.path, ".")).toEqual({ found: [], stderr: "", code: 0 });
  });

  test("a date that is not committed yet is left alone", async () => {
    const { folder, write } = drifted();
    expect((await drift(folder.path, ".")).found).toEqual(["a.md later"]);
    write({ "a.md": post("2026-03-01", words(0, 260)) });
    expect((await drift(folder.path, ".")).found).toEqual([]);
  });

  test("shards that are merged beside the repository give the same", async () => {
    const { folder } = drifted();
    const { stdout: whole } = await callMain([...args, rule, "."], { cwd: folder.path });
    const out = temporaryFolder();
    onTestFinished(() => out.remove());
    const checking = ["check", ".", "--no-cache", "--only", "date/git-drift", "--rule", rule];
    for (const index of [1, 2]) {
      const sharing = ["--shard", `${index}/2`, "--output", out.file(`${index}.ndjson`)];
      expect(await callMain([...checking, ...sharing], { cwd: folder.path })).toMatchObject({ code: 0 });
    }
    const merging = ["merge", out.path, "--now", "2026-07-01", "-f", "json"];
    expect((await callMain(merging, { cwd: folder.path })).stdout).toBe(whole);
  });

  test("no program that the repository names is run", async () => {
    const { folder, git } = drifted();
    const touch = `touch ${folder.file("pwned")}; cat`;
    for (const key of ["gpg.program", "filter.x.smudge", "filter.x.clean", "diff.x.textconv", "diff.x.command"]) {
      git("2026-03-02", "config", key, touch);
    }
    git("2026-03-02", "config", "core.fsmonitor", touch);
    git("2026-03-02", "config", "log.showSignature", "true");
    writeFileSync(folder.file(".gitattributes"), "*.md filter=x diff=x\n");
    expect((await drift(folder.path, ".")).found).toEqual(["a.md later"]);
    expect(existsSync(folder.file("pwned"))).toBe(false);
  });
});
