import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { gitIn } from "../support/git.ts";
import { runCli, temporaryFolder } from "../support/run-cli.ts";

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
  readonly pass_filenames: boolean;
  readonly require_serial: boolean;
}

const [hook] = parse(readFileSync(new URL("../../.pre-commit-hooks.yaml", import.meta.url), "utf8")) as Hook[];

const post = (title: string, date: string) => `---\ntitle: ${title}\ndate: ${date}\n---\n\nA loaf takes its time.\n`;

const site = temporaryFolder({
  "content/old.md": post("The slow rise of rye", "2026-04-31"),
  "content/new.md": post("Oats for the morning", "2026-06-30"),
});
afterAll(() => site.remove());
const git = gitIn(site.path);
git("init", "-q");
git("add", "-A");
git("commit", "-qm", "First");

/** Runs the hook as pre-commit does: the entry, then the `args` of the user's config, and no file names. */
const runHook = (...args: string[]) => {
  const [, ...own] = (hook?.entry ?? "").split(" ");
  return runCli([...own, ...args, "--only", "date/invalid", "-f", "compact"], { cwd: site.path });
};

describe("the pre-commit hook", () => {
  test("gets no file names, and never runs twice at once", () => {
    expect(hook).toMatchObject({ id: "standfirst", pass_filenames: false, require_serial: true });
    const files = new RegExp(hook?.files ?? "");
    expect(["a.md", "b/c.mdx", "index.htm", "feed.xml", "a.css", "md"].map((name) => files.test(name))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test("passes what is staged and sound, whatever else is there, and stops what is not", async () => {
    expect(await runHook("content")).toMatchObject({ code: 0, stdout: "" });
    writeFileSync(site.file("content/new.md"), post("Oats for the morning", "2026-06-31"));
    git("add", "content/new.md");
    const { code, stdout } = await runHook("content");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^content\/new\.md:3:7: error date\/invalid: [^\n]+\n$/);
  });
});

describe("lint-staged", () => {
  test("hands over absolute paths, of which those of other types are passed over", async () => {
    writeFileSync(site.file("style.css"), "a {}");
    const files = ["content/new.md", "style.css"].map((name) => site.file(name));
    const { code, stdout, stderr } = await runCli(["--only", "date/invalid", "-f", "compact", ...files], {
      cwd: site.path,
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^content\/new\.md:3:7: error/);
    expect(stderr).toContain("style.css is left out");
    expect(await runCli([site.file("style.css")], { cwd: site.path })).toMatchObject({ code: 0 });
  });
});
