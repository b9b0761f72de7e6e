import { createHash } from "node:crypto";
import { pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { DocumentFacts } from "#engine/index";
import { factsFormat, type FactsEnd, type FactsHead, type SharedRun } from "./facts-file.ts";
import type { Shard } from "./shard.ts";

/** What one shard read. */
export interface ShardFacts {
  readonly shard: Shard;
  readonly run: SharedRun;
  /** Sorted by path. */
  readonly documents: AsyncIterable<DocumentFacts & { readonly isCached: boolean }>;
}

/** The bytes of a facts file, a piece at a time. Nothing is read before the first is asked for, nor behind the last. */
export async function* factsBytes(facts: ShardFacts, compressed: boolean): AsyncGenerator<Uint8Array> {
  if (!compressed) return yield* pieces(facts);
  const packed = createGzip({ level: 4 });
  // Whichever ends early ends the other: a document that can't be read, a full disk. Whoever takes the bytes is told why.
  pipeline(Readable.from(pieces(facts)), packed, () => undefined);
  return yield* packed as AsyncIterable<Uint8Array>;
}

async function* pieces({ shard, run, documents }: ShardFacts): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let count = 0;
  let cached = 0;
  const hashed = (lines: string) => {
    const bytes = Buffer.from(lines);
    hash.update(bytes);
    return bytes;
  };
  const head: FactsHead = { standfirst: "facts", format: factsFormat, shard, run };
  yield hashed(`${JSON.stringify(head)}\n`);
  for await (const { reading, facts, isCached } of documents) {
    yield hashed(`${JSON.stringify({ reading })}\n${JSON.stringify({ path: reading.path, facts })}\n`);
    count++;
    if (isCached) cached++;
  }
  const end: FactsEnd = { end: { documents: count, cached, sha256: hash.digest("hex") } };
  yield Buffer.from(`${JSON.stringify(end)}\n`);
}

/** Names the documents of a run, whatever order they come in. */
export function hashOfPaths(paths: readonly string[]): string {
  const sorted = paths.map((path) => path.normalize("NFC")).toSorted();
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}
