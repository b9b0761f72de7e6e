import { existsSync } from "node:fs";
import { gitIn, HistoryError, programsOff, type Git } from "./git.ts";
import { readBlobs } from "./blobs.ts";

/** A document as a step of the main line of its repository left it. */
export interface Version {
  /** The day on which the step's author made it, YYYY-MM-DD. */
  readonly day: string;
  /** The step changed a large part of all documents: that is a change of form, or of tools. */
  readonly isBulk: boolean;
  /** Undefined where the version can't be had, or is no sensible size. */
  readonly bytes: Uint8Array | undefined;
}

/** Whose versions are asked for. */
export interface VersionsRequest {
  /** Absolute path of the folder that paths are relative to. */
  readonly root: string;
  /** POSIX. */
  readonly paths: readonly string[];
  /** How many documents there are at all. */
  readonly documents: number;
}

/** A version before its bytes are read. */
interface Step extends Omit<Version, "bytes"> {
  readonly blob: string;
}

/**
 * Reads the versions of documents out of a repository, the newest first, those of one document at a time; documents
 * that never changed are left out. It is the main line that counts: what a merge brings is one step, with its day.
 * Renames are followed within Markdown files below the root. Nothing is given where there is no repository.
 *
 * @throws HistoryError where a history is there and can't be relied on: in a shallow or partial clone
 */
export async function* readVersions(
  request: VersionsRequest,
): AsyncGenerator<{ readonly path: string; readonly versions: readonly Version[] }> {
  const { root, paths } = request;
  const git = await openHistory(root);
  if (git === undefined || paths.length === 0) return;
  const listed = stepsByPath(await listSteps(git), request);
  const changed = paths.flatMap((path) => {
    const steps = listed.get(path) ?? [];
    return steps.length < 2 ? [] : [{ path, steps }];
  });
  const blobs = readBlobs(
    root,
    changed.flatMap(({ steps }) => steps.map(({ blob }) => blob)),
  );
  try {
    for (const { path, steps } of changed) {
      const versions: Version[] = [];
      for (const { day, isBulk } of steps) versions.push({ day, isBulk, bytes: (await blobs.next()).value });
      yield { path, versions };
    }
  } finally {
    await blobs.return(undefined);
  }
}

/** Git, where there is a whole history; undefined where there is no repository. */
async function openHistory(root: string): Promise<Git | undefined> {
  if (!existsSync(root)) return undefined;
  const git = gitIn(root, historySettings);
  let shallow: string;
  try {
    shallow = await git(["rev-parse", "--is-shallow-repository"]);
  } catch (error) {
    const complaint = error instanceof Error ? error.message : "";
    // A repository that git refuses (one that belongs to somebody else) is another matter than none.
    if (!/dubious ownership/.test(complaint)) return undefined;
    throw new HistoryError("git does not trust this repository, as it belongs to another user.");
  }
  if (shallow.trim() === "true") {
    throw new HistoryError(
      "This is a shallow clone. Fetch the whole history: `fetch-depth: 0` in actions/checkout, `GIT_DEPTH: 0` in " +
        "GitLab CI, or `git fetch --unshallow`.",
    );
  }
  // Git would fetch what is lacking, by programs that the repository names.
  const partial = await git(["config", "--get-regexp", String.raw`^(extensions\.partialclone|remote\..*\.promisor)$`])
    .then((found) => found.trim() !== "")
    .catch(() => false);
  if (partial) throw new HistoryError("This is a partial clone, without the old versions of its files.");
  return gitIn(root, [...historySettings, ...(await programsOff(git))]);
}

// Settings of a user must not decide what is found, nor have signatures checked by a program.
const historySettings = [
  "log.showSignature=false",
  "log.follow=false",
  "log.diffMerges=first-parent",
  "diff.renameLimit=1000",
].flatMap((setting) => ["-c", setting]);

const documentPatterns = ["md", "markdown", "mdx"].map((extension) => `:(icase)*.${extension}`);

/** The steps of the main line that touched Markdown files below the root; "" where there are none. */
async function listSteps(git: Git): Promise<string> {
  const hasCommits = await git(["rev-parse", "--verify", "--quiet", "HEAD"]).catch(() => "");
  if (hasCommits === "") return "";
  const listed = git([
    "log",
    "--first-parent",
    "-m",
    "--raw",
    "--no-abbrev",
    "-z",
    "-M",
    "--no-show-signature",
    "--no-ext-diff",
    "--no-textconv",
    "--relative",
    "--format=%as",
    "HEAD",
    "--",
    ...documentPatterns,
  ]);
  return listed.catch((error: unknown) => {
    const [, complaint = "git log ended with an error"] = /^(fatal: .*)$/m.exec(String(error)) ?? [];
    throw new HistoryError(`git can't read the history (${complaint}).`);
  });
}

/** One file in one step. */
interface Touch {
  readonly status: string;
  readonly blob: string;
  readonly from: string;
  readonly to: string;
}

/** Most versions of a document that are looked at: the date is checked against those since it was last set. */
const mostVersions = 50;
/** A step that changes more than this share of all documents, or more than so many, is no edit of a post. */
const bulkShare = 0.3;
const bulkDocuments = 100;
/** On a small site a few posts are a large part; fewer are never too many. */
const fewestInBulk = 5;

/** The steps of each document, the newest first. */
function stepsByPath(log: string, { paths, documents }: VersionsRequest): Map<string, Step[]> {
  const steps = new Map<string, Step[]>(paths.map((path) => [path, []]));
  // What each document was called at the step that is being looked at.
  const owners = new Map<string, string>(paths.map((path) => [path, path]));
  const most = Math.min(bulkDocuments, Math.max(fewestInBulk - 1, documents * bulkShare));
  for (const { day, touches } of parseLog(log)) {
    const isBulk = touches.filter(({ status }) => status === "M" || status === "R").length > most;
    const renamed: [string, string][] = [];
    for (const { status, blob, from, to } of touches) {
      const owner = status === "D" ? undefined : owners.get(to);
      if (owner === undefined) continue;
      const own = steps.get(owner);
      if (own !== undefined && own.length < mostVersions) own.push({ day, isBulk, blob });
      if (status !== "M") owners.delete(to);
      if (status === "R") renamed.push([from, owner]);
    }
    for (const [from, owner] of renamed) owners.set(from, owner);
  }
  return steps;
}

/** Reads the output of `git log --raw -z --format=%as`: a day, then what it touched, each with one path or two. */
function* parseLog(log: string): Iterable<{ readonly day: string; readonly touches: readonly Touch[] }> {
  const parts = log.split("\0")[Symbol.iterator]();
  const path = () => parts.next().value ?? "";
  let step: { day: string; touches: Touch[] } | undefined;
  for (const part of parts) {
    const [, mode = "", blob = "", status] = rawLine.exec(part) ?? [];
    if (status === undefined) {
      if (step !== undefined) yield step;
      step = { day: part.trim(), touches: [] };
      continue;
    }
    const from = path();
    const to = status === "R" ? path() : from;
    // Links and submodules are no documents.
    if (mode.startsWith("100") || status === "D") step?.touches.push({ status, blob, from, to });
  }
  if (step !== undefined) yield step;
}

const rawLine = /^\n?:\d{6} (\d{6}) \S+ (\S+) ([A-Z])\d*$/;
