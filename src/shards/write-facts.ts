import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { DocumentFacts } from "#engine/index";
import { factsFormat, type FactsEnd, type FactsHead, type SharedRun } from "./facts-file.ts";
import type { Shard } from "./shard.ts";

/** What one shard read. */
export interface ShardFacts {
  readonly shard: Shard;
  readonly run: SharedRun;
  /** Sorted by path. */
  readonly documents: Iterable<DocumentFacts>;
  /** How many of them came from a cache. */
  readonly cached: number;
}

/** The bytes of a facts file, a piece at a time. */
export function factsBytes(facts: ShardFacts, compressed: boolean): AsyncIterable<Uint8Array> {
  const plain = Readable.from(pieces(facts));
  // The compressor ends when its source does; making the lines can't fail half-way.
  return compressed ? plain.pipe(createGzip({ level: 4 })) : plain;
}

function* pieces({ shard, run, documents, cached }: ShardFacts): Iterable<Uint8Array> {
  const hash = createHash("sha256");
  let count = 0;
  const hashed = (lines: string) => {
    const bytes = Buffer.from(lines);
    hash.update(bytes);
    return bytes;
  };
  const head: FactsHead = { standfirst: "facts", format: factsFormat, shard, run };
  yield hashed(`${JSON.stringify(head)}\n`);
  for (const { reading, facts } of documents) {
    yield hashed(`${JSON.stringify({ reading })}\n${JSON.stringify({ path: reading.path, facts })}\n`);
    count++;
  }
  const end: FactsEnd = { end: { documents: count, cached, sha256: hash.digest("hex") } };
  yield Buffer.from(`${JSON.stringify(end)}\n`);
}

/** Names the documents of a run, whatever order they come in. */
export function hashOfPaths(paths: readonly string[]): string {
  const sorted = paths.map((path) => path.normalize("NFC")).toSorted();
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}
