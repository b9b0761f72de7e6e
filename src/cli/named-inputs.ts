import { readFile } from "node:fs/promises";
import path from "node:path";
import { largestDocument } from "#audit/preparation";
import { UsageError, type Io } from "./io.ts";

/** What options say of the inputs. */
interface InputChoice {
  /** A file that lists paths, or "-" for standard input. */
  readonly filesFrom: string | undefined;
  /** Whether `--stdin` asks for standard input as a document. */
  readonly stdin: boolean;
  readonly stdinFilename: string | undefined;
}

/** The inputs of a call: those that are arguments, those of a list, and standard input. */
export async function namedInputs(io: Io, args: readonly string[], { filesFrom, stdin, stdinFilename }: InputChoice) {
  const isDocument = stdin || args.includes("-");
  if (isDocument && filesFrom === "-") {
    throw new UsageError("Standard input can't be a document and the list of --files-from; give one of them a file.");
  }
  if (stdinFilename !== undefined && !isDocument) throw new UsageError("--stdin-filename goes with --stdin or -.");
  const listed = filesFrom === undefined ? [] : pathsIn(await readList(io, filesFrom));
  return {
    inputs: [...args.filter((arg) => arg !== "-"), ...listed],
    stdin: isDocument
      ? { name: stdinFilename ?? "<stdin>", bytes: (await io.readStdin(largestDocument)) ?? { limit: largestDocument } }
      : undefined,
    // A list that is empty asks for nothing, and not for what the config names.
    onlyThese: filesFrom !== undefined,
  };
}

async function readList(io: Io, name: string): Promise<string> {
  if (name === "-") {
    const bytes = await io.readStdin(largestDocument);
    if (bytes === undefined) throw new UsageError(`The list of --files-from has more than ${largestDocument} bytes.`);
    return new TextDecoder().decode(bytes);
  }
  try {
    return await readFile(path.resolve(io.cwd, name), "utf8");
  } catch (error) {
    throw new UsageError(`The list ${name} of --files-from can't be read: ${(error as Error).message}`);
  }
}

/** The paths of a list: one a line, or parted by NUL characters as `git diff -z` writes them. None of them is a glob. */
const pathsIn = (list: string): string[] =>
  list
    .split(list.includes("\0") ? "\0" : /\r?\n/)
    .filter((line) => line !== "")
    .map((line) => (path.isAbsolute(line) ? line : `./${line}`));
