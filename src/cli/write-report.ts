import { appendFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { AuditResult } from "#audit";
import {
  formats,
  isReportFormat,
  loadReporter,
  type ReportContext,
  type ReportFormat,
  type RuleHelp,
} from "#reporters/index";
import { text } from "./check-request.ts";
import { UsageError, type Io } from "./io.ts";
import type { GivenOptions } from "./options.ts";
import { readRuleDoc } from "./rule-docs.ts";
import { plainDoc } from "./render-doc.ts";
import { suggestion } from "./suggestion.ts";
import { showsLinks, wantsColour } from "./terminal.ts";
import { OutputError } from "./output-error.ts";
import { writeFileAtomically } from "./write-file.ts";

/** A format and the file that it goes to; standard output without one. */
export interface Output {
  readonly format: ReportFormat;
  readonly file: string | undefined;
}

/**
 * What `--format` asks for. Without it the text report, and on GitHub the annotations too; a file never silences the
 * console.
 */
export function chooseOutputs({ env }: Pick<Io, "env">, options: GivenOptions): readonly Output[] {
  const asked = [options["format"] ?? []].flat().map((value) => readOutput(String(value)));
  const onConsole = asked.filter(({ file }) => file === undefined);
  const [first, second] = onConsole;
  if (first !== undefined && second !== undefined && !isForPeople(first) && !isForPeople(second)) {
    throw new UsageError(
      `Both ${first.format} and ${second.format} would go to standard output. Give one a file: -f ${second.format}:FILE.`,
    );
  }
  if (onConsole.length > 0) return asked;
  const forGitHub: Output[] =
    env["GITHUB_ACTIONS"] === "true" && asked.length === 0 ? [{ format: "github", file: undefined }] : [];
  return [{ format: "pretty", file: undefined }, ...forGitHub, ...asked];
}

const isForPeople = ({ format }: Output) => format === "pretty" || format === "compact" || format === "github";

function readOutput(value: string): Output {
  const colon = value.indexOf(":");
  const format = colon < 0 ? value : value.slice(0, colon);
  const file = colon < 0 ? undefined : value.slice(colon + 1);
  if (!isReportFormat(format)) throw new UsageError(`There is no format "${format}". ${suggestion(format, formats)}`);
  if (file === "") throw new UsageError(`-f ${value} names no file. Write -f ${format}:FILE.`);
  return { format, file };
}

/** Writes the report in every format, files first, so that a console that is closed early loses no file. */
export async function writeReport(
  io: Io,
  outputs: readonly Output[],
  result: AuditResult,
  options: GivenOptions,
  milliseconds: number,
): Promise<void> {
  const needsHelp = outputs.some(({ format }) => format === "sarif");
  const context = contextOf(
    io,
    result,
    options,
    milliseconds,
    needsHelp ? helpFor(Object.keys(result.report.rules)) : undefined,
  );
  // A crash leaves SARIF unwritten: an upload without all results would close the alerts of the others.
  const writable = outputs.filter(({ format }) => result.report.run.complete || format !== "sarif");
  for (const { format, file } of writable.toSorted(
    (a, b) => Number(a.file === undefined) - Number(b.file === undefined),
  )) {
    const render = await loadReporter(format);
    const toFile = file !== undefined;
    const { output, notices } = render(
      result.report,
      toFile ? { ...context, colour: false, hyperlinks: false, width: undefined } : context,
    );
    if (toFile) await writeFileAtomically(path.resolve(io.cwd, file), output);
    else await io.stdout.write(output);
    for (const notice of notices) await io.stderr.write(`standfirst: ${notice}\n`);
    if (format === "github") await writeJobSummary(io, result, context);
  }
}

function contextOf(
  io: Io,
  { report, textOf, hasByteOrderMark, root, failOn, documents }: AuditResult,
  options: GivenOptions,
  milliseconds: number,
  rules: Readonly<Record<string, RuleHelp>> | undefined,
): ReportContext {
  return {
    text: textOf,
    hasByteOrderMark,
    documents,
    failOn,
    colour: wantsColour(io, options["color"]),
    hyperlinks: showsLinks(io),
    link: (file) => pathToFileURL(path.resolve(root, file)).href,
    width: io.stdout.columns,
    full: options["full"] === true,
    quiet: options["quiet"] === true,
    rules,
    sarifCategory: text(options, "sarif-category"),
    includeSuppressed: options["sarif-include-suppressed"] === true,
    gzipSize: (output) => gzipSync(output).length,
    // People see the time; machine formats are the same in every run unless they are asked for it.
    stats: options["stats"] === true || io.stdout.isTerminal ? { milliseconds, cached: report.run.cached } : undefined,
  };
}

const helpFor = (ids: readonly string[]): Record<string, RuleHelp> =>
  Object.fromEntries(
    ids.flatMap((id) => {
      const markdown = readRuleDoc(id);
      // The reporter describes a rule of the config by its summary.
      return markdown === undefined ? [] : [[id, { markdown, text: plainDoc(markdown) }]];
    }),
  );

/** Adds the Markdown report to the job's summary, where GitHub gives a file for it. */
async function writeJobSummary({ env, stderr }: Io, { report }: AuditResult, context: ReportContext): Promise<void> {
  const file = env["GITHUB_STEP_SUMMARY"];
  if (!file) return;
  const render = await loadReporter("markdown");
  try {
    const { output, notices } = render(report, { ...context, colour: false });
    await appendFile(file, output);
    for (const notice of notices) await stderr.write(`standfirst: ${notice}\n`);
  } catch (error) {
    throw new OutputError(`The job summary ${file}`, error instanceof Error ? error : new Error(String(error)));
  }
}
