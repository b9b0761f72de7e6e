import { existsSync } from "node:fs";
import path from "node:path";
import { starterConfig, starterName, starterWorkflow, workflowName } from "#config/index";
import { version } from "../../version.ts";
import type { Arguments } from "../parse-arguments.ts";
import { exitCodes, UsageError, type ExitCode, type Io } from "../io.ts";
import { writeFileAtomically } from "../write-file.ts";

/** Writes a commented config, and with `--workflow` a GitHub workflow. Files that exist stay unless `--force` is given. */
export async function init(io: Io, { options }: Arguments): Promise<ExitCode> {
  const files = [
    { path: starterName, text: starterConfig() },
    ...(options["workflow"] === true ? [{ path: workflowName, text: starterWorkflow(version) }] : []),
  ];
  const present = files.filter((file) => existsSync(path.join(io.cwd, file.path)));
  const [first] = present;
  if (first !== undefined && options["force"] !== true) {
    throw new UsageError(`${first.path} exists already; nothing was written. Use --force to overwrite it.`);
  }
  for (const file of files) {
    await writeFileAtomically(path.join(io.cwd, file.path), file.text);
    await io.stdout.write(`Wrote ${file.path}\n`);
  }
  return exitCodes.passed;
}
