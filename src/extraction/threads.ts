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

/** Fewer files than this are read sooner than a second thread has loaded its code (measured with two threads). */
const filesWorthThreads = 500;
/** Files that a thread gets at a time: enough to keep it busy, few enough to share the work evenly. */
const batchSize = 16;

/** What threads need beside the files. */
interface ThreadTools {
  readonly facts: readonly Fact[];
  /** Most threads; undefined for as many as pay. */
  readonly concurrency?: number | undefined;
  readonly timing?: Stopwatch | undefined;
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

/** Extracts files on as many threads as pay, the main one among them. Others are started when they are of use, once. */
export class ExtractionThreads {
  readonly #job: ExtractionJob;
  readonly #tools: ThreadTools;
  #workers: ReturnType<typeof startWorkers> = [];

  constructor(job: ExtractionJob, tools: ThreadTools) {
    this.#job = job;
    this.#tools = tools;
  }

  /** The facts of some files, in their order. */
  async extract(files: readonly Input[], onProgress: (done: number) => void): Promise<ExtractedFile[]> {
    const batches = batchesOf(files);
    const results: (readonly ExtractedFile[])[] = Array.from({ length: batches.length }, () => []);
    let next = 0;
    let done = 0;
    const work = async (lane: Lane) => {
      while (next < batches.length) {
        const current = next++;
        const batch = batches[current] ?? [];
        results[current] = await lane.run(batch);
        onProgress((done += batch.length));
      }
    };
    try {
      await Promise.all(this.#lanesFor(files.length, batches.length).map(work));
    } finally {
      // Where one thread failed the others need not go on.
      next = batches.length;
    }
    return results.flat();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.stop()));
  }

  #lanesFor(files: number, batches: number): readonly Lane[] {
    const { facts, concurrency, timing } = this.#tools;
    const threads = Math.min(concurrency ?? availableParallelism(), batches);
    const isShared = threads > 1 && (concurrency !== undefined || files >= filesWorthThreads) && existsSync(workerFile);
    if (isShared && this.#workers.length === 0) this.#workers = startWorkers(threads - 1, this.#job, timing);
    const workers = isShared ? this.#workers : [];
    return [{ run: (batch) => extractHere(batch, this.#job, facts, timing) }, ...workers];
  }
}

const batchesOf = (files: readonly Input[]): Input[][] =>
  Array.from({ length: Math.ceil(files.length / batchSize) }, (_batch, index) =>
    files.slice(index * batchSize, (index + 1) * batchSize),
  );

/** One thread at work on batches of files, one after the other. */
interface Lane {
  run(batch: readonly Input[]): Promise<readonly ExtractedFile[]>;
}

async function extractHere(
  batch: readonly Input[],
  job: ExtractionJob,
  facts: readonly Fact[],
  timing: Stopwatch | undefined,
): Promise<readonly ExtractedFile[]> {
  const extracted: ExtractedFile[] = [];
  for (const file of batch) {
    extracted.push(...(await extractFiles([file], job, facts, timing)));
    // Lets the answers of other threads in, which wait for more files meanwhile.
    await new Promise(setImmediate);
  }
  return extracted;
}

function startWorkers(count: number, job: ExtractionJob, timing: Stopwatch | undefined) {
  const workerData: ThreadData = { job, isTimed: timing !== undefined };
  return Array.from({ length: count }, () => {
    const worker = new Worker(workerFile, { workerData });
    return {
      run: (batch: readonly Input[]) => answerOf(worker, batch, timing),
      stop: () => worker.terminate(),
    };
  });
}

const answerOf = (worker: Worker, batch: readonly Input[], timing: Stopwatch | undefined) =>
  new Promise<readonly ExtractedFile[]>((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`a thread ended with ${code} before it had read its files`));
    worker.once("message", ({ extracted, spent }: ThreadAnswer) => {
      worker.removeListener("error", reject).removeListener("exit", ended);
      for (const [name, milliseconds] of spent) timing?.spent("fact", name, milliseconds);
      resolve(extracted);
    });
    worker.once("error", reject);
    worker.once("exit", ended);
    worker.postMessage(batch);
  });
