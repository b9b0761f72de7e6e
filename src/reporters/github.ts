import type { Finding, Report } from "#model/report";
import type { Severity } from "#model/severity";
import { inert, printable } from "#text/printable";
import { plural } from "#text/wording";
import { compactLine } from "./compact.ts";
import { activeFindings, errorLines, worstFirst } from "./findings.ts";
import { linesOf, snugRange } from "./place.ts";
import type { Reporter } from "./reporter.ts";
import { repositoryPath } from "./repository-path.ts";

/** GitHub shows this many annotations of each level for a step, and drops the others without a word. */
const shownPerLevel = 10;

const levels = { error: "error", warn: "warning", info: "notice" } as const satisfies Record<Severity, string>;

/**
 * Workflow commands that GitHub Actions turns into annotations on the changed files. Those that it has room for come as
 * annotations, the others as plain lines in a folded group.
 */
export const github: Reporter = (report, context) => {
  const lines = linesOf(context);
  const errors = errorLines(report).map((line) => `::error title=standfirst::${escapeData(line)}`);
  const { annotated, rest } = choose(report, shownPerLevel - Math.min(errors.length, shownPerLevel));
  const commands = annotated.map((finding) =>
    annotation(finding, report, snugRange(finding.range, finding.path, lines)),
  );
  return { output: [...errors, ...commands, ...foldedLines(rest)].map((line) => `${line}\n`).join(""), notices: [] };
};

/** Chooses what is annotated: the first of each cause before its repetitions, else in the report's order. */
function choose(report: Report, errorsLeft: number) {
  const left: Record<Severity, number> = { error: errorsLeft, warn: shownPerLevel, info: shownPerLevel };
  const ranked = worstFirst(causesFirst(activeFindings(report)));
  const chosen = new Set(ranked.filter(({ severity }) => left[severity]-- > 0));
  const inOrder = worstFirst(activeFindings(report));
  return {
    annotated: inOrder.filter((finding) => chosen.has(finding)),
    rest: inOrder.filter((finding) => !chosen.has(finding)),
  };
}

function causesFirst(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  const repetitions: Finding[] = [];
  const first = findings.filter((finding) => {
    const isRepetition = finding.group !== null && seen.has(finding.group);
    if (finding.group !== null) seen.add(finding.group);
    if (isRepetition) repetitions.push(finding);
    return !isRepetition;
  });
  return [...first, ...repetitions];
}

function annotation({ rule, severity, message, path }: Finding, report: Report, { start, end }: Finding["range"]) {
  const file = repositoryPath(report, path);
  const title = `title=${escapeProperty(rule)}`;
  // Without a file GitHub shows the annotation beside the step, so its text has to say where it is.
  if (file === undefined) {
    return `::${levels[severity]} ${title}::${escapeData(`${path}:${start.line}:${start.column}: ${message}`)}`;
  }
  // With columns, GitHub refuses a range over several lines (astral-sh/ruff#22074).
  const columns = start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : [];
  const place = [`file=${escapeProperty(file)}`, `line=${start.line}`, `endLine=${end.line}`, ...columns, title];
  return `::${levels[severity]} ${place.join(",")}::${escapeData(message)}`;
}

function foldedLines(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const lines = findings.map((finding) => inert(compactLine(finding)));
  return [`::group::${plural(findings.length, "more finding")}`, ...lines, "::endgroup::"];
}

// Escapes as GitHub's runner reads them back: https://github.com/actions/runner, ActionCommand.cs (read 2026-07-01).
const escapeData = (text: string) =>
  printable(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string) => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
