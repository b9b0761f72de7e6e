import { listInputs } from "#audit/preparation";
import { checkRequest } from "../check-request.ts";
import { exitCodes, type ExitCode, type Io } from "../io.ts";
import type { Arguments } from "../parse-arguments.ts";
import { printable } from "#text/printable";

/** Lists the files that a check would read, with the form in which each would be read. */
export async function listFiles(io: Io, { positionals, options }: Arguments): Promise<ExitCode> {
  const files = await listInputs(await checkRequest(io, positionals, options));
  const width = Math.max(0, ...files.map(({ format }) => format.length));
  for (const { path, format } of files) await io.stdout.write(`${format.padEnd(width)}  ${printable(path)}\n`);
  return exitCodes.passed;
}
