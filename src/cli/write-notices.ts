import type { AuditResult } from "#audit";
import { printable } from "#text/printable";
import { plural } from "#text/wording";
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
  const counts = new Map<string, number>();
  for (const { rule, status } of findings) if (status === "active") counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rows = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const total = rows.reduce((sum, [, n]) => sum + n, 0);
  const width = String(total).length;
  return [
    ...rows.map(([rule, n]) => `${String(n).padStart(width)}  ${rule}`),
    `${total}  ${plural(total, "finding").replace(/^\S+ /, "")} in all`,
    "",
  ].join("\n");
}
