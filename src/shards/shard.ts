import { createHash } from "node:crypto";

/** One part of a run that several machines share. */
export interface Shard {
  /** Counted from 1. */
  readonly index: number;
  /** How many parts there are. */
  readonly count: number;
}

/** A shard that can't be made out, or facts that don't fit together. The message is for people. */
export class ShardError extends Error {
  override readonly name = "ShardError";
}

/** More parts than this are taken for a slip: each of them would list all files of the site. */
const mostShards = 10_000;

/** A shard as users write it: "3/8". */
export const shardName = ({ index, count }: Shard): string => `${index}/${count}`;

/** Reads a shard such as "3/8"; undefined where the text is none. */
export function parseShard(text: string): Shard | undefined {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  return index === undefined || count === undefined ? undefined : shardOf(Number(index), Number(count));
}

/** A shard by its numbers; undefined where there is none of them. */
export const shardOf = (index: number, count: number): Shard | undefined =>
  Number.isInteger(index) && Number.isInteger(count) && index >= 1 && index <= count && count <= mostShards
    ? { index, count }
    : undefined;

/**
 * Whether a document belongs to a shard. It depends on its path alone, so every machine comes to the same answer, and a
 * new post moves no other one.
 *
 * @param path POSIX, relative to the root of the run
 */
export const isInShard = (path: string, { index, count }: Shard): boolean =>
  createHash("sha256").update(path.normalize("NFC")).digest().readUInt32BE(0) % count === index - 1;
