import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A question that git can't answer as it stands. The message says what would help. */
export class HistoryError extends Error {
  override readonly name = "HistoryError";
}

/** What changed in a repository: by path from the root of the run, POSIX. */
export interface Changes {
  /** The lines that changed of each changed file, counted from 1; "all" for a file that is new or was not compared. */
  readonly files: ReadonlyMap<string, readonly LineRange[] | "all">;
  /** What was there before and is gone, was renamed or reads otherwise now. */
  readonly former: readonly FormerFile[];
}

/** A file as it was before a change. */
export interface FormerFile {
  /** POSIX, from the root of the run. */
  readonly path: string;
  /** The full object name of its content. */
  readonly blob: string;
}

/** Lines from `start` up to and without `end`, counted from 1. */
interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** Which changes are asked for. */
export interface ChangesRequest {
  /** Absolute path of the folder that paths are relative to. */
  readonly root: string;
  /** A revision: what changed since the merge base with it, with what is not committed and what is untracked. */
  readonly since?: string | undefined;
  /** What is staged for the next commit. */
  readonly staged?: boolean | undefined;
  /** Finds the lines too. */
  readonly lines?: boolean | undefined;
}

/**
 * Asks git what changed.
 *
 * @throws HistoryError outside of a repository, in a shallow clone, and for a revision that does not resolve
 */
export async function findChanges({ root, since, staged, lines }: ChangesRequest): Promise<Changes> {
  const asking = gitIn(root);
  await requireRepository(asking, root);
  const git = gitIn(root, await programsOff(asking));
  const from = staged === true ? ["--cached"] : [await mergeBase(git, since ?? "HEAD")];
  const listed = await git(["diff", "--raw", "--no-abbrev", "-z", "-M", "--relative", ...from, "--"]);
  const touched = touchedFiles(listed);
  const files = new Map<string, readonly LineRange[] | "all">(
    touched.flatMap(({ status, to }) => (status === "D" ? [] : [[to, "all" as const]])),
  );
  if (lines === true)
    for (const [file, ranges] of await changedLines(git, from)) if (files.has(file)) files.set(file, ranges);
  if (staged !== true) {
    const untracked = await git(["ls-files", "--others", "--exclude-standard", "-z"]);
    for (const file of untracked.split("\0")) if (file !== "") files.set(file, "all");
  }
  const former = touched.flatMap(({ status, from: old, blob }) => ("DRMT".includes(status) ? { path: old, blob } : []));
  return { files, former };
}

/** Asks git a question: what it writes, or a rejection with its complaint. */
export type Git = (args: readonly string[]) => Promise<string>;

/** Most output of git that is taken, in bytes: a diff of a whole site. */
const mostOutput = 1 << 30;

// Neither settings of the repository nor of the user may run programs or quote names.
const settings = ["core.quotepath=off", "core.fsmonitor=false", "diff.external=", "color.ui=never"];

/** What comes before every command of git, so that it runs no other program. */
export const safely = ["--no-optional-locks", ...settings.flatMap((setting) => ["-c", setting])];

/** Git in a folder. */
export const gitIn =
  (folder: string, withoutPrograms: readonly string[] = []): Git =>
  async (args) => {
    const { stdout } = await run("git", [...safely, ...withoutPrograms, ...args], {
      cwd: folder,
      maxBuffer: mostOutput,
      encoding: "utf8",
    });
    return stdout;
  };

/** Settings that take the power from the filters and converters that a repository's own settings name. */
export async function programsOff(git: Git): Promise<string[]> {
  const pattern = String.raw`^(filter\..*\.(clean|smudge|process|required)|diff\..*\.(command|textconv))$`;
  const listed = await git(["config", "--null", "--name-only", "--get-regexp", pattern]).catch(() => "");
  const names = new Set(listed.split("\0").filter((name) => name !== "" && !name.includes("=")));
  return [...names].flatMap((name) => ["-c", name.endsWith(".required") ? `${name}=false` : `${name}=`]);
}

async function requireRepository(git: Git, root: string): Promise<void> {
  if (!existsSync(root)) throw new HistoryError(`There is no folder ${root}.`);
  try {
    await git(["rev-parse", "--git-dir"]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw new HistoryError("git is not installed, or not on the PATH; --since and --staged need it.");
    }
    throw new HistoryError("--since and --staged need a git repository; run them inside of one.");
  }
}

async function mergeBase(git: Git, revision: string): Promise<string> {
  if (revision.startsWith("-"))
    throw new HistoryError(`"${revision}" is no revision; name a branch, a tag or a commit.`);
  if ((await git(["rev-parse", "--is-shallow-repository"])).trim() === "true") {
    throw new HistoryError(
      `This is a shallow clone, so it can't be told what changed since "${revision}". Fetch the whole history: ` +
        "`fetch-depth: 0` in actions/checkout, `GIT_DEPTH: 0` in GitLab CI, or `git fetch --unshallow`.",
    );
  }
  try {
    await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  } catch {
    throw new HistoryError(
      `The revision "${revision}" is not known here. Fetch it first (git fetch origin ${path.basename(revision)}), or name a branch, a tag or a commit that is.`,
    );
  }
  try {
    return (await git(["merge-base", revision, "HEAD"])).trim();
  } catch {
    throw new HistoryError(`"${revision}" and the current commit have no common history; name another revision.`);
  }
}

/** A file in a diff: its name on both sides, and its content on the old one. */
interface Touched {
  readonly status: string;
  readonly blob: string;
  readonly from: string;
  readonly to: string;
}

/** Reads the output of `git diff --raw -z`: of renames and copies it has two paths. */
function touchedFiles(listed: string): Touched[] {
  const parts = listed.split("\0");
  const touched: Touched[] = [];
  for (let i = 0; i + 1 < parts.length;) {
    const [, blob = "", status = ""] = /^:\d+ \d+ (\S+) \S+ ([A-Z])/.exec(parts[i] ?? "") ?? [];
    const isPair = status === "R" || status === "C";
    const from = parts[i + 1] ?? "";
    touched.push({ status, blob, from, to: isPair ? (parts[i + 2] ?? "") : from });
    i += isPair ? 3 : 2;
  }
  return touched;
}

/** The lines of the new side of a diff without context, by path. */
async function changedLines(git: Git, from: readonly string[]): Promise<Map<string, LineRange[]>> {
  const diff = await git([
    "diff",
    "-U0",
    "--inter-hunk-context=0",
    "-M",
    "--relative",
    "--no-ext-diff",
    "--no-textconv",
    "--no-prefix",
    ...from,
    "--",
  ]);
  const files = new Map<string, LineRange[]>();
  let ranges: LineRange[] = [];
  for (const line of diff.split("\n")) {
    const [, file] = /^\+\+\+ (.*?)\t?$/.exec(line) ?? [];
    if (file !== undefined) files.set(unquoted(file), (ranges = []));
    const [, start, count = "1"] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (start !== undefined && count !== "0") ranges.push({ start: Number(start), end: Number(start) + Number(count) });
  }
  return files;
}

/** A path as git writes it in a diff: in quotes with escapes where it holds a tab, a line break or a quote. */
const unquoted = (name: string): string =>
  name.startsWith('"')
    ? name.slice(1, -1).replace(/\\(["\\tn])/g, (_all, sign: string) => ({ t: "\t", n: "\n" })[sign] ?? sign)
    : name;
