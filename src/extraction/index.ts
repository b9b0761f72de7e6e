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
import { extractOnThreads } from "./threads.ts";

export { extractDocument, type ExtractionJob } from "./extract-document.ts";
export { planOf } from "./plan.ts";

/** What extraction needs beside the inputs. */
export interface ExtractionTools {
  readonly facts: readonly Fact[];
  readonly cache?: FactCache<DocumentFacts> | undefined;
  /** Most threads; undefined for as many as pay. */
  readonly concurrency?: number | undefined;
  /** A document that is not read from its file: standard input, or one that was changed. */
  inMemory(path: string): Document | undefined;
  /** Told how many of the files that the cache did not have are done. */
  onProgress(done: number, all: number): void;
  readonly timing?: Timing | undefined;
}

/** The facts of all inputs, sorted by path, and how many of them came from the cache. */
export interface Extraction {
  readonly extracted: readonly DocumentFacts[];
  readonly cached: number;
}

/**
 * Extracts the facts of all inputs: from the cache what it has, the rest on one thread or several.
 *
 * @throws InputError when a file can't be read
 */
export async function extractInputs(
  inputs: readonly Input[],
  job: ExtractionJob,
  tools: ExtractionTools,
): Promise<Extraction> {
  const key = keyOf(job);
  const wanted = tools.facts.map(factKey);
  const known = new Map<string, DocumentFacts>();
  const missing: Input[] = [];
  const stamps = new Map<string, FileStamp>();
  for (const input of inputs) {
    const facts = fromCache(input, key, stamps, tools);
    if (facts === undefined || !hasAll(facts, wanted)) missing.push(input);
    else known.set(input.path, facts);
  }
  const cached = known.size;
  if (tools.cache !== undefined) tools.timing?.cached(cached, inputs.length);
  await extractInMemory(missing, job, tools, known);
  const files = missing.filter(({ path }) => !known.has(path));
  const made = await extractOnThreads(files, job, {
    ...tools,
    onProgress: (done) => tools.onProgress(done, files.length),
  });
  for (const one of made) {
    if ("unreadable" in one) throw new InputError(`${one.path} can't be read: ${one.unreadable}`);
    known.set(one.path, one.facts);
    const stamp = stamps.get(one.path);
    if (stamp !== undefined) tools.cache?.put(one.path, { stamp, hash: one.hash, key, facts: one.facts });
  }
  tools.cache?.save();
  return { extracted: inputs.flatMap(({ path }) => known.get(path) ?? []), cached };
}

async function extractInMemory(
  inputs: readonly Input[],
  job: ExtractionJob,
  { facts, timing, inMemory }: ExtractionTools,
  known: Map<string, DocumentFacts>,
): Promise<void> {
  for (const { path } of inputs) {
    const document = inMemory(path);
    if (document !== undefined) known.set(path, await extractDocument(document, job, facts, timing));
  }
}

/** The stamp is a hint; where it differs, the hash of the bytes decides. */
function fromCache({ path, file }: Input, key: string, stamps: Map<string, FileStamp>, tools: ExtractionTools) {
  const { cache } = tools;
  if (cache === undefined || file === undefined || tools.inMemory(path) !== undefined) return undefined;
  const { size, mtimeMs: modified } = statSync(file);
  const stamp = { size, modified };
  stamps.set(path, stamp);
  return (
    cache.byStamp(path, stamp, key) ??
    (cache.knows(path, key) ? cache.byHash(path, hashOf(readBytes(file)), stamp, key) : undefined)
  );
}

/** Whether facts were made for rules that asked for at least as much. */
const hasAll = ({ facts }: DocumentFacts, wanted: readonly string[]) => wanted.every((key) => key in facts);

/** Names what a document's facts depend on beside its bytes and the facts' own versions. */
const keyOf = ({ read }: ExtractionJob): string =>
  createHash("sha256").update(JSON.stringify(read)).digest("base64url").slice(0, 16);
