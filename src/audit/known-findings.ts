import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { BaselineError, baselineName, readBaseline, type PlacedEntry } from "#baseline/baseline-file";
import { leavesRepository, pathFrom } from "#config/index";
import { readBytes } from "#sources/read-bytes";
import type { AuditRequest, Prepared } from "./preparation.ts";

/** The baseline of a run, and what matching needs beside it. */
export interface KnownFindings {
  readonly entries: readonly PlacedEntry[];
  /** Path of the file, relative to the root of the run. */
  readonly file: string;
  readonly text: string;
  /** Whether a document is no longer there. */
  isGone(path: string): boolean;
}

/** Where the baseline is: as the command line or the config says, else beside the config. An absolute path. */
export function baselineFile(
  { cwd, baseline }: Pick<AuditRequest, "cwd" | "baseline">,
  { config, root }: Pick<Prepared, "config" | "root">,
): string {
  if (baseline.file !== undefined) return resolve(cwd, baseline.file);
  return config.value.baseline === undefined
    ? join(root, baselineName)
    : resolve(config.directory, config.value.baseline);
}

/**
 * Reads the baseline of a run. Without one that was named, a missing file means that nothing is known.
 *
 * @param mayBeMissing takes a missing file that was named for an empty one: it is about to be made
 * @throws BaselineError when it can't be read, or a named one is missing
 */
export function knownFindings(
  request: Pick<AuditRequest, "cwd" | "baseline">,
  prepared: Pick<Prepared, "config" | "root">,
  mayBeMissing = false,
): KnownFindings | undefined {
  if (request.baseline.off) return undefined;
  const path = baselineFile(request, prepared);
  const name = pathFrom(prepared.root, path);
  if (!existsSync(path)) {
    const isNamed = request.baseline.file !== undefined || prepared.config.value.baseline !== undefined;
    if (isNamed && !mayBeMissing)
      throw new BaselineError(`There is no baseline ${name}; make it with \`standfirst baseline create\`.`);
    return undefined;
  }
  // A file that the command line names may be anywhere.
  const home = request.baseline.file === undefined ? prepared.root : dirname(path);
  const text = readText(path, name, home);
  const { entries } = readBaseline(text, name);
  return { entries, file: name, text, isGone: (document) => !existsSync(join(prepared.root, document)) };
}

/** Reads the file, unless it is none of the repository's: what is wrong with it would be quoted. */
function readText(path: string, name: string, home: string): string {
  if (leavesRepository(path, home)) throw new BaselineError(`The baseline ${name} leads out of the repository.`);
  const bytes = bytesOf(path, name);
  if (!(bytes instanceof Uint8Array)) throw new BaselineError(`The baseline ${name} is too large to be one.`);
  return new TextDecoder().decode(bytes);
}

function bytesOf(path: string, name: string) {
  try {
    return readBytes(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BaselineError(`The baseline ${name} can't be read: ${code === "EISDIR" ? "it is a folder" : code}.`);
  }
}
