import { execFileSync } from "node:child_process";

// None of a developer's own settings: no signatures, names as they are.
const settings = [
  "user.name=A",
  "user.email=a@a.example",
  "commit.gpgsign=false",
  "core.quotepath=off",
  "init.defaultBranch=main",
].flatMap((setting) => ["-c", setting]);

/** Git in a folder, as an author of its own: takes arguments, gives what it writes without the white space around it. */
export const gitIn =
  (folder: string, env: Readonly<Record<string, string>> = {}) =>
  (...args: string[]): string =>
    execFileSync("git", [...settings, ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, ...env },
      stdio: "pipe",
    }).trim();
