import type { Report, ReportedRule } from "#model/report";
import type { Severity } from "#model/severity";
import { printable } from "#text/printable";
import type { ReportContext, RuleHelp } from "./reporter.ts";

/** SARIF's name for each severity. */
export const levels = { error: "error", warn: "warning", info: "note" } as const satisfies Record<Severity, string>;

const problemSeverities = { error: "error", warn: "warning", info: "recommendation" } as const satisfies Record<
  Severity,
  string
>;
/** A rule is an error only where it can hardly be wrong, and an info where taste has a say. */
const precisions = { error: "very-high", warn: "high", info: "medium" } as const satisfies Record<
  Severity,
  RuleHelp["precision"]
>;
/** Characters that GitHub shows of a description. */
const longestDescription = 1_024;
/** Tags of a rule that GitHub shows. */
const mostTags = 10;

/** Name of the one form that messages of all rules have: a sentence made by the rule. */
export const messageId = "default";

/** A rule as SARIF describes it. */
export type RuleDescriptor = ReturnType<typeof describeRule>;

/** Descriptors of all rules of the run, sorted by id, whatever they found. */
export const describeRules = (report: Report, { rules: help }: ReportContext): RuleDescriptor[] =>
  Object.keys(report.rules)
    .toSorted()
    .flatMap((id) => {
      const rule = report.rules[id];
      return rule === undefined ? [] : [describeRule(id, rule, help?.[id])];
    });

function describeRule(id: string, { summary, url, severity, presets }: ReportedRule, help: RuleHelp | undefined) {
  const sentence = asSentence(summary);
  const [group = id] = id.split("/");
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: sentence },
    fullDescription: { text: sentence },
    help: {
      text: help?.text ?? `${sentence} See ${url}`,
      markdown: help?.markdown ?? `${sentence} [More](${url})`,
    },
    messageStrings: { [messageId]: { text: "{0}." } },
    helpUri: url,
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [...new Set(["content", group, ...presets, ...(help?.tags ?? [])])].slice(0, mostTags),
      precision: help?.precision ?? precisions[severity],
      "problem.severity": problemSeverities[severity],
    },
  };
}

/** "title/near-duplicate" as "TitleNearDuplicate". */
const pascalCase = (id: string) =>
  id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");

/** A text with a capital at its start and a full stop at its end, within the limit. */
function asSentence(text: string): string {
  const line = printable(text).trim();
  const started = line.slice(0, 1).toUpperCase() + line.slice(1);
  const ended = /[.!?]$/.test(started) ? started : `${started}.`;
  return ended.length <= longestDescription ? ended : `${ended.slice(0, longestDescription - 2)}….`;
}
