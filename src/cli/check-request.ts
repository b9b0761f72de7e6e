import { existsSync } from "node:fs";
import path from "node:path";
import { parserChoices, type AuditRequest, type ParserChoice } from "#audit/preparation";
import { formats, type Format } from "#model/document";
import { severities, type Severity } from "#model/severity";
import { didYouMean } from "#text/did-you-mean";
import { UsageError, type Io } from "./io.ts";
import { namedInputs } from "./named-inputs.ts";
import { commandNames, type GivenOptions } from "./options.ts";
import { suggestion } from "./suggestion.ts";

/** The audit that a command line asks for. Throws a UsageError that says what would be right. */
export async function checkRequest(io: Io, inputs: readonly string[], options: GivenOptions): Promise<AuditRequest> {
  refuseMistypedCommand(io, inputs);
  return {
    ...judgementRequest(io, options),
    ...(await namedInputs(io, inputs, {
      filesFrom: text(options, "files-from"),
      stdin: options["stdin"] === true,
      stdinFilename: text(options, "stdin-filename"),
    })),
    config: configChoice(options),
    format: inputFormat(options),
    parser: parserChoice(options),
    passOnNoFiles: options["pass-on-no-files"] === true,
    cache: { off: options["no-cache"] === true, folder: cacheFolder(io, options), time: Date.now() },
    concurrency: wholeNumber(options, "concurrency", 1),
  };
}

/** How facts are judged, wherever they come from. Throws a UsageError that says what would be right. */
export const judgementRequest = ({ cwd }: Io, options: GivenOptions) => ({
  cwd,
  overrides: {
    rule: texts(options, "rule"),
    only: texts(options, "only"),
    skip: texts(options, "skip"),
    failOn: failOn(text(options, "fail-on")),
    maxWarnings: wholeNumber(options, "max-warnings"),
  },
  now: clock(text(options, "now")),
  ...changeChoice(options),
  baseline: { off: options["no-baseline"] === true, file: text(options, "baseline") },
});

/** A first word that is no file and nearly a command was meant as one. */
function refuseMistypedCommand({ cwd }: Io, [first = ""]: readonly string[]): void {
  if (!/^[a-z]+$/.test(first) || existsSync(path.resolve(cwd, first))) return;
  const near = didYouMean(first, commandNames);
  if (near !== undefined) throw new UsageError(`There is no command and no file "${first}". Did you mean "${near}"?`);
}

/** What `--since`, `--staged` and `--changed-lines` select. */
function changeChoice(options: GivenOptions) {
  const since = text(options, "since");
  const staged = options["staged"] === true;
  const changedLines = options["changed-lines"] === true;
  if (since !== undefined && staged) throw new UsageError("--since and --staged exclude each other.");
  if (changedLines && since === undefined && !staged)
    throw new UsageError("--changed-lines goes with --since or --staged.");
  return { since, staged, changedLines };
}

function cacheFolder({ cwd }: Io, options: GivenOptions): string | undefined {
  const folder = text(options, "cache-dir");
  return folder === undefined ? undefined : path.resolve(cwd, folder);
}

/** Which config file applies, as every command that reads one lets users say. */
export const configChoice = (options: GivenOptions) => ({
  file: text(options, "config"),
  none: options["no-config"] === true,
  noCode: options["no-code"] === true,
});

/** The form that `--input-format` forces, or undefined. */
function inputFormat(options: GivenOptions): Format | undefined {
  const name = text(options, "input-format");
  if (name === undefined) return undefined;
  const known = formats.find((format) => format === name);
  if (known !== undefined) return known;
  const hint = suggestion(name, formats);
  throw new UsageError(`--input-format is "${name}", which is no form that Standfirst reads. ${hint}`);
}

/** The parser that `--parser` names; undefined for the usual one, so that its facts stay in the cache. */
function parserChoice(options: GivenOptions): ParserChoice | undefined {
  const name = text(options, "parser");
  const known = parserChoices.find((choice) => choice === name);
  if (known === undefined && name !== undefined)
    throw new UsageError(`--parser is "${name}"; write ${parserChoices.join(" or ")}.`);
  return known === "auto" ? undefined : known;
}

/** The run's clock as an ISO date-time in UTC: what `--now` says, else the time of day. */
function clock(now: string | undefined): string {
  if (now === undefined) return new Date().toISOString();
  const written = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(now);
  const date = new Date(written?.[2] === undefined ? `${now}T00:00:00Z` : now);
  if (written === null || Number.isNaN(date.getTime()) || !keepsItsDay(date, written[1] ?? "", now)) {
    throw new UsageError(`--now is "${now}"; write a date as YYYY-MM-DD or a date-time as YYYY-MM-DDThh:mm:ssZ.`);
  }
  return date.toISOString();
}

/** Whether a date without a time is the day that it says: the 31st of April would become the 1st of May. */
const keepsItsDay = (date: Date, day: string, now: string) => now !== day || date.toISOString().startsWith(day);

/** The value of an option that takes one, or undefined. */
export function text(options: GivenOptions, name: keyof GivenOptions): string | undefined {
  const value = options[name];
  if (value === undefined) return undefined;
  if (typeof value === "number") return String(value);
  if (typeof value !== "string" || value === "") throw new UsageError(`--${name} needs a value.`);
  return value;
}

/** The values of an option that can be repeated; undefined where it is not given. */
function texts(options: GivenOptions, name: keyof GivenOptions): string[] | undefined {
  if (options[name] === undefined) return undefined;
  const values = [options[name]].flat().map(String);
  if (values.length === 0 || values.includes("")) throw new UsageError(`--${name} needs a value.`);
  return values;
}

/** The severity from which findings fail the run. */
function failOn(value: string | undefined): Severity | "never" | undefined {
  if (value === undefined) return undefined;
  const levels = [...severities.toReversed(), "never"] as const;
  const level = levels.find((name) => name === value);
  if (level !== undefined) return level;
  throw new UsageError(`--fail-on is "${value}". ${suggestion(value, levels)}`);
}

function wholeNumber(options: GivenOptions, name: keyof GivenOptions, least = 0): number | undefined {
  const value = text(options, name);
  if (value === undefined) return undefined;
  const number = /^\d+$/.test(value) ? Number(value) : -1;
  if (number < least || !Number.isSafeInteger(number)) {
    throw new UsageError(`--${name} is "${value}"; write a whole number of at least ${least}.`);
  }
  return number;
}
