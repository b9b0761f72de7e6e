import { showConfig, showConfigSchema } from "#audit/preparation";
import { checkRequest } from "../check-request.ts";
import { exitCodes, type ExitCode, type Io } from "../io.ts";
import type { Arguments } from "../parse-arguments.ts";

/** Prints the effective config, of all or of one file, or the JSON Schema of configs. */
export async function config(io: Io, { positionals: [action, file], options }: Arguments): Promise<ExitCode> {
  const text =
    action === "schema" ? await showConfigSchema() : await showConfig(await checkRequest(io, [], options), file);
  await io.stdout.write(text);
  return exitCodes.passed;
}
