import path from "node:path";
import { extractShard, factsBytes, whichShard } from "#audit/extract-shard";
import { printable } from "#text/printable";
import { plural } from "#text/wording";
import type { Arguments } from "./parse-arguments.ts";
import { checkRequest, text } from "./check-request.ts";
import { exitCodes, UsageError, type ExitCode, type Io } from "./io.ts";
import { judgementOptionNames, type GivenOptions } from "./options.ts";
import { showProgress } from "./progress.ts";
import { writeFileAtomically } from "./write-file.ts";

/** Whether a call of `check` is for one shard of a run. */
export const isForShard = (options: GivenOptions): boolean =>
  options["shard"] !== undefined || options["output"] !== undefined;

/** Extracts the facts of one shard into a file. Nothing is judged, so what is found never fails the call. */
export async function writeShard(io: Io, { positionals, options }: Arguments): Promise<ExitCode> {
  const { shard: choice, output } = { shard: text(options, "shard"), output: text(options, "output") };
  if (output === undefined) throw new UsageError("--shard needs --output FILE for the facts that it extracts.");
  if (choice === undefined)
    throw new UsageError("--output goes with --shard; reports go to files with -f FORMAT:FILE.");
  refuseJudgement(options);
  const shard = whichShard(choice, io.env);
  const progress = showProgress(io);
  const request = await checkRequest(io, positionals, options);
  // Documents are read while their facts are written.
  const write = async () => {
    const facts = await extractShard({ ...request, onProgress: progress.update }, shard);
    await writeFileAtomically(path.resolve(io.cwd, output), factsBytes(facts, output.endsWith(".gz")));
    return facts;
  };
  const { own, all, ...facts } = await write().finally(progress.clear);
  const notices = [
    ...facts.notices(),
    `shard ${shard.index}/${shard.count}: wrote the facts of ${own} of ${plural(all, "document")} to ${output}.`,
  ];
  for (const notice of notices) await io.stderr.write(`standfirst: ${printable(notice)}\n`);
  return exitCodes.passed;
}

/** What a shard has no use for: to take it in silence would let people believe that it counts. */
function refuseJudgement(options: GivenOptions): void {
  const useless = ([...judgementOptionNames, "fix", "unsafe", "diff", "add-suppressions", "timing"] as const).find(
    (name) => options[name] !== undefined && options[name] !== false,
  );
  if (useless === undefined) return;
  const isForMerge = judgementOptionNames.some((name) => name === useless);
  const hint = isForMerge ? "give it to `standfirst merge`" : "run it without --shard";
  throw new UsageError(`A shard judges nothing, so --${useless} has no use here; ${hint}.`);
}
