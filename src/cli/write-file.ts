import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** A file that can't be written. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/** Writes a file whole or not at all; folders above it are made. */
export async function writeFileAtomically(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(temporary, text);
    await rename(temporary, file);
  } catch (error) {
    // Where the folder itself is missing there is nothing to take away.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new OutputError(`${file} can't be written: ${reasonOf(error)}`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied.",
  EPERM: "not permitted.",
  EROFS: "the file system is read-only.",
  EISDIR: "it is a folder; name a file.",
  ENOTDIR: "a part of its path is a file, not a folder.",
  ENOSPC: "the disk is full.",
  EEXIST: "a part of its path is a file, not a folder.",
};

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
