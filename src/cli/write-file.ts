import { randomBytes } from "node:crypto";
import { chmod, mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";

/** A file that can't be written. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/**
 * Writes a file, given at once or piece by piece, whole or not at all; folders above it are made. A file that exists
 * keeps its mode, a link its target.
 */
export async function writeFileAtomically(name: string, text: string | AsyncIterable<Uint8Array>): Promise<void> {
  const file = await realpath(name).catch(() => name);
  const temporary = `${file}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const mode = (await stat(file).catch(() => undefined))?.mode;
    await writeFile(temporary, text);
    if (mode !== undefined) await chmod(temporary, mode);
    await rename(temporary, file);
  } catch (error) {
    // Where the folder itself is missing there is nothing to take away.
    await rm(temporary, { force: true }).catch(() => undefined);
    // What made the pieces may fail too, and knows better what to say.
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new OutputError(`${name} can't be written: ${reasonOf(error)}`);
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
