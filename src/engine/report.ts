import type { Corpus } from "#model/corpus";
import { names as namesRule } from "#model/directive";
import { projectUrl } from "#model/project";
import type { Finding, Group, Report, RunError } from "#model/report";
import { isAtLeast, type Severity } from "#model/severity";
import type { Rule } from "#rule-kit/define-rule";
import type { GateSettings, RuleSet, Settings } from "#rule-kit/settings";
import { compareStrings } from "#text/compare";
import { plural } from "#text/wording";

/** What a report says beyond its findings. */
export interface RunFacts {
  readonly version: string;
  readonly root: string;
  readonly cached: number;
  readonly since: string | null;
  readonly errors: readonly RunError[];
}

/** Where a rule is documented. */
const docOf = (id: string, { url }: Rule) => url ?? `${projectUrl}/blob/main/rules/${id}.md`;
const reportSchemaUrl = "https://standfirst.dev/schemas/report-1.json";

/** Puts findings (in the order of their places) into the report, with counts, groups and gate. */
export function reportOf(
  findings: readonly Finding[],
  corpus: Corpus,
  rules: RuleSet,
  settings: Settings,
  run: RunFacts,
): Report {
  const grouped = nameGroups(findings);
  return {
    $schema: reportSchemaUrl,
    schemaVersion: "1.0",
    tool: { name: "standfirst", version: run.version },
    run: {
      root: run.root,
      documents: corpus.documents.length,
      entries: corpus.entries.length,
      posts: corpus.posts.length,
      cached: run.cached,
      since: run.since,
      shard: null,
      complete: run.errors.length === 0,
    },
    summary: summarise(findings),
    gate: gateOf(findings, settings.gate),
    rules: describeRules(rules, settings),
    findings: grouped.findings,
    groups: grouped.groups,
    errors: run.errors,
  };
}

/** Gives the groups short names in the order in which the report shows them; a group of one is none. */
function nameGroups(findings: readonly Finding[]) {
  const sizes = new Map<string, number>();
  for (const { group } of findings) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);

  const names = new Map<string, string>();
  const groups: Record<string, Group> = {};
  const named = findings.map((finding) => {
    const { group, rule } = finding;
    const size = group === null ? 0 : (sizes.get(group) ?? 0);
    if (group === null || size < 2) return { ...finding, group: null };
    const name = names.get(group) ?? `g${names.size + 1}`;
    names.set(group, name);
    groups[name] = { rule, key: group.slice(rule.length + 1), size };
    return { ...finding, group: name };
  });
  return { findings: named, groups };
}

function summarise(findings: readonly Finding[]): Report["summary"] {
  const active = findings.filter(({ status }) => status === "active");
  const count = (severity: Severity) => active.filter((finding) => finding.severity === severity).length;
  const fixable = (safety: "safe" | "unsafe") => active.filter(({ fix }) => fix?.safety === safety).length;
  const withStatus = (status: Finding["status"]) => findings.filter((finding) => finding.status === status).length;
  return {
    error: count("error"),
    warn: count("warn"),
    info: count("info"),
    fixable: { safe: fixable("safe"), unsafe: fixable("unsafe") },
    suppressed: withStatus("suppressed"),
    baselined: withStatus("baselined"),
  };
}

function gateOf(findings: readonly Finding[], { failOn, maxWarnings, budgets = {} }: GateSettings): Report["gate"] {
  const active = findings.filter(({ status }) => status === "active");
  const reasons: string[] = [];
  const failing = failOn === "never" ? [] : active.filter(({ severity }) => isAtLeast(severity, failOn));
  if (failing.length > 0) reasons.push(`${plural(failing.length, "finding")} at or above ${failOn}`);
  const warnings = active.filter(({ severity }) => severity === "warn").length;
  if (maxWarnings !== undefined && warnings > maxWarnings) {
    reasons.push(`${plural(warnings, "warning")}, at most ${maxWarnings} allowed`);
  }
  for (const [name, most] of Object.entries(budgets).toSorted(([a], [b]) => compareStrings(a, b))) {
    const spent = active.filter(({ rule }) => namesRule(name, rule)).length;
    if (spent > most) reasons.push(`${plural(spent, "finding")} of ${name}, at most ${most} allowed`);
  }
  return { passed: reasons.length === 0, reasons };
}

const describeRules = (rules: RuleSet, settings: Settings): Report["rules"] =>
  Object.fromEntries(
    settings.enabled.flatMap((id) => {
      const rule = rules[id];
      if (rule === undefined) return [];
      const { severity } = settings.base(id);
      const { summary, presets } = rule;
      return [
        [id, { url: docOf(id, rule), summary, severity: severity === "off" ? rule.severity : severity, presets }],
      ];
    }),
  );
