import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "#model/report";
import { gitIn } from "../support/git.ts";
import { runCli, temporaryFolder } from "../support/run-cli.ts";

const post = (title: string, description: string) =>
  `---\ntitle: "${title}"\ndescription: "${description}"\ndate: 2026-03-04\n---\n\n${title} in one sentence.\n`;

let folder: ReturnType<typeof temporaryFolder>;
let commits: string[];

const git = (...args: string[]): string => gitIn(folder.path)(...args);

const write = (name: string, text: string) => {
  mkdirSync(folder.file(name.slice(0, name.lastIndexOf("/"))), { recursive: true });
  writeFileSync(folder.file(name), text);
};
const commit = (message: string) => {
  git("add", "-A");
  git("commit", "-qm", message);
};

/** Twenty commits: new posts, edits, renames, a deletion, a merge, a rebase, names that are not ASCII. */
function makeHistory(): string[] {
  git("init", "-q", "-b", "main");
  write("hugo.toml", 'baseURL = "https://bake.example/"\n');
  for (let i = 0; i < 8; i++) {
    write(`content/posts/post-${i}.md`, post(`Post number ${i}`, "Short."));
    commit(`post ${i}`);
  }
  for (let i = 0; i < 4; i++) {
    write(`content/posts/post-${i}.md`, post(`Post number ${i}, again`, "Short."));
    commit(`edit ${i}`);
  }
  write("content/posts/größe and space.md", post("Größe", "Kurz."));
  commit("a name that is not ASCII");
  renameSync(folder.file("content/posts/post-5.md"), folder.file("content/posts/moved.md"));
  commit("rename");
  rmSync(folder.file("content/posts/post-6.md"));
  commit("delete");
  git("switch", "-qc", "side", "HEAD~3");
  write("content/posts/side.md", post("On the side", "Short."));
  commit("side");
  write("content/posts/side-2.md", post("On the side, twice", "Short."));
  commit("side 2");
  git("rebase", "-q", "main");
  git("switch", "-q", "main");
  write("content/posts/post-7.md", post("Post number 7, again", "Short."));
  commit("edit 7");
  git("merge", "-q", "--no-edit", "side");
  write("content/posts/last.md", post("The last one", "Short."));
  commit("last");
  return git("log", "--format=%H").split("\n");
}

beforeAll(() => {
  folder = temporaryFolder();
  commits = makeHistory();
});
afterAll(() => folder.remove());

const check = async (...args: string[]) => {
  const { stdout, stderr, code } = await runCli(
    ["--now", "2026-07-01", "--no-cache", "-f", "json", "--only", "summary/length", ...args],
    { cwd: folder.path },
  );
  return { code, stderr, paths: stdout === "" ? [] : (JSON.parse(stdout) as Report).findings.map(({ path }) => path) };
};

describe("--since", () => {
  test("keeps the findings of the posts that changed, whatever the revision", async () => {
    expect(commits.length).toBeGreaterThanOrEqual(20);
    const all = (await check()).paths;
    expect(all.length).toBeGreaterThan(8);
    for (const revision of commits.filter((_, index) => index % 3 === 0)) {
      // Told apart from the tool: the blobs that the two commits have.
      const blobs = (commitId: string) =>
        new Map(
          git("ls-tree", "-r", "-z", commitId)
            .split("\0")
            .filter((line) => line !== "")
            .map((line) => [line.split("\t")[1] ?? "", line.split("\t")[0]]),
        );
      const [then, today] = [blobs(git("merge-base", revision, "HEAD")), blobs("HEAD")];
      const changed = all.filter((path) => then.get(path) !== today.get(path));
      expect((await check("--since", revision)).paths, revision).toEqual(changed);
    }
  });

  test("takes in what is not committed and what is untracked, and by lines only what is on them", async () => {
    write(
      "content/posts/post-1.md",
      `${readFileSync(folder.file("content/posts/post-1.md"), "utf8")}\nOne more line at the end.\n`,
    );
    write("content/posts/новый.md", post("Untracked", "Short."));
    expect((await check("--since", "HEAD")).paths).toEqual(["content/posts/post-1.md", "content/posts/новый.md"]);
    expect((await check("--since", "HEAD", "--changed-lines")).paths).toEqual(["content/posts/новый.md"]);
    git("add", "content/posts/новый.md");
    expect((await check("--staged")).paths).toEqual(["content/posts/новый.md"]);
  });

  test("passes when nothing changed", async () => {
    git("add", "-A");
    git("commit", "-qm", "all");
    expect(await check("--since", "HEAD")).toEqual({ code: 0, stderr: "", paths: [] });
  });

  test.each([
    ["an unknown revision", ["--since", "nowhere"], /The revision "nowhere" is not known here\. Fetch it first/],
    ["an option for a revision", ["--since=--output=x"], /is no revision/],
    ["two selections", ["--since", "HEAD", "--staged"], /exclude each other/],
  ])("refuses %s", async (_what, args, message) => {
    const { code, stderr } = await check(...args);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  test("takes standard input in the place of a post for changed: git knows the file alone", async () => {
    const args = ["--stdin-filename", "content/posts/post-1.md", "-", "--since", "HEAD", "--only", "summary/length"];
    const call = { cwd: folder.path, stdin: post("Post number 1, unsaved", "Short.") };
    const { stdout } = await runCli([...args, "-f", "compact", "--no-cache"], call);
    expect(stdout).toMatch(/^content\/posts\/post-1\.md:3:15: warning summary\/length: .*\n$/);
  });

  test("refuses a shallow clone, with the remedy", async () => {
    git("clone", "-q", "--depth", "1", `file://${folder.path}`, "shallow");
    const { code, stderr } = await runCli(["--since", "HEAD"], { cwd: folder.file("shallow") });
    expect(stderr).toMatch(/shallow clone.*`fetch-depth: 0`/);
    expect(code).toBe(2);
  });

  test("refuses a folder outside of a repository", async () => {
    const bare = temporaryFolder({ "a.md": post("A", "B.") });
    const { code, stderr } = await runCli(["a.md", "--since", "HEAD"], { cwd: bare.path });
    expect(stderr).toContain("need a git repository");
    expect(code).toBe(2);
    bare.remove();
  });
});
