import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { largestDocument, type TooLarge } from "./decode.ts";

/** Reads a file, unless it is larger than any document that is decoded: then it says so, and no byte is read. */
export function readBytes(file: string, limit = largestDocument): Uint8Array | TooLarge {
  const handle = openSync(file, "r");
  try {
    const { size } = fstatSync(handle);
    return size > limit ? { size, limit } : readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}
