import type { DocumentFacts } from "#engine/index";
import type { DocumentReading } from "#model/corpus";
import type { ExtractedDocument } from "./index.ts";

/** With more documents than this their facts are kept as bytes until they are judged: a fifth of the memory, for some time. */
const mostKeptWhole = 2000;

/** What was extracted of all documents of a run, until it is judged. */
export class KeptDocuments implements Iterable<DocumentFacts> {
  readonly readings: DocumentReading[] = [];
  /** How many documents came from a cache. */
  cached = 0;
  readonly #facts: (DocumentFacts["facts"] | Uint8Array)[] = [];
  readonly #isPacked: boolean;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  /** @param expected how many documents there will be */
  constructor(expected: number) {
    this.#isPacked = expected > mostKeptWhole;
  }

  add({ reading, facts, isCached }: ExtractedDocument): void {
    this.readings.push(reading);
    this.#facts.push(this.#isPacked ? this.#encoder.encode(JSON.stringify(facts)) : facts);
    if (isCached) this.cached++;
  }

  *[Symbol.iterator](): Iterator<DocumentFacts> {
    for (const [index, reading] of this.readings.entries()) {
      const facts = this.#facts[index] ?? {};
      yield { reading, facts: facts instanceof Uint8Array ? this.#parse(facts) : facts };
    }
  }

  #parse(bytes: Uint8Array): DocumentFacts["facts"] {
    return JSON.parse(this.#decoder.decode(bytes)) as DocumentFacts["facts"];
  }
}
