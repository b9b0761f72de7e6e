import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { Report } from "#model/report";
import { gitIn } from "../support/git.ts";
import { runCli, temporaryFolder } from "../support/run-cli.ts";

const now = ["--now", "2026-07-01", "--no-cache"];

/** A post whose description is too short, or as good as can be. */
const post = (title: string, description = "Too short.") => `---
title: "${title}"
description: "${description}"
date: 2026-03-04
---

${title} is what this post is about, in one sentence that says all that there is to say of it.
`;
const good = "A description of this one post that is long enough to say what it tells, and no longer.";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  const made = temporaryFolder({
    "hugo.toml": 'baseURL = "https://bake.example/"\n',
    "content/posts/rye.md": post("Rye bread"),
    "content/posts/oat.md": post("Oat cakes"),
    "content/posts/corn.md": post("Corn on the stove", good),
  });
  mkdirSync(made.file(".git"));
  folder = made;
  onTestFinished(() => made.remove());
});

const check = async (...args: string[]) => {
  const { stdout, code } = await runCli(
    [...args, ...now, "-f", "json", "--only", "summary/length,baseline", "--fail-on", "warn"],
    { cwd: folder.path },
  );
  const report = JSON.parse(stdout) as Report;
  const active = report.findings.filter(({ status }) => status === "active");
  return { code, active: active.map(({ rule, path }) => `${rule} ${path}`), baselined: report.summary.baselined };
};
const baseline = (action: string) =>
  runCli(["baseline", action, ...now, "--only", "summary/length"], { cwd: folder.path });
const write = (name: string, text: string) => writeFileSync(folder.file(name), text);

describe("a baseline", () => {
  test("takes known findings out of the gate", async () => {
    expect((await check()).active).toEqual([
      "summary/length content/posts/oat.md",
      "summary/length content/posts/rye.md",
    ]);
    expect((await baseline("create")).stdout).toContain("with 2 findings");
    expect(await check()).toEqual({ code: 0, active: [], baselined: 2 });
    expect((await baseline("create")).code, "an existing baseline is not overwritten").toBe(2);
  });

  test("goes by identity: one finding mended and another made fails the gate", async () => {
    await baseline("create");
    write("content/posts/rye.md", post("Rye bread", good));
    write("content/posts/corn.md", post("Corn on the stove"));
    expect(await check()).toEqual({
      code: 1,
      active: ["summary/length content/posts/corn.md", "baseline/stale standfirst-baseline.json"],
      baselined: 1,
    });
  });

  test("knows a finding again after lines above it, new quotes, another wording of the value, and a move", async () => {
    await baseline("create");
    const reformatted = post("Rye bread")
      .replace("---\n", "---\n# one\n# two\n\n\n")
      .replaceAll('"', "'")
      .replaceAll("\n", "\r\n");
    write("content/posts/rye.md", reformatted);
    write("content/posts/oat.md", post("Oat cakes", "Still short."));
    expect(await check()).toEqual({ code: 0, active: [], baselined: 2 });
    mkdirSync(folder.file("content/notes"));
    renameSync(folder.file("content/posts/rye.md"), folder.file("content/notes/rye-bread.md"));
    expect(await check()).toEqual({ code: 0, active: [], baselined: 2 });
  });

  test("is pruned of what is gone, and brought up to date", async () => {
    await baseline("create");
    write("content/posts/rye.md", post("Rye bread", good));
    write("content/posts/corn.md", post("Corn on the stove"));
    expect((await baseline("stats")).stdout).toContain("1 known, 1 stale, 1 new");
    expect((await baseline("prune")).stdout).toContain("Took 1 stale entry");
    expect((await check()).active).toEqual(["summary/length content/posts/corn.md"]);
    expect((await baseline("update")).stdout).toContain("1 added");
    expect((await check()).code).toBe(0);
  });

  test("keeps what it knows of other posts when it is brought up to date with some of them", async () => {
    await baseline("create");
    renameSync(folder.file("content/posts/rye.md"), folder.file("content/posts/rye-bread.md"));
    write("content/posts/oat.md", post("Oat cakes", good));
    const some = (action: string, file: string) =>
      runCli(["baseline", action, file, ...now, "--only", "summary/length"], { cwd: folder.path });
    for (const action of ["prune", "update"]) {
      expect((await some(action, "content/posts/corn.md")).code).toBe(0);
      expect((await check()).baselined, action).toBe(1);
    }
    expect((await check()).active).toEqual(["baseline/stale standfirst-baseline.json"]);
    expect((await some("prune", "content/posts/oat.md")).stdout).toContain("Took 1 stale entry");
    expect(await check()).toEqual({ code: 0, active: [], baselined: 1 });
  });

  test.each(["prune", "stats"])("that is not there can't be used for %s", async (action) => {
    const { code, stderr } = await baseline(action);
    expect(stderr).toContain(
      "There is no baseline standfirst-baseline.json; make it with `standfirst baseline create`.",
    );
    expect(code).toBe(2);
  });

  test("that is a folder is told as such", async () => {
    mkdirSync(folder.file("standfirst-baseline.json"));
    const { code, stderr } = await runCli([...now], { cwd: folder.path });
    expect(stderr).toContain("The baseline standfirst-baseline.json can't be read: it is a folder.");
    expect(code).toBe(2);
  });

  test("says where it has a merge conflict", async () => {
    await baseline("create");
    const text = readFileSync(folder.file("standfirst-baseline.json"), "utf8");
    write("standfirst-baseline.json", text.replace("null]", "<<<<<<< ours\n=======\n>>>>>>> theirs\nnull]"));
    const { code, stderr } = await runCli([...now], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toMatch(/standfirst-baseline\.json can't be read: line \d+ has a merge conflict/);
  });

  test("merges with git where two branches take in different posts", async () => {
    const git = gitIn(folder.path);
    const names = Array.from({ length: 12 }, (_, index) => `note-${index}`);
    rmSync(folder.file(".git"), { recursive: true, force: true });
    git("init", "-q", "-b", "main");
    await baseline("create");
    git("add", "-A");
    git("commit", "-qm", "base");
    for (const [branch, own] of [
      ["ours", names.slice(0, 6)],
      ["theirs", names.slice(6)],
    ] as const) {
      git("switch", "-qc", branch, "main");
      for (const name of own) write(`content/posts/${name}.md`, post(`A note called ${name}`));
      await baseline("update");
      git("add", "-A");
      git("commit", "-qm", branch);
    }
    git("merge", "-q", "--no-edit", "ours");
    expect(await check()).toEqual({ code: 0, active: [], baselined: 14 });
  });
});
