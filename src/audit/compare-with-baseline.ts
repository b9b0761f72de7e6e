import { matchBaseline, type BaselineEntry } from "#baseline/baseline";
import { byPlace, settleStale, type SettleContext, type Settlement } from "#engine/index";
import type { Finding } from "#model/report";
import type { KnownFindings } from "./known-findings.ts";

/** Marks what the baseline knows, and adds findings for its entries that are stale where everything was judged. */
export function compareWithBaseline(
  findings: readonly Finding[],
  context: SettleContext,
  baseline: KnownFindings | undefined,
  isWhole: boolean,
): Pick<Settlement, "findings" | "crashes"> {
  if (baseline === undefined) return { findings, crashes: [] };
  const active = findings.filter(({ status }) => status === "active");
  const { known, unmatched } = matchBaseline(active, baseline.entries, baseline.isGone);
  const marked = findings.map((finding) =>
    known.has(finding) ? { ...finding, status: "baselined" as const } : finding,
  );
  const paths = context.corpus.documents.map(({ path }) => path);
  const stale = unmatched.filter(staleIn(context, paths, baseline.isGone));
  const settled = settleStale(isWhole ? stale.map((entry) => ({ ...entry, file: baseline.file })) : [], context);
  return { findings: [...marked, ...settled.findings].toSorted(byPlace), crashes: settled.crashes };
}

/**
 * Tells which entries of a baseline are stale, of those that match nothing: their rule ran, or can never run again because
 * there is none of its name, and their document was judged or is gone. Of the others nobody knows.
 *
 * @param paths of the documents that findings were wanted for
 */
export function staleIn(
  { rules, settings }: Pick<SettleContext, "rules" | "settings">,
  paths: readonly string[],
  isGone: (path: string) => boolean,
): (entry: BaselineEntry) => boolean {
  const [read, enabled] = [new Set(paths), new Set(settings.enabled)];
  return ({ rule, path }) => (enabled.has(rule) || !Object.hasOwn(rules, rule)) && (read.has(path) || isGone(path));
}
