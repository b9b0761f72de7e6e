import type { AuditResult } from "#audit";
import { exitCodes, type ExitCode } from "./io.ts";
import type { GivenOptions } from "./options.ts";

/** The exit code of a run. `--exit-zero` hides findings, never a run that could not do its whole job. */
export function exitCodeOf({ report }: Pick<AuditResult, "report">, options: GivenOptions): ExitCode {
  if (!report.run.complete) return exitCodes.couldNotRun;
  if (report.gate.passed || options["exit-zero"] === true) return exitCodes.passed;
  return exitCodes.gateFailed;
}
