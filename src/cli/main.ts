import { existsSync, readFileSync } from "node:fs";
import { version } from "../version.ts";
import { exitCodes, type ExitCode, type Io } from "./io.ts";

/**
 * Runs one command line and returns its exit code. What users can mend (a bad flag, a bad config, a missing file) is
 * one message on standard error; anything else is a defect of Standfirst and says so.
 */
export async function main(io: Io): Promise<ExitCode> {
  try {
    const known = knownAnswer(io.argv);
    if (known !== undefined) {
      await io.stdout.write(known);
      return exitCodes.passed;
    }
    const { runCommand } = await import("./run-command.ts");
    return await runCommand(io);
  } catch (error) {
    const { describeError } = await import("./describe-error.ts");
    await io.stderr.write(describeError(error, io));
    return exitCodes.couldNotRun;
  }
}

/** The help as the build rendered it, beside the bundled command. */
const renderedHelp = new URL("help.txt", import.meta.url);

/** What is asked most often, by scripts, editors and newcomers, is answered without loading the argument parser. */
function knownAnswer([first = "", ...rest]: readonly string[]): string | undefined {
  if (rest.length > 0) return undefined;
  if (first === "--version" || first === "-V") return `${version}\n`;
  if ((first === "--help" || first === "-h") && existsSync(renderedHelp)) return readFileSync(renderedHelp, "utf8");
  return undefined;
}
