import { version } from "../version.ts";
import { exitCodes, type ExitCode, type Io } from "./io.ts";

/**
 * Runs one command line and returns its exit code. What users can mend (a bad flag, a bad config, a missing file) is
 * one message on standard error; anything else is a defect of Standfirst and says so.
 */
export async function main(io: Io): Promise<ExitCode> {
  // Asked most often by scripts and editors: neither the argument parser nor anything else is loaded.
  if (io.argv.length === 1 && (io.argv[0] === "--version" || io.argv[0] === "-V")) {
    await io.stdout.write(`${version}\n`);
    return exitCodes.passed;
  }
  try {
    const { runCommand } = await import("./run-command.ts");
    return await runCommand(io);
  } catch (error) {
    const { describeError } = await import("./describe-error.ts");
    await io.stderr.write(describeError(error, io));
    return exitCodes.couldNotRun;
  }
}
