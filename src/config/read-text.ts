import { readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { ConfigError } from "./config-error.ts";
import { leavesRepository } from "./repository.ts";

/** Largest config, in bytes. */
export const mostBytes = 512 * 1024;

/**
 * Reads a config file as UTF-8, without its byte order mark.
 *
 * @param source the file's name in messages
 * @param home a folder in the repository that the file must not lead out of
 * @throws ConfigError when there is no such file, or it is no file, too large, or not UTF-8
 */
export async function readText(path: string, source: string, home = dirname(path)): Promise<string> {
  const fail = (message: string): never => {
    throw new ConfigError([{ source, message }]);
  };
  const found = await stat(path).catch((error: NodeJS.ErrnoException) =>
    fail(error.code === "ENOENT" ? "there is no such file" : `it can't be read (${error.code ?? error.message})`),
  );
  if (!found.isFile()) fail("it is not a file");
  if (leavesRepository(path, home)) fail("it leads out of the repository");
  if (found.size > mostBytes) fail(`it has ${found.size} bytes; a config may have ${mostBytes} at most`);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) =>
    fail(`it can't be read (${error.code ?? error.message})`),
  );
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fail("it is not UTF-8; save it as UTF-8");
  }
}
