import path from "node:path";
import { audit, type AuditResult } from "#audit";
import { auditAndFix } from "#audit/fixing";
import { unifiedDiff } from "#fix/unified-diff";
import { addSuppressions } from "../add-suppressions.ts";
import type { Arguments } from "../parse-arguments.ts";
import { checkRequest, text } from "../check-request.ts";
import { takeTime, type Taken } from "../timing.ts";
import { exitCodeOf } from "../exit-code.ts";
import { exitCodes, UsageError, type ExitCode, type Io } from "../io.ts";
import type { GivenOptions } from "../options.ts";
import { showProgress } from "../progress.ts";
import { writeFileAtomically } from "../write-file.ts";
import { writeNotices } from "../write-notices.ts";
import { chooseOutputs, writeReport, type Output } from "../write-report.ts";
import { isForShard, writeShard } from "../write-shard.ts";

/** Checks the inputs and writes the report in every format that was asked for; fixes first where that is asked for. */
export async function check(io: Io, call: Arguments): Promise<ExitCode> {
  const { positionals, options } = call;
  if (isForShard(options) && options["watch"] !== true) return writeShard(io, call);
  // A format that does not exist is refused before the work is done.
  const outputs = chooseOutputs(io, options);
  if (options["watch"] === true) {
    const { watch } = await import("../watch.ts");
    const named = [...outputs.flatMap(({ file }) => file ?? []), text(options, "cache-dir") ?? []].flat();
    const writes = named.map((file) => path.resolve(io.cwd, file));
    return watch(io, positionals, { options, writes }, (inputs) => report(io, inputs, options, outputs));
  }
  if (options["diff"] === true && options["add-suppressions"] === undefined) return showDiff(io, call);
  return exitCodeOf(await report(io, positionals, options, outputs), options);
}

/** One run, from its inputs to the reports. */
async function report(
  io: Io,
  inputs: readonly string[],
  options: GivenOptions,
  outputs: readonly Output[],
): Promise<AuditResult> {
  const started = performance.now();
  const { request, timing, progress } = await timedRequest(io, inputs, options);
  const result = await auditOrChange(io, request, options).finally(progress.clear);
  await writeReport(io, outputs, result, options, performance.now() - started);
  await writeNotices(io, result, options);
  await showTiming(io, timing);
  return result;
}

/** The audit that is asked for, with what it tells while it is under way. */
async function timedRequest(io: Io, inputs: readonly string[], options: GivenOptions) {
  const timing = options["timing"] === true ? takeTime() : undefined;
  const progress = showProgress(io);
  const request = { ...(await checkRequest(io, inputs, options)), onProgress: progress.update, timing };
  return { request, timing, progress };
}

async function showTiming(io: Io, timing: Taken | undefined): Promise<void> {
  timing?.end("write");
  if (timing !== undefined) await io.stderr.write(timing.table());
}

/** The audit, after what is to be written into the documents is written. */
async function auditOrChange(
  io: Io,
  request: Parameters<typeof audit>[0],
  options: GivenOptions,
): Promise<AuditResult> {
  if (options["add-suppressions"] !== undefined) return addSuppressions(io, request, options);
  return options["fix"] === true ? fix(io, request, options) : audit(withoutFixes(request, options));
}

function withoutFixes<T>(request: T, options: GivenOptions): T {
  if (options["unsafe"] === true) throw new UsageError("--unsafe goes with --fix or --diff.");
  return request;
}

/** Carries out the fixes and writes the files that changed. Standard input has no file: it is printed by `--diff`. */
async function fix(io: Io, request: Parameters<typeof auditAndFix>[0], options: GivenOptions): Promise<AuditResult> {
  if (request.stdin !== undefined)
    throw new UsageError("--fix can't write to standard input; --diff shows the change.");
  const result = await auditAndFix(request, options["unsafe"] === true);
  for (const { document, file } of result.changed) {
    if (file !== undefined) await writeFileAtomically(file, `${document.bom ? "\ufeff" : ""}${document.text}`);
  }
  const files = `${result.changed.length} ${result.changed.length === 1 ? "file" : "files"}`;
  if (result.fixed > 0) await io.stderr.write(`standfirst: ${result.fixed} fixed in ${files}.\n`);
  return result;
}

/** Prints what `--fix` would change. The exit code is 1 where that is anything. */
async function showDiff(io: Io, { positionals, options }: Arguments): Promise<ExitCode> {
  const { request, timing } = await timedRequest(io, positionals, options);
  const result = await auditAndFix(request, options["unsafe"] === true);
  for (const { document, before } of result.changed) {
    await io.stdout.write(unifiedDiff(document.path, before, `${document.bom ? "\ufeff" : ""}${document.text}`));
  }
  await writeNotices(io, result, options);
  await showTiming(io, timing);
  if (!result.report.run.complete) return exitCodes.couldNotRun;
  return result.changed.length > 0 && options["exit-zero"] !== true ? exitCodes.gateFailed : exitCodes.passed;
}
