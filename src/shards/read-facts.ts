import { createHash } from "node:crypto";
import type { DocumentFacts } from "#engine/index";
import { factsFormat, lineStarts, type FactsEnd, type FactsHead, type SharedRun } from "./facts-file.ts";
import { linesOf, type Line } from "./lines.ts";
import { shardName, ShardError, shardOf, type Shard } from "./shard.ts";

/** A facts file whose first line was read. */
export interface FactsFile {
  /** Absolute path. */
  readonly file: string;
  /** What messages call it. */
  readonly name: string;
  readonly shard: Shard;
  readonly run: SharedRun;
}

/**
 * Reads the first line of a facts file.
 *
 * @throws ShardError when it is none, or one that another version of Standfirst wrote
 */
export async function openFacts(file: string, name: string, tool: SharedRun["tool"]): Promise<FactsFile> {
  const head = await firstLine(file, name);
  const isOurs = typeof head === "object" && head !== null && "standfirst" in head && head.standfirst === "facts";
  if (!isOurs) {
    throw new ShardError(`${name} is no facts file; \`standfirst check --shard i/n --output FILE\` writes them.`);
  }
  const { format, shard, run } = head as Partial<FactsHead>;
  if (format !== factsFormat) {
    throw new ShardError(`${name} is in facts format ${JSON.stringify(format)}; this version reads ${factsFormat}.`);
  }
  if (!isShard(shard) || !isRun(run))
    throw new ShardError(`The first line of ${name} is corrupt; run its shard again.`);
  const { version, build } = run.tool;
  if (version !== tool.version || build !== tool.build) {
    const [made, own] = version === tool.version ? [build, tool.build] : [version, tool.version];
    throw new ShardError(
      `Shard ${shardName(shard)} (${name}) was made by Standfirst ${made} and this is ${own}; use one version for all.`,
    );
  }
  return { file, name, shard, run };
}

async function firstLine(file: string, name: string): Promise<unknown> {
  try {
    for await (const { bytes, whole } of linesOf(file)) {
      if (whole) return JSON.parse(bytes.toString());
      break;
    }
  } catch (error) {
    if (!(error instanceof SyntaxError || isDecompression(error))) throw unreadable(name, error);
  }
  return undefined;
}

const isShard = (value: unknown): value is Shard => {
  const { index, count } = (value ?? {}) as Partial<Shard>;
  return typeof index === "number" && typeof count === "number" && shardOf(index, count) !== undefined;
};

/** Whether the parts are there that reading and comparing need. */
function isRun(value: unknown): value is SharedRun {
  const parts = ["tool", "root", "documents", "skipped", "config", "extraction"] as const;
  const run = (value ?? {}) as Partial<SharedRun>;
  if (parts.some((part) => typeof run[part] !== "object" || run[part] === null)) return false;
  const { tool, root, documents, skipped, config, extraction } = run as SharedRun;
  const texts = [tool.version, tool.build, root.fromHere, root.prefix, documents.hash, config.directory];
  const { rule, only, skip, phrases, frontMatter, plugins } = config;
  const lists = [skipped, rule, only ?? [], skip, phrases, frontMatter, plugins, extraction.facts];
  return (
    texts.every((text) => typeof text === "string") && lists.every(Array.isArray) && Number.isInteger(documents.count)
  );
}

/** A line of a facts file behind its first one. */
export type FactsLine =
  Pick<DocumentFacts, "reading"> | { readonly path: string; readonly facts: DocumentFacts["facts"] } | FactsEnd;

type Kind = "head" | keyof typeof lineStarts;

/**
 * The lines of some kinds, one at a time. All of the file is read, and held against its end line.
 *
 * @throws ShardError when the file was cut off or changed, or can't be read
 */
export async function* readFacts(facts: FactsFile, wanted: readonly Kind[]): AsyncGenerator<FactsLine> {
  const hash = createHash("sha256");
  let number = 0;
  let end: FactsEnd["end"] | undefined;
  for await (const line of linesIn(facts)) {
    number++;
    if (!line.whole) throw cutOff(facts);
    if (end !== undefined) throw corrupt(facts, "it goes on behind its end");
    const kind = kindOf(line.bytes, number);
    if (kind === undefined) throw corrupt(facts, `line ${number} is of no known kind`);
    if (kind === "end") {
      end = (parse(line, facts) as FactsEnd).end;
      const isRight = end.sha256 === hash.digest("hex") && end.documents === (number - 2) / 2;
      if (!isRight) throw corrupt(facts, "its checksum differs");
    } else hash.update(line.bytes).update("\n");
    if (wanted.includes(kind)) yield parse(line, facts);
  }
  if (end === undefined) throw cutOff(facts);
}

/** A line's kind, where it stands in its place: readings and facts by turns, the end behind facts. */
function kindOf(bytes: Buffer, number: number): Kind | undefined {
  if (number === 1) return "head";
  const starts = (kind: keyof typeof lineStarts) =>
    bytes.subarray(0, lineStarts[kind].length).toString("latin1") === lineStarts[kind];
  const due: readonly (keyof typeof lineStarts)[] = number % 2 === 0 ? ["reading", "end"] : ["facts"];
  return due.find(starts);
}

function parse({ bytes }: Line, facts: FactsFile): FactsLine {
  try {
    return JSON.parse(bytes.toString()) as FactsLine;
  } catch {
    throw corrupt(facts, "a line is no JSON");
  }
}

async function* linesIn(facts: FactsFile): AsyncGenerator<Line> {
  try {
    yield* linesOf(facts.file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "Z_BUF_ERROR") throw cutOff(facts);
    throw isDecompression(error) ? corrupt(facts, "it can't be decompressed") : unreadable(facts.name, error);
  }
}

const cutOff = ({ shard, name }: FactsFile) =>
  new ShardError(`Shard ${shardName(shard)} (${name}) is cut off: its end is missing. Run the shard again.`);

const corrupt = ({ shard, name }: FactsFile, why: string) =>
  new ShardError(`Shard ${shardName(shard)} (${name}) is corrupt: ${why}. Run the shard again.`);

const unreadable = (name: string, error: unknown) =>
  new ShardError(`${name} can't be read: ${error instanceof Error ? error.message : String(error)}`);

/** Whether an error is that of the decompressor, whose codes all start so. */
const isDecompression = (error: unknown) => String((error as NodeJS.ErrnoException).code).startsWith("Z_");
