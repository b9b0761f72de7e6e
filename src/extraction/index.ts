import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import type { FactCache, FileStamp } from "#cache/fact-cache";
import type { Timing } from "#model/timing";
import type { Document } from "#model/document";
import { factKey, type DocumentFacts } from "#engine/index";
import type { Fact } from "#rule-kit/define-fact";
import { InputError, type Input } from "#sources/find-inputs";
import { readBytes } from "#sources/read-bytes";
import { extractDocument, type ExtractionJob } from "./extract-document.ts";
import { hashOf } from "./extract-files.ts";
import { ExtractionThreads } from "./threads.ts";

export { extractDocument, type ExtractionJob } from "./extract-document.ts";
export { KeptDocuments } from "./kept-documents.ts";
export { planOf } from "./plan.ts";

/** What extraction needs beside the inputs. */
export interface ExtractionTools {
  readonly facts: readonly Fact[];
  readonly cache?: FactCache<DocumentFacts> | undefined;
  /** Most threads; undefined for as many as pay. */
  readonly concurrency?: number | undefined;
  /** A document that is not read from its file: standard input, or one that was changed. */
  inMemory(path: string): Document | undefined;
  /** Told how many of the inputs are done. */
  onProgress(done: number, all: number): void;
  readonly timing?: Timing | undefined;
}

/** Documents that are in memory at once where their facts are passed on. */
const windowSize = 512;

/**
 * Extracts the facts of inputs, in their order: from the cache what it has, the rest on one thread or several. What was
 * passed on is not kept.
 *
 * @throws InputError when a file can't be read
 */
export async function* extractInputs(
  inputs: readonly Input[],
  job: ExtractionJob,
  tools: ExtractionTools,
): AsyncGenerator<ExtractedDocument> {
  const { facts, concurrency, timing, cache } = tools;
  const threads = new ExtractionThreads(job, { facts, concurrency, timing });
  const keys = { read: keyOf(job), wanted: facts.map(factKey) };
  let cached = 0;
  try {
    for (let from = 0; from < inputs.length; from += windowSize) {
      const window = inputs.slice(from, from + windowSize);
      const progress = (done: number) => tools.onProgress(from + done, inputs.length);
      for (const document of await extractWindow(window, job, tools, keys, threads, progress)) {
        if (document.isCached) cached++;
        yield document;
      }
      progress(window.length);
    }
  } finally {
    await threads.stop();
  }
  if (cache !== undefined) timing?.cached(cached, inputs.length);
  cache?.save();
}

/** The facts of one document, and whether they came from the cache. */
export interface ExtractedDocument extends DocumentFacts {
  readonly isCached: boolean;
}

/** What the facts of a document must have been made with to be of use. */
interface Keys {
  readonly read: string;
  readonly wanted: readonly string[];
}

async function extractWindow(
  inputs: readonly Input[],
  job: ExtractionJob,
  tools: ExtractionTools,
  { read: key, wanted }: Keys,
  threads: ExtractionThreads,
  onProgress: (done: number) => void,
): Promise<ExtractedDocument[]> {
  const known = new Map<string, ExtractedDocument>();
  const missing: Input[] = [];
  const stamps = new Map<string, FileStamp>();
  for (const input of inputs) {
    const facts = fromCache(input, key, stamps, tools);
    const document = facts === undefined ? await extractInMemory(input, job, tools) : undefined;
    if (facts !== undefined && hasAll(facts, wanted)) known.set(input.path, { ...facts, isCached: true });
    else if (document !== undefined) known.set(input.path, { ...document, isCached: false });
    else missing.push(input);
  }
  for (const one of await threads.extract(missing, (done) => onProgress(known.size + done))) {
    if ("unreadable" in one) throw new InputError(unreadable(one.path, one.unreadable));
    known.set(one.path, { ...one.facts, isCached: false });
    const stamp = stamps.get(one.path);
    if (stamp !== undefined) tools.cache?.put(one.path, { stamp, hash: one.hash, key, facts: one.facts });
  }
  return inputs.flatMap(({ path }) => known.get(path) ?? []);
}

async function extractInMemory({ path }: Input, job: ExtractionJob, { facts, timing, inMemory }: ExtractionTools) {
  const document = inMemory(path);
  return document === undefined ? undefined : extractDocument(document, job, facts, timing);
}

/** The stamp is a hint; where it differs, the hash of the bytes decides. */
function fromCache({ path, file }: Input, key: string, stamps: Map<string, FileStamp>, tools: ExtractionTools) {
  const { cache } = tools;
  if (cache === undefined || file === undefined || tools.inMemory(path) !== undefined) return undefined;
  try {
    const { size, mtimeMs: modified } = statSync(file);
    const stamp = { size, modified };
    stamps.set(path, stamp);
    return (
      cache.byStamp(path, stamp, key) ??
      (cache.knows(path, key) ? cache.byHash(path, hashOf(readBytes(file)), stamp, key) : undefined)
    );
  } catch (error) {
    // A file that is gone or closed to us: whoever reads it says so.
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}

/** Whether facts were made for rules that asked for at least as much. */
const hasAll = ({ facts }: DocumentFacts, wanted: readonly string[]) =>
  wanted.every((key) => Object.hasOwn(facts, key));

/** Names what a document's facts depend on beside its bytes and the facts' own versions. */
const keyOf = ({ read }: ExtractionJob): string =>
  createHash("sha256").update(JSON.stringify(read)).digest("base64url").slice(0, 16);

/** A name of other bytes than UTF-8 comes from the folder with marks in their place, and no file has that name. */
const unreadable = (path: string, why: string): string =>
  path.includes("\uFFFD") && why.includes("ENOENT")
    ? `${path} can't be read: its name is not UTF-8; rename it.`
    : `${path} can't be read: ${why}`;
