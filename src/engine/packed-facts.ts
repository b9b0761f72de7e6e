import type { DocumentFacts } from "./extract.ts";

const newline = 10;
/** Bytes that are set aside at a time. */
const chunkSize = 1 << 20;

/** Where the facts of a document are: the chunk, and the bytes of it. */
interface Stored {
  readonly chunk: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/**
 * Facts of many documents in little memory: the bytes of their JSON, one line a fact, in large pieces that the garbage
 * collector has no need to walk through. Every look parses one line anew.
 */
export class PackedFacts {
  readonly #keys: readonly string[];
  readonly #byPath = new Map<string, Stored>();
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  #chunk = new Uint8Array(chunkSize);
  #used = 0;

  constructor(keys: readonly string[]) {
    this.#keys = keys;
  }

  add(path: string, facts: DocumentFacts["facts"]): void {
    // JSON has no line ends in its texts.
    const text = this.#keys.map((key) => JSON.stringify(facts[key] ?? [])).join("\n");
    this.#byPath.set(
      path,
      this.#store(text) ?? this.#store(text, new Uint8Array(Math.max(chunkSize, text.length * 3))) ?? none,
    );
  }

  /** The values of a fact, one for each entry of the document. */
  values(path: string, key: string): readonly unknown[] | undefined {
    const stored = this.#byPath.get(path);
    const line = this.#keys.indexOf(key);
    if (stored === undefined || line < 0) return undefined;
    const bytes = stored.chunk.subarray(stored.start, stored.end);
    let start = 0;
    for (let passed = 0; passed < line; passed++) start = bytes.indexOf(newline, start) + 1;
    const end = bytes.indexOf(newline, start);
    return JSON.parse(this.#decoder.decode(bytes.subarray(start, end < 0 ? undefined : end))) as unknown[];
  }

  /** Puts a text behind the last one, or at the start of a new chunk; undefined where the room does not do. */
  #store(text: string, fresh?: Uint8Array<ArrayBuffer>): Stored | undefined {
    if (fresh !== undefined) [this.#chunk, this.#used] = [fresh, 0];
    const start = this.#used;
    const { read, written } = this.#encoder.encodeInto(text, this.#chunk.subarray(start));
    if (read < text.length) return undefined;
    this.#used = start + written;
    return { chunk: this.#chunk, start, end: this.#used };
  }
}

const none: Stored = { chunk: new Uint8Array(0), start: 0, end: 0 };
