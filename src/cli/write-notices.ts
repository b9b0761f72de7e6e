import type { AuditResult } from "#audit";
import { printable } from "#text/printable";
import { plural } from "#text/wording";
import { countByRule } from "./count-by-rule.ts";
import type { Io } from "./io.ts";
import type { GivenOptions } from "./options.ts";

/** Writes to standard error what is not part of the report: notices, crashes of rules, counts by rule. */
export async function writeNotices(
  io: Io,
  { report, notices, crashes }: AuditResult,
  options: GivenOptions,
): Promise<void> {
  const lines = [
    ...notices,
    ...crashes.map(({ rule, path, message, stack }) => {
      const where = path === null ? "" : ` on ${path}`;
      const detail = options["verbose"] === true ? `\n${stack}` : " (--verbose shows where)";
      return `the rule ${rule} crashed${where}: ${message}${detail}`;
    }),
  ];
  for (const line of lines) await io.stderr.write(`standfirst: ${printable(line)}\n`);
  if (options["statistics"] === true) await io.stderr.write(statistics(report.findings));
}

/** Findings by rule, the most frequent first. */
function statistics(findings: AuditResult["report"]["findings"]): string {
  const rows = countByRule(findings.filter(({ status }) => status === "active"));
  const total = rows.reduce((sum, [, n]) => sum + n, 0);
  const width = String(total).length;
  return [
    ...rows.map(([rule, n]) => `${String(n).padStart(width)}  ${rule}`),
    `${total}  ${plural(total, "finding").replace(/^\S+ /, "")} in all`,
    "",
  ].join("\n");
}
