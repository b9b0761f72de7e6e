import { auditShards } from "#audit/merge";
import type { Arguments } from "../parse-arguments.ts";
import { configChoice, judgementRequest } from "../check-request.ts";
import { exitCodeOf } from "../exit-code.ts";
import type { ExitCode, Io } from "../io.ts";
import { writeNotices } from "../write-notices.ts";
import { chooseOutputs, writeReport } from "../write-report.ts";

/** Judges the facts that the shards of a run wrote, and reports as `check` does. */
export async function merge(io: Io, { positionals, options }: Arguments): Promise<ExitCode> {
  const outputs = chooseOutputs(io, options);
  const started = performance.now();
  const result = await auditShards({
    ...judgementRequest(io, options),
    config: configChoice(options),
    facts: positionals,
  });
  await writeReport(io, outputs, result, options, performance.now() - started);
  await writeNotices(io, result, options);
  return exitCodeOf(result, options);
}
