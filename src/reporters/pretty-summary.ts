import { wrapText } from "#text/display-width";
import { printable } from "#text/printable";
import { plural } from "#text/wording";
import { countBySeverity, errorLines, readingWords } from "./findings.ts";
import { margin, type Sheet } from "./pretty-sheet.ts";

/** What the list above the summary left out. */
interface Shown {
  /** Findings that `--quiet` hides. */
  readonly hidden: number;
  readonly hasFrames: boolean;
}

/** What kept the run from doing its whole job. */
export function errorBlock({ report, style, layout }: Sheet): string[] {
  if (report.errors.length === 0) return [];
  const lines = errorLines(report).flatMap((line) =>
    wrapText(printable(line), layout.total - 2 * margin.length).map(
      (part, index) => margin + (index === 0 ? "" : margin) + part,
    ),
  );
  return [style.severity.error(`${plural(report.errors.length, "error")} of the run`), ...lines, ""];
}

/** The last lines of every report: what was found, in how much, and what follows from it. One line when all is well. */
export function summaryBlock(sheet: Sheet, shown: Shown): string[] {
  const { report, style, layout } = sheet;
  const headline = `${symbol(sheet)} ${style.strong(countBySeverity(report.summary))} in ${readingWords(report)}`;
  const details = detailsOf(sheet);
  if (isClean(sheet)) return [[headline, ...details].join(style.faint(" · "))];
  const broken = (line: string, paint: (text: string) => string) =>
    wrapText(line, layout.total - margin.length).map((part) => margin + paint(part));
  const verdicts = [
    ...(report.errors.length === 0 ? [] : [`Run incomplete: ${plural(report.errors.length, "error")} above`]),
    ...(report.gate.passed ? [] : [`Gate failed: ${report.gate.reasons.map(printable).join("; ")}`]),
  ];
  return [
    headline,
    ...[details.join(" · "), hintOf(sheet, shown)]
      .filter((line) => line !== "")
      .flatMap((line) => broken(line, style.faint)),
    ...verdicts.flatMap((line) => broken(line, style.severity.error)),
  ];
}

const isClean = ({ report: { summary, errors, gate } }: Sheet) =>
  summary.error + summary.warn + summary.info + errors.length === 0 && gate.passed;

function symbol(sheet: Sheet): string {
  const { report, style } = sheet;
  if (!report.gate.passed || report.errors.length > 0) return style.severity.error("✖");
  return isClean(sheet) ? style.success("✔") : style.severity.warn("!");
}

function detailsOf({ report: { summary, run }, context: { stats } }: Sheet): string[] {
  const { fixable, suppressed, baselined } = summary;
  const cached = stats?.cached ?? run.cached;
  return [
    ...(fixable.safe > 0 ? [`${fixable.safe} fixable with --fix`] : []),
    ...(fixable.unsafe > 0 ? [`${fixable.unsafe} ${fixable.safe > 0 ? "more" : "fixable"} with --fix --unsafe`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(baselined > 0 ? [`${baselined} baselined`] : []),
    ...(run.since === null
      ? []
      : [run.since === "staged" ? "staged changes" : `changed since ${printable(run.since)}`]),
    ...(cached > 0 ? [`${cached} cached`] : []),
    ...(stats === undefined ? [] : [durationWords(stats.milliseconds)]),
  ];
}

const durationWords = (milliseconds: number) =>
  milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;

/** Findings that no one reads to the end. */
const many = 100;

/** What the reader does not see, and how to see it; and where there is too much to see, how to see less. */
function hintOf({ report: { summary } }: Sheet, { hidden, hasFrames }: Shown): string {
  const others = summary.warn + summary.info;
  const parts = [
    ...(hidden === 0 && summary.error + others > many ? ["--statistics counts the findings by rule"] : []),
    ...(hidden === 0 && summary.error > 0 && others > many ? ["--quiet shows the errors alone"] : []),
    ...(hidden > 0 ? [`${plural(hidden, "finding")} below error not shown (--quiet)`] : []),
    ...(hasFrames ? [] : ["--full shows the source of each finding"]),
  ];
  return parts.join(" · ");
}
