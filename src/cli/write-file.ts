import { randomBytes } from "node:crypto";
import { chmod, mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { OutputError } from "./output-error.ts";

/**
 * Writes a file, given at once or piece by piece, whole or not at all; folders above it are made. A file that exists
 * keeps its mode, a link its target. What is no regular file (`/dev/stdout`, a named pipe) is written as it stands: another
 * file in its place would not be it.
 */
export async function writeFileAtomically(name: string, text: string | AsyncIterable<Uint8Array>): Promise<void> {
  const there = await stat(name).catch(() => undefined);
  if (there !== undefined && !there.isFile() && !there.isDirectory()) return writeThrough(name, text);
  const file = await realpath(name).catch(() => name);
  const temporary = `${file}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(temporary, text);
    if (there !== undefined) await chmod(temporary, there.mode);
    await rename(temporary, file);
  } catch (error) {
    // Where the folder itself is missing there is nothing to take away.
    await rm(temporary, { force: true }).catch(() => undefined);
    // What made the pieces may fail too, and knows better what to say.
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new OutputError(name, error);
  }
}

async function writeThrough(name: string, text: string | AsyncIterable<Uint8Array>): Promise<void> {
  try {
    await writeFile(name, text);
  } catch (error) {
    throw error instanceof Error && "code" in error ? new OutputError(name, error) : error;
  }
}
