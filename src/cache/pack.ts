import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

/** What a file system says of a file; a hint that its bytes are the same. */
export interface FileStamp {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, with fractions. */
  readonly modified: number;
}

/** What the facts of one document were made from. */
export interface Origin {
  readonly stamp: FileStamp;
  /** Hash of the document's bytes. */
  readonly hash: string;
  /** What else the facts depend on: the options of the readers. */
  readonly key: string;
  /** Day on which the facts were last of use, counted from 1970. */
  readonly seen: number;
}

/** The facts of one document, as JSON: of those that a run does not ask for nothing is made. */
export interface Cached {
  readonly origin: Origin;
  readonly facts: Uint8Array;
}

/** By the path of the document. */
export type Pack = Map<string, Cached>;

/** What the name of a pack's file ends with. */
export const extension = ".ndjson.br";

/** A pack is never larger, in bytes: what is was not written by this code. */
const mostBytes = 1 << 29;
const newline = 10;

/** The bytes of a pack: two lines of JSON for each document, path with origin and facts, compressed. */
export function encodePack(pack: Iterable<readonly [string, Cached]>): Uint8Array {
  const lines = Array.from(pack, ([file, { origin, facts }]) => [
    Buffer.from(`${JSON.stringify({ file, ...origin })}\n`),
    facts,
    Buffer.of(newline),
  ]);
  // The lowest levels take no longer than making the JSON does, and a third of the room is left.
  return brotliCompressSync(Buffer.concat(lines.flat()), { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } });
}

/**
 * Reads the bytes of a pack.
 *
 * @throws Error when they are none, or were cut off
 */
export function decodePack(compressed: Uint8Array): Pack {
  const bytes = brotliDecompressSync(compressed, { maxOutputLength: mostBytes });
  const pack: Pack = new Map();
  for (let at = 0; at < bytes.length;) {
    const behindOrigin = bytes.indexOf(newline, at);
    const behindFacts = bytes.indexOf(newline, behindOrigin + 1);
    if (behindOrigin < 0 || behindFacts < 0) throw new Error("a line is missing");
    const { file, ...origin } = JSON.parse(bytes.toString("utf8", at, behindOrigin)) as Origin & { file: string };
    if (typeof file !== "string" || typeof origin.hash !== "string") throw new Error("a line is of no known kind");
    pack.set(file, { origin, facts: bytes.subarray(behindOrigin + 1, behindFacts) });
    at = behindFacts + 1;
  }
  return pack;
}
