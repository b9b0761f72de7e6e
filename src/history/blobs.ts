import { spawn } from "node:child_process";
import { Readable } from "node:stream";
import { safely } from "./git.ts";

/** Largest version that is read, in bytes; a long post has a tenth of it. */
const largest = 1 << 20;

/**
 * Reads blobs of a repository, by one process, in the order in which they are asked for. Those that are not there or
 * are too large are undefined. No filter of the repository is run on them.
 *
 * @param root absolute path of a folder in the repository
 * @param ids full object names
 */
export async function* readBlobs(
  root: string,
  ids: readonly string[],
): AsyncGenerator<Uint8Array | undefined, undefined> {
  if (ids.length === 0) return undefined;
  const child = spawn("git", [...safely, "cat-file", "--batch"], { cwd: root, stdio: ["pipe", "pipe", "ignore"] });
  // Where git ends early, reading comes to its end, and the rest is undefined.
  child.on("error", () => undefined);
  child.stdin.on("error", () => undefined);
  Readable.from(ids.map((id) => `${id}\n`)).pipe(child.stdin);
  const input = new ByteReader(child.stdout);
  try {
    for (let index = 0; index < ids.length; index++) {
      const size = /^\S+ blob (\d+)$/.exec((await input.line()) ?? "")?.[1];
      yield size === undefined ? undefined : await input.content(Number(size));
    }
  } finally {
    child.kill();
  }
  return undefined;
}

/** Takes lines and stretches of known length from a stream. */
class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** The next line; undefined at the end. */
  async line(): Promise<string | undefined> {
    for (let end = this.#rest.indexOf(10); ; end = this.#rest.indexOf(10)) {
      if (end >= 0) {
        const line = this.#rest.toString("latin1", 0, end);
        this.#rest = this.#rest.subarray(end + 1);
        return line;
      }
      const more = await this.#next();
      if (more === undefined) return undefined;
      this.#rest = Buffer.concat([this.#rest, more]);
    }
  }

  /** So many bytes, and the line end behind them. Undefined where they are too many to keep, or not all there. */
  async content(size: number): Promise<Uint8Array | undefined> {
    const kept: Buffer[] = [];
    let left = size + 1;
    while (left > 0) {
      if (this.#rest.length === 0) {
        const more = await this.#next();
        if (more === undefined) return undefined;
        this.#rest = more;
      }
      const part = this.#rest.subarray(0, left);
      if (size <= largest) kept.push(part);
      this.#rest = this.#rest.subarray(part.length);
      left -= part.length;
    }
    return size <= largest ? Buffer.concat(kept).subarray(0, size) : undefined;
  }

  async #next(): Promise<Buffer | undefined> {
    const { done, value } = await this.#chunks.next();
    return done === true ? undefined : value;
  }
}
