import { listInputs, listUrls, type PlacedInput } from "#audit/list-inputs";
import type { AuditRequest } from "#audit/preparation";
import { printable } from "#text/printable";
import { checkRequest } from "../check-request.ts";
import { exitCodes, UsageError, type ExitCode, type Io } from "../io.ts";
import type { Arguments } from "../parse-arguments.ts";

/** Lists the files that a check would read, with the form in which each would be read, and with its URL if that is wanted. */
export async function listFiles(io: Io, { positionals, options }: Arguments): Promise<ExitCode> {
  const request = await checkRequest(io, positionals, options);
  const rows = options["urls"] === true ? await rowsWithUrls(request) : await rowsOf(request);
  const widths = [0, 1].map((column) => rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0));
  for (const row of rows) {
    const cells = row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)));
    await io.stdout.write(`${cells.join("  ")}\n`);
  }
  return exitCodes.passed;
}

const rowsOf = async (request: AuditRequest): Promise<string[][]> =>
  (await listInputs(request)).map(({ path, format }) => [format, printable(path)]);

async function rowsWithUrls(request: AuditRequest): Promise<string[][]> {
  const files = await listUrls(request);
  if (files === undefined)
    throw new UsageError(
      "No Hugo, Jekyll, Astro, Docusaurus or Eleventy site is recognised here, so no URLs are known.",
    );
  return files.map((file) => [file.format, printable(file.path), printable(placeOf(file))]);
}

function placeOf({ url, isUnpublished }: PlacedInput): string {
  if (isUnpublished) return "(not published)";
  return url ?? "(no page, or not known)";
}
