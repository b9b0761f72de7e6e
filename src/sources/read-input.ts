import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import type { Document } from "#model/document";
import { decode } from "./decode.ts";

/** Largest file that is read, in bytes: an index of 100,000 posts has about 60 MB. */
export const largestFile = 64 * 1024 * 1024;

/**
 * Reads a file and decodes it. A file above the limit becomes a document without text that says so.
 *
 * @param file absolute path
 * @param path what the document is called in reports
 * @throws the error of the file system when the file can't be read
 */
export function readInput(file: string, path: string, limit = largestFile): Document {
  const handle = openSync(file, "r");
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile()) return decodeUpTo(limit, readStream(handle, limit), path);
    return stats.size > limit ? tooLarge(path, stats.size, limit) : decode(readFileSync(handle), path);
  } finally {
    closeSync(handle);
  }
}

/** Decodes bytes that came from a stream, of which at most one byte above the limit was read. */
export const decodeUpTo = (limit: number, bytes: Uint8Array, path: string): Document =>
  bytes.length > limit ? tooLarge(path, bytes.length, limit) : decode(bytes, path);

const tooLarge = (path: string, size: number, limit: number): Document => ({
  path,
  text: "",
  bom: false,
  tooLarge: { size, limit },
});

/** Reads a pipe or a device, which may have no end, to one byte above the limit. */
function readStream(handle: number, limit: number): Buffer {
  const chunks: Buffer[] = [];
  let left = limit + 1;
  while (left > 0) {
    const chunk = Buffer.alloc(Math.min(left, 65_536));
    const count = readSync(handle, chunk);
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
    left -= count;
  }
  return Buffer.concat(chunks);
}
