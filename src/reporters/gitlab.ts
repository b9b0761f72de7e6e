import type { Severity } from "#model/severity";
import { printable } from "#text/printable";
import { plural } from "#text/wording";
import { activeFindings } from "./findings.ts";
import { toJson } from "./json-text.ts";
import { linesOf, snugRange } from "./place.ts";
import type { Reporter } from "./reporter.ts";
import { repositoryPath } from "./repository-path.ts";

const severities = { error: "major", warn: "minor", info: "info" } as const satisfies Record<Severity, string>;

/** GitLab's Code Quality report, the subset of Code Climate's that its merge request widget reads. */
export const gitlab: Reporter = (report, context) => {
  const lines = linesOf(context);
  const unique = uniqueFingerprints();
  const active = activeFindings(report);
  const issues = active.flatMap((finding) => {
    const path = repositoryPath(report, finding.path);
    if (path === undefined) return [];
    const { start, end } = snugRange(finding.range, finding.path, lines);
    return {
      description: `${finding.rule}: ${printable(finding.message)}`,
      check_name: finding.rule,
      fingerprint: unique(finding.fingerprint),
      severity: severities[finding.severity],
      location: { path, lines: { begin: start.line, end: end.line } },
    };
  });
  const outside = active.length - issues.length;
  return {
    output: toJson(issues),
    notices:
      outside === 0 ? [] : [`The GitLab report leaves out ${plural(outside, "finding")} outside of the repository.`],
  };
};

/** GitLab shows one of several issues that share a fingerprint (astral-sh/ruff#3441), so none may. */
function uniqueFingerprints() {
  const uses = new Map<string, number>();
  return (fingerprint: string) => {
    const use = (uses.get(fingerprint) ?? 0) + 1;
    uses.set(fingerprint, use);
    return use === 1 ? fingerprint : `${fingerprint}#${use}`;
  };
}
