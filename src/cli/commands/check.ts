import { audit, type AuditResult } from "#audit";
import type { Arguments } from "../parse-arguments.ts";
import { checkRequest } from "../check-request.ts";
import { exitCodes, type ExitCode, type Io } from "../io.ts";
import { chooseOutputs, writeReport } from "../write-report.ts";
import { writeNotices } from "../write-notices.ts";

/** Checks the inputs and writes the report in every format that was asked for. */
export async function check(io: Io, { positionals, options }: Arguments): Promise<ExitCode> {
  // A format that does not exist is refused before the work is done.
  const outputs = chooseOutputs(io, options);
  const started = performance.now();
  const result = await audit(await checkRequest(io, positionals, options));
  await writeReport(io, outputs, result, options, performance.now() - started);
  await writeNotices(io, result, options);
  return exitCodeOf(result, options);
}

/** `--exit-zero` hides findings, never a run that could not do its whole job. */
function exitCodeOf({ report }: AuditResult, options: Readonly<Record<string, unknown>>): ExitCode {
  if (!report.run.complete) return exitCodes.couldNotRun;
  if (report.gate.passed || options["exit-zero"] === true) return exitCodes.passed;
  return exitCodes.gateFailed;
}
