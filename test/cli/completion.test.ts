import { execFileSync, spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { callMain } from "../support/call-main.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const script = async (shell: string, env = {}) =>
  callMain(["completion", ...(shell === "" ? [] : [shell])], { cwd: ".", env });

/** What bash offers at the end of a line. */
async function offered(...words: string[]): Promise<string[]> {
  const { stdout } = await script("bash");
  const line = ["standfirst", ...words].map((word) => `'${word}'`).join(" ");
  const ask = `COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _standfirst; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const out = execFileSync("bash", ["--norc", "-c", `${stdout}\n${ask}`], { encoding: "utf8" });
  return out.split("\n").filter((word) => word !== "");
}

test.each([
  [["ba"], ["baseline"]],
  [["baseline", "cr"], ["create"]],
  [["--wat"], ["--watch"]],
  [
    ["content", "--fi"],
    ["--files-from", "--fix"],
  ],
  [
    ["--only", "link/br"],
    ["link/broken-fragment", "link/broken-internal"],
  ],
  [
    ["--skip", "le"],
    ["lead", "lead/copies-description"],
  ],
  [["explain", "summary/le"], ["summary/length"]],
  [["-f", "sa"], ["sarif"]],
  [
    ["--fail-on", ""],
    ["info", "warn", "error", "never"],
  ],
  [["--config", ""], []],
  [["content", ""], []],
])("bash completes %j", async (words, expected) => {
  const found = await offered(...words);
  expect(expected.length === 0 ? found : found.slice(0, expected.length)).toEqual(expected);
});

test.each(["zsh", "fish"])("%s reads its script", async (shell) => {
  const { stdout } = await script(shell);
  expect(stdout).toContain("standfirst");
  const folder = temporaryFolder({ script: stdout });
  const read = spawnSync(shell, ["-n", folder.file("script")], { encoding: "utf8" });
  folder.remove();
  // Where the shell is not installed nothing is read.
  expect([0, null]).toContain(read.status);
  expect(read.stderr ?? "").toBe("");
});

test("the shell in use is the one that is meant, and another is told of", async () => {
  expect((await script("", { SHELL: "/usr/bin/fish" })).stdout).toBe((await script("fish")).stdout);
  const { code, stderr } = await script("zhs");
  expect(stderr).toContain('There are completions for bash, zsh, fish, not for "zhs". Did you mean "zsh"?');
  expect(code).toBe(2);
});
