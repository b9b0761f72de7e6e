import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** Bytes that a line may have at most: above it the file is none of ours, or made to fill the memory. */
const longestLine = 256 * 1024 * 1024;

/** A line without its line feed; `whole` is false for a last line that has none. */
export interface Line {
  readonly bytes: Buffer;
  readonly whole: boolean;
}

/**
 * The lines of a file, one at a time; a compressed file is opened up, whatever its name.
 *
 * Lines end with a line feed and with nothing else: JSON has U+2028 in its texts as it is.
 *
 * @throws what the file system or the decompressor says
 */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  const source = createReadStream(file, { highWaterMark: 256 * 1024 });
  try {
    yield* split((await isCompressed(file)) ? opened(source) : source);
  } finally {
    source.destroy();
  }
}

async function* split(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let pending: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield { bytes: Buffer.concat([...pending, chunk.subarray(from, at)]), whole: true };
      pending = [];
      length = 0;
      from = at + 1;
    }
    if (from === chunk.length) continue;
    pending.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > longestLine) throw new Error(`a line has more than ${longestLine} bytes`);
  }
  if (length > 0) yield { bytes: Buffer.concat(pending), whole: false };
}

function opened(source: Readable): Readable {
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
}

async function isCompressed(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}
