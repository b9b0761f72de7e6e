import { parentPort, workerData } from "node:worker_threads";
import type { Input } from "#sources/find-inputs";
import type { ExtractionJob } from "./extract-document.ts";
import { extractFiles } from "./extract-files.ts";
import { factsFor } from "./plan.ts";

// One thread of several: it gets lists of files and answers with their facts, until it is ended.
const job = workerData as ExtractionJob;
const facts = await factsFor(job);

parentPort?.on("message", (files: readonly Input[]) => {
  void extractFiles(files, job, facts).then((extracted) => parentPort?.postMessage(extracted));
});
