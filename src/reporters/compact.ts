import type { Finding } from "#model/report";
import { inert, printable } from "#text/printable";
import { plural } from "#text/wording";
import { activeFindings, errorLines, severityWords } from "./findings.ts";
import type { Reporter } from "./reporter.ts";

/** One line a finding: `path:line:col: severity rule: message`. */
export const compact: Reporter = (report, { quiet }) => {
  const active = activeFindings(report);
  const shown = quiet ? active.filter(({ severity }) => severity === "error") : active;
  const lines = [...shown.map(compactLine), ...errorLines(report).map((line) => `standfirst: ${printable(line)}`)];
  const hidden = active.length - shown.length;
  return {
    output: inert(lines.map((line) => `${line}\n`).join("")),
    notices: hidden === 0 ? [] : [`${plural(hidden, "finding")} below error not shown (--quiet).`],
  };
};

/** The line of one finding. Its path may start like a command of a CI runner: pass the output through `inert`. */
export const compactLine = ({ path, range, severity, rule, message }: Finding) =>
  `${printable(path)}:${range.start.line}:${range.start.column}: ${severityWords[severity]} ${rule}: ${printable(message)}`;
