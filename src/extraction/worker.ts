import { parentPort, workerData } from "node:worker_threads";
import type { Input } from "#sources/find-inputs";
import { extractFiles } from "./extract-files.ts";
import { factsFor } from "./plan.ts";
import type { ThreadAnswer, ThreadData } from "./threads.ts";

// One thread of several: it gets lists of files and answers with their facts, until it is ended.
const { job, isTimed } = workerData as ThreadData;
const facts = await factsFor(job);

parentPort?.on("message", (files: readonly Input[]) => {
  void answer(files).then((answered) => parentPort?.postMessage(answered));
});

async function answer(files: readonly Input[]): Promise<ThreadAnswer> {
  const spent = new Map<string, number>();
  // A function can't be sent to a thread, so the thread has a clock of its own.
  const timing = {
    now: () => performance.now(),
    spent: (_work: unknown, name: string, milliseconds: number) =>
      void spent.set(name, (spent.get(name) ?? 0) + milliseconds),
  };
  const extracted = await extractFiles(files, job, facts, isTimed ? timing : undefined);
  return { extracted, spent: [...spent] };
}
