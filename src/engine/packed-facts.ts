import type { DocumentFacts } from "./extract.ts";

const newline = 10;

/**
 * Facts of many documents in little memory: the bytes of their JSON, one line a fact, which the garbage collector has
 * no need to walk through. Every look parses one line anew.
 */
export class PackedFacts {
  readonly #keys: readonly string[];
  readonly #byPath = new Map<string, Uint8Array>();
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  constructor(keys: readonly string[]) {
    this.#keys = keys;
  }

  add(path: string, facts: DocumentFacts["facts"]): void {
    // JSON has no line ends in its texts.
    this.#byPath.set(path, this.#encoder.encode(this.#keys.map((key) => JSON.stringify(facts[key] ?? [])).join("\n")));
  }

  /** The values of a fact, one for each entry of the document. */
  values(path: string, key: string): readonly unknown[] | undefined {
    const bytes = this.#byPath.get(path);
    const line = this.#keys.indexOf(key);
    if (bytes === undefined || line < 0) return undefined;
    let start = 0;
    for (let passed = 0; passed < line; passed++) start = bytes.indexOf(newline, start) + 1;
    const end = bytes.indexOf(newline, start);
    return JSON.parse(this.#decoder.decode(bytes.subarray(start, end < 0 ? undefined : end))) as unknown[];
  }
}
