import type { Document } from "#model/document";
import { decode, type TooLarge } from "./decode.ts";
import type { Input } from "./find-inputs.ts";
import { readBytes } from "./read-bytes.ts";

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
  readonly #stdin: Uint8Array | TooLarge | undefined;
  readonly #kept = new Map<string, Document>();
  readonly #replaced = new Map<string, { readonly document: Document; readonly before: string }>();

  constructor(inputs: readonly Input[], stdin: Uint8Array | TooLarge | undefined) {
    this.#inputs = new Map(inputs.map((input) => [input.path, input]));
    this.#stdin = stdin;
    this.paths = [...this.#inputs.keys()];
  }

  /** A document by its path; undefined when there is none, or its file is gone or can't be read. */
  document(path: string): Document | undefined {
    const kept = this.#replaced.get(path)?.document ?? this.#kept.get(path);
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

  /** A document that is not as its file is: standard input, or one that was replaced. */
  inMemory(path: string): Document | undefined {
    const replaced = this.#replaced.get(path)?.document;
    return replaced ?? (this.#inputs.get(path)?.file === undefined ? this.document(path) : undefined);
  }

  /** Whether a document can be written back without a change of encoding. */
  isWritable(path: string): boolean {
    if (this.#replaced.has(path)) return true;
    const bytes = this.#bytes(path);
    const document = this.document(path);
    return bytes instanceof Uint8Array && document !== undefined && Buffer.from(textWithMark(document)).equals(bytes);
  }

  /** Puts a changed document in the place of the one that was read. */
  replace(document: Document): void {
    const before = this.#replaced.get(document.path)?.before ?? textWithMark(this.document(document.path));
    this.#replaced.set(document.path, { document, before });
  }

  /** The documents that were replaced, with their files and their texts before. */
  changed() {
    return [...this.#replaced.values()].map(({ document, before }) => ({
      document,
      before,
      file: this.#inputs.get(document.path)?.file,
    }));
  }

  #bytes(path: string): Uint8Array | TooLarge | undefined {
    const input = this.#inputs.get(path);
    if (input === undefined) return undefined;
    if (input.file === undefined) return this.#stdin;
    try {
      return readBytes(input.file);
    } catch {
      return undefined;
    }
  }
}

/** A document's text as it stands in its file, byte order mark included. */
const textWithMark = (document: Document | undefined): string =>
  document === undefined ? "" : `${document.bom ? "\ufeff" : ""}${document.text}`;
