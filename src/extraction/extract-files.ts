import { createHash } from "node:crypto";
import type { DocumentFacts } from "#engine/index";
import type { Stopwatch } from "#model/timing";
import type { Fact } from "#rule-kit/define-fact";
import { decode, type TooLarge } from "#sources/decode";
import type { Input } from "#sources/find-inputs";
import { readBytes } from "#sources/read-bytes";
import { extractDocument, type ExtractionJob } from "./extract-document.ts";

/** A file's facts, with the hash of the bytes that they were made from; or why it could not be read. */
export type ExtractedFile =
  | { readonly path: string; readonly hash: string; readonly facts: DocumentFacts }
  | { readonly path: string; readonly unreadable: string };

/**
 * Reads files and computes their facts, one after the other.
 *
 * @throws Error that names the file on which the code that reads it or makes a fact of it crashed: a defect, and nothing
 * that a user could mend
 */
export async function extractFiles(
  files: readonly Input[],
  job: ExtractionJob,
  facts: readonly Fact[],
  timing?: Stopwatch,
): Promise<ExtractedFile[]> {
  const extracted: ExtractedFile[] = [];
  for (const { path, file } of files) {
    if (file === undefined) continue;
    const bytes = bytesOf(file);
    if (typeof bytes === "string") extracted.push({ path, unreadable: bytes });
    else extracted.push({ path, hash: hashOf(bytes), facts: await factsOf(decode(bytes, path), job, facts, timing) });
  }
  return extracted;
}

/** The bytes of a file, or why they can't be had. */
function bytesOf(file: string): Uint8Array | TooLarge | string {
  try {
    return readBytes(file);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function factsOf(...[document, ...rest]: Parameters<typeof extractDocument>): Promise<DocumentFacts> {
  try {
    return await extractDocument(document, ...rest);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`reading ${document.path}: ${reason}`, { cause: error });
  }
}

/** What the cache calls the same bytes. Of a file that is too large nothing counts but its size. */
export const hashOf = (bytes: Uint8Array | TooLarge): string =>
  bytes instanceof Uint8Array
    ? createHash("sha256").update(bytes).digest("base64url").slice(0, 22)
    : `too-large-${bytes.size}`;
