import type { DocumentReading } from "#model/corpus";
import { withSharedFields } from "#model/meta";
import type { SharedRun } from "./facts-file.ts";
import { readFacts, type FactsFile } from "./read-facts.ts";
import { isInShard, shardName, ShardError } from "./shard.ts";
import { hashOfPaths } from "./write-facts.ts";

/** All shards of a run. */
export interface ShardSet {
  readonly files: readonly FactsFile[];
  readonly run: SharedRun;
}

/**
 * Holds facts files against each other: all shards of one run, each once.
 *
 * @returns the files in the order of their shards, and what they agree on
 * @throws ShardError that names the shard and the file that is missing, doubled or of another run
 */
export function checkSet(files: readonly FactsFile[]): ShardSet {
  const sorted = files.toSorted((a, b) => a.shard.index - b.shard.index);
  const [first, ...others] = sorted;
  if (first === undefined) throw new ShardError("There are no facts files to merge.");
  for (const other of others) {
    if (other.shard.count !== first.shard.count) {
      throw new ShardError(`${both(first, other)} are of runs with different numbers of shards.`);
    }
  }
  sorted.forEach((file, index) => {
    const next = sorted[index + 1];
    if (next?.shard.index === file.shard.index) {
      throw new ShardError(`Shard ${shardName(file.shard)} is there twice: ${file.name} and ${next.name}.`);
    }
  });
  const there = new Set(sorted.map(({ shard }) => shard.index));
  const missing = Array.from({ length: first.shard.count }, (_, index) => index + 1).filter(
    (index) => !there.has(index),
  );
  if (missing.length > 0) throw new ShardError(missingMessage(missing, first.shard.count));
  for (const other of others) {
    const difference = differenceOf(first.run, other.run);
    if (difference !== undefined) throw new ShardError(`${both(first, other)} are not of one run: ${difference}.`);
  }
  return { files: sorted, run: first.run };
}

const both = (a: FactsFile, b: FactsFile) =>
  `Shard ${shardName(a.shard)} (${a.name}) and shard ${shardName(b.shard)} (${b.name})`;

/** Most missing shards that a message names. */
const mostNamed = 10;

function missingMessage(missing: readonly number[], count: number): string {
  const named = missing.slice(0, mostNamed).map((index) => shardName({ index, count }));
  const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : "";
  const [noun, verb] = missing.length === 1 ? ["Shard", "is"] : ["Shards", "are"];
  return `${noun} ${named.join(", ")}${more} ${verb} missing; merge needs the facts of every shard.`;
}

/** What two shards of one run can't disagree on, in words. */
const agreements: readonly (readonly [keyof SharedRun, string])[] = [
  ["config", "their configs or rules differ"],
  ["extraction", "their reading options or rules differ"],
  ["documents", "they saw different files"],
  ["skipped", "they left out different files"],
  ["site", "they saw different site configs or files"],
  ["selected", "they were asked for findings in different files"],
  ["root", "they were run from different folders"],
];

const differenceOf = (a: SharedRun, b: SharedRun): string | undefined =>
  agreements.find(([key]) => JSON.stringify(a[key]) !== JSON.stringify(b[key]))?.[1];

/** What all shards read. */
export interface ShardReadings {
  /** Sorted by path. */
  readonly readings: readonly DocumentReading[];
  readonly cached: number;
}

/**
 * Reads what the shards of a run read, without the facts, and checks that every document is there once.
 *
 * @throws ShardError when a file is cut off or corrupt, or has other documents than its shard
 */
export async function readSet({ files, run }: ShardSet): Promise<ShardReadings> {
  const readings: DocumentReading[] = [];
  let cached = 0;
  for (const file of files) {
    let last: string | undefined;
    for await (const line of readFacts(file, ["reading", "end"])) {
      if ("end" in line) cached += line.end.cached;
      else if ("reading" in line) {
        const { path } = line.reading;
        if (!isInShard(path, file.shard) || (last !== undefined && path <= last)) throw misplaced(file, path);
        readings.push(compact(line.reading));
        last = path;
      }
    }
  }
  const paths = readings.map(({ path }) => path);
  if (paths.length !== run.documents.count || hashOfPaths(paths) !== run.documents.hash) {
    throw new ShardError(
      `The shards hold ${paths.length} documents, and the run has ${run.documents.count} that are not the same. Run all shards again.`,
    );
  }
  return { readings: readings.toSorted((a, b) => (a.path < b.path ? -1 : 1)), cached };
}

/** A reading whose parts are kept once: of a large site most memory goes to what is read. */
const compact = (reading: DocumentReading): DocumentReading => ({
  ...reading,
  entries: reading.entries.map((entry) => ({ ...withSharedFields(entry), path: reading.path })),
});

const misplaced = ({ shard, name }: FactsFile, path: string) =>
  new ShardError(`Shard ${shardName(shard)} (${name}) is corrupt: it has ${path} where that does not belong.`);
