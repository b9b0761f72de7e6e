import { readFileSync } from "node:fs";
import type { Document } from "#model/document";
import { decode } from "./decode.ts";
import type { Input } from "./find-inputs.ts";

/** How many decoded documents are kept: neighbours in a report are asked for together. */
const mostKept = 32;

/**
 * The documents of a run. Their texts are read when they are asked for, and only a few are kept, so that a site of any
 * size fits into memory.
 */
export class DocumentStore {
  /** Paths of all documents, sorted, as reports name them. */
  readonly paths: readonly string[];
  readonly #inputs: ReadonlyMap<string, Input>;
  readonly #stdin: Uint8Array | undefined;
  readonly #kept = new Map<string, Document>();

  constructor(inputs: readonly Input[], stdin: Uint8Array | undefined) {
    this.#inputs = new Map(inputs.map((input) => [input.path, input]));
    this.#stdin = stdin;
    this.paths = [...this.#inputs.keys()];
  }

  /** A document by its path; undefined when there is none, or its file is gone or can't be read. */
  document(path: string): Document | undefined {
    const kept = this.#kept.get(path);
    if (kept !== undefined) return kept;
    const bytes = this.#bytes(path);
    if (bytes === undefined) return undefined;
    const document = decode(bytes, path);
    this.#kept.set(path, document);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(oldest);
    }
    return document;
  }

  #bytes(path: string): Uint8Array | undefined {
    const input = this.#inputs.get(path);
    if (input === undefined) return undefined;
    if (input.file === undefined) return this.#stdin;
    try {
      return readFileSync(input.file);
    } catch {
      return undefined;
    }
  }
}
