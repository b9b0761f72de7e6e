import type { Span } from "#model/span";
import { fnv1a } from "#text/fnv";
import type { BaselineEntry } from "./baseline.ts";

/** A baseline file that can't be used. The message names the line and what would be right. */
export class BaselineError extends Error {
  override readonly name = "BaselineError";
}

/** Name of the file, beside the config. */
export const baselineName = "standfirst-baseline.json";

/**
 * Entries are spread over so many sections by their paths, and every section's head is always there: two branches that
 * add entries for different posts change places that have an unchanged line between them, so git merges them.
 */
const sections = 256;

/** The text of a baseline: one entry a line, sorted, LF. No counts, lines, times or versions, so that diffs stay small. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const bySection: string[][] = Array.from({ length: sections }, () => []);
  for (const { path, rule, key, context, fingerprint } of entries) {
    bySection[sectionOf(path)]?.push(JSON.stringify([path, rule, key, context, fingerprint]));
  }
  const lines = bySection.flatMap((section, index) => [
    `"${index.toString(16).padStart(2, "0")}",`,
    ...section.toSorted().map((line) => `${line},`),
  ]);
  return `{"version":1,"findings":[\n${lines.join("\n")}\nnull]}\n`;
}

/** An entry and its line in the file. */
export interface PlacedEntry extends BaselineEntry {
  readonly span: Span;
}

/**
 * Reads a baseline.
 *
 * @param name of the file, for messages
 * @throws BaselineError when it is no baseline
 */
export function readBaseline(text: string, name: string): { readonly entries: readonly PlacedEntry[] } {
  const value = parse(text, name);
  if (!isBaseline(value))
    throw new BaselineError(`${name} is no baseline of version 1; make a new one with \`standfirst baseline create\`.`);
  const entries: PlacedEntry[] = [];
  let from = 0;
  for (const item of value.findings) {
    if (!Array.isArray(item)) continue;
    const [path, rule, key, context, fingerprint] = item;
    // Every entry stands on a line of its own, in the order of the list.
    const line = JSON.stringify(item);
    const start = text.indexOf(line, from);
    const span = start < 0 ? { start: 0, end: 0 } : { start, end: start + line.length };
    if (start >= 0) from = span.end;
    entries.push({ path, rule, key, context, fingerprint, span });
  }
  return { entries };
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const conflict = /^(?:<{7}|={7}|>{7})/m.exec(text);
    const line = conflict === null ? undefined : text.slice(0, conflict.index).split("\n").length;
    const why =
      line === undefined
        ? error instanceof Error
          ? error.message
          : ""
        : `line ${line} has a merge conflict; keep the lines of both sides`;
    throw new BaselineError(`${name} can't be read: ${why}.`);
  }
}

type Item = null | string | [string, string, string, string, string];

const isBaseline = (value: unknown): value is { version: 1; findings: Item[] } =>
  typeof value === "object" &&
  value !== null &&
  "version" in value &&
  value.version === 1 &&
  "findings" in value &&
  Array.isArray(value.findings) &&
  value.findings.every(isItem);

const isItem = (item: unknown): item is Item =>
  item === null ||
  typeof item === "string" ||
  (Array.isArray(item) && item.length === 5 && item.every((part) => typeof part === "string"));

/** The section of a path: the low byte of a hash. */
function sectionOf(path: string): number {
  const hash = fnv1a(path);
  return (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & (sections - 1);
}
