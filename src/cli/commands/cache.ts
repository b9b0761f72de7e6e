import { cachePlace } from "#audit/preparation";
import { measureCache, removeCache } from "#cache/fact-cache";
import { plural } from "#text/wording";
import { checkRequest } from "../check-request.ts";
import { exitCodes, type ExitCode, type Io } from "../io.ts";
import type { Arguments } from "../parse-arguments.ts";

/** Says what the cache holds, or takes it away. */
export async function cache(io: Io, { positionals: [action], options }: Arguments): Promise<ExitCode> {
  const folder = await cachePlace(await checkRequest(io, [], options));
  if (action === "clean") {
    const isGone = removeCache(folder);
    await io.stdout.write(isGone ? `Removed ${folder}\n` : `There is no cache in ${folder}\n`);
    return exitCodes.passed;
  }
  const { files, size, documents } = measureCache(folder);
  const kilobytes = Math.round(size / 1024).toLocaleString("en-US");
  await io.stdout.write(
    `${folder}: facts of ${plural(documents, "document")} in ${plural(files, "file")}, ${kilobytes} KB\n`,
  );
  return exitCodes.passed;
}
