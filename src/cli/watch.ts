import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { watch as watchFiles } from "chokidar";
import type { AuditResult } from "#audit";
import { describeError } from "./describe-error.ts";
import { UsageError, type Io } from "./io.ts";
import type { GivenOptions } from "./options.ts";

/** What a round of watching needs to know of the one before. */
export type Checked = Pick<AuditResult, "root" | "documents" | "output">;

/** Options that change files, or make no report of this machine's files. */
const unfit = ["fix", "diff", "add-suppressions", "shard", "stdin", "files-from"] as const;

/**
 * Checks, and checks again whenever a file changes, until the process is ended. The first report is of everything that was
 * asked for; then it is of the documents that were edited since, judged with the rest of the site in view. What is no
 * edit of a document (a deletion, another config) asks for everything again.
 *
 * @param inputs the names that were given; with some, each report is of all of them
 * @param writes absolute paths of what a round itself writes
 * @param check one round: checks these inputs and writes the report
 */
export async function watch(
  io: Io,
  inputs: readonly string[],
  { options, writes }: { readonly options: GivenOptions; readonly writes: readonly string[] },
  check: (inputs: readonly string[]) => Promise<Checked>,
): Promise<never> {
  const other = unfit.find((name) => options[name] !== undefined);
  if (other !== undefined) throw new UsageError(`--watch and --${other} exclude each other.`);
  if (inputs.includes("-")) throw new UsageError("--watch can't watch standard input; name files or folders.");
  let last = await tried(io, () => check(inputs));
  const edited = new Set<string>();
  const folder = last?.root ?? io.cwd;
  const isWritten = (file: string) =>
    writes.some((own) => file === own || file.startsWith(`${own}.`) || file.startsWith(own + sep));
  const isIgnored = (file: string) => isWritten(file) || isForeign(relative(folder, file), last);
  for await (const changes of changesBelow(folder, isIgnored)) {
    if (changes.size === 0) await invite(io);
    else {
      if (inputs.length > 0 || !areEdits(changes, last)) edited.clear();
      else for (const file of changes.keys()) if (isDocument(file, last)) edited.add(file);
      await clearScreen(io);
      const there = [...edited].filter((file) => existsSync(file));
      last = (await tried(io, () => check(there.length === 0 ? inputs : there))) ?? last;
      await invite(io);
    }
  }
  throw new Error("watching came to an end");
}

const invite = ({ stderr }: Io) => stderr.write("standfirst: Waiting for changes; Ctrl-C ends it.\n");

/** Starts a terminal's page anew; elsewhere reports follow each other. */
async function clearScreen({ stdout }: Io): Promise<void> {
  if (stdout.isTerminal) await stdout.write("\u001b[2J\u001b[3J\u001b[H");
}

/** A round; what users can mend in its inputs is told, and waits for the next change. */
async function tried(io: Io, check: () => Promise<Checked>): Promise<Checked | undefined> {
  try {
    return await check();
  } catch (error) {
    await io.stderr.write(describeError(error, io));
    return undefined;
  }
}

type Changes = ReadonlyMap<string, "edited" | "gone">;

const isDocument = (file: string, last: Checked | undefined): boolean =>
  /\.(?:md|mdx|markdown)$/i.test(file) || (last?.documents.some((path) => resolve(last.root, path) === file) ?? false);

/** Whether a file is a config, data or code: of Standfirst or of the site, it may matter to every document. */
const isForAll = (file: string) => /\.(?:toml|ya?ml|jsonc?|[cm]?[jt]s)$/i.test(file);

/** Whether changes are edits of documents, or of files that documents name, such as pictures. */
const areEdits = (changes: Changes, last: Checked | undefined): boolean =>
  Array.from(changes).every(([file, change]) => !isForAll(file) && (change === "edited" || !isDocument(file, last)));

/** Milliseconds without a further change: editors and generators write a file in several steps. */
const settling = 100;

/** What changes below a folder, again and again; first nothing, when the watch has begun. */
async function* changesBelow(folder: string, ignored: (file: string) => boolean): AsyncGenerator<Changes> {
  let changes = new Map<string, "edited" | "gone">();
  let wake: (() => void) | undefined;
  const watcher = watchFiles(folder, { ignored, ignoreInitial: true });
  watcher.on("all", (event, file) => {
    if (!event.endsWith("Dir")) changes.set(file, event === "unlink" ? "gone" : "edited");
    wake?.();
  });
  await new Promise<void>((ready) => watcher.on("ready", ready));
  yield changes;
  for (;;) {
    if (changes.size === 0) await new Promise<void>((resume) => (wake = resume));
    for (let known = -1; known !== changes.size;) {
      known = changes.size;
      await setTimeout(settling);
    }
    const some = changes;
    changes = new Map();
    if (some.size > 0) yield some;
  }
}

/** Folders of tools, and what the generator builds. */
const isForeign = (path: string, site: Checked | undefined): boolean =>
  path.split(sep).some((part) => part === "node_modules" || /^\.[^.]/.test(part)) ||
  (site?.output !== undefined && `${path}/`.replaceAll("\\", "/").startsWith(`${site.output}/`));
