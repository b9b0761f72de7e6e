import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Stopwatch } from "#model/timing";
import type { Fact } from "#rule-kit/define-fact";
import type { Input } from "#sources/find-inputs";
import type { ExtractionJob } from "./extract-document.ts";
import { extractFiles, type ExtractedFile } from "./extract-files.ts";

/** The bundle of `worker.ts`, beside this code in the package; in a checkout's sources there is none. */
const workerFile = fileURLToPath(new URL("./extraction-worker.js", import.meta.url));

/** Fewer files than this are read sooner than a thread starts (measured: two threads paid from about 1,000 files on). */
const filesWorthThreads = 800;
/** Files that a thread gets at a time: enough to keep it busy, few enough to share the work evenly. */
const batchSize = 64;

/** What threads need beside the files. */
interface ThreadTools {
  readonly facts: readonly Fact[];
  /** Most threads; undefined for as many as pay. */
  readonly concurrency?: number | undefined;
  readonly timing?: Stopwatch | undefined;
  onProgress(done: number): void;
}

/** What a thread is started with. */
export interface ThreadData {
  readonly job: ExtractionJob;
  readonly isTimed: boolean;
}

/** What a thread answers to a list of files. */
export interface ThreadAnswer {
  readonly extracted: readonly ExtractedFile[];
  /** Milliseconds by the name of the work. */
  readonly spent: readonly (readonly [string, number])[];
}

/** Extracts files on as many threads as pay. The order of the results is that of the files. */
export async function extractOnThreads(
  files: readonly Input[],
  job: ExtractionJob,
  { facts, concurrency, timing, onProgress }: ThreadTools,
): Promise<ExtractedFile[]> {
  const batches = batchesOf(files);
  const threads = Math.min(concurrency ?? availableParallelism(), batches.length);
  const extract =
    threads > 1 && (concurrency !== undefined || files.length >= filesWorthThreads) && existsSync(workerFile)
      ? startThreads(threads, job, timing)
      : { run: (batch: readonly Input[]) => extractFiles(batch, job, facts, timing), lanes: 1, stop: async () => {} };

  const results: (readonly ExtractedFile[])[] = Array.from({ length: batches.length }, () => []);
  let next = 0;
  let done = 0;
  const lane = async (index: number) => {
    while (next < batches.length) {
      const current = next++;
      const batch = batches[current] ?? [];
      results[current] = await extract.run(batch, index);
      onProgress((done += batch.length));
    }
  };
  try {
    await Promise.all(Array.from({ length: extract.lanes }, (_lane, index) => lane(index)));
  } finally {
    await extract.stop();
  }
  return results.flat();
}

const batchesOf = (files: readonly Input[]): Input[][] =>
  Array.from({ length: Math.ceil(files.length / batchSize) }, (_batch, index) =>
    files.slice(index * batchSize, (index + 1) * batchSize),
  );

interface Threads {
  readonly lanes: number;
  run(batch: readonly Input[], lane: number): Promise<readonly ExtractedFile[]>;
  stop(): Promise<void>;
}

function startThreads(count: number, job: ExtractionJob, timing: Stopwatch | undefined): Threads {
  const workerData: ThreadData = { job, isTimed: timing !== undefined };
  const workers = Array.from({ length: count }, () => new Worker(workerFile, { workerData }));
  return {
    lanes: count,
    run: (batch, lane) =>
      new Promise((resolve, reject) => {
        const worker = workers[lane];
        if (worker === undefined) throw new Error(`there is no thread ${lane}`);
        worker.once("message", ({ extracted, spent }: ThreadAnswer) => {
          worker.removeListener("error", reject);
          for (const [name, milliseconds] of spent) timing?.spent("fact", name, milliseconds);
          resolve(extracted);
        });
        worker.once("error", reject);
        worker.postMessage(batch);
      }),
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
