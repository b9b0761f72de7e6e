import { matchBaseline } from "#baseline/baseline";
import { byPlace, settleStale, type SettleContext, type Settlement } from "#engine/index";
import type { Finding } from "#model/report";
import type { KnownFindings } from "./known-findings.ts";

/** Marks what the baseline knows, and adds findings for its entries that are stale where everything was judged. */
export function compareWithBaseline(
  findings: readonly Finding[],
  context: SettleContext,
  baseline: KnownFindings | undefined,
  isWhole: boolean,
): Settlement {
  if (baseline === undefined) return { findings, crashes: [] };
  const active = findings.filter(({ status }) => status === "active");
  const { known, unmatched } = matchBaseline(active, baseline.entries, baseline.isGone);
  const marked = findings.map((finding) =>
    known.has(finding) ? { ...finding, status: "baselined" as const } : finding,
  );
  const read = new Set(context.corpus.documents.map(({ path }) => path));
  const stale = unmatched.filter(
    ({ rule, path }) => isJudged(rule, context) && (read.has(path) || baseline.isGone(path)),
  );
  const settled = settleStale(isWhole ? stale.map((entry) => ({ ...entry, file: baseline.file })) : [], context);
  return { findings: [...marked, ...settled.findings].toSorted(byPlace), crashes: settled.crashes };
}

/** Whether a rule ran, or can never run again because there is none of its name. */
export const isJudged = (rule: string, { rules, settings }: Pick<SettleContext, "rules" | "settings">) =>
  settings.enabled.includes(rule) || !(rule in rules);
