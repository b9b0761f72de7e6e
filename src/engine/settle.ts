import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import type { Problem, ProblemFix } from "#model/problem";
import type { Finding, Fix } from "#model/report";
import type { Span, Range } from "#model/span";
import type { RuleSet, Settings } from "#rule-kit/settings";
import { foldEditions } from "./fold.ts";
import type { JudgedProblem } from "./judge.ts";
import { messageOf } from "./message.ts";
import { comparePaths } from "./order.ts";

/** What settling needs from outside of the engine. */
export interface SettleTools {
  /** Lines and columns of a stretch of a document. */
  rangeOf(path: string, span: Span): Range;
  /** SHA-256 of a text, in hex. */
  digest(text: string): string;
}

/** A finding before it is known which others share its cause: `group` is the rule's own name for the cause. */
export type SettledFinding = Finding;

/** Turns problems into findings: severity, text, lines, identity and status. */
export function settle(
  problems: readonly JudgedProblem[],
  corpus: Corpus,
  rules: RuleSet,
  settings: Settings,
  tools: SettleTools,
): SettledFinding[] {
  const postKeys = postKeysByEntry(corpus);
  const ordinals = new Map<string, number>();
  const kept = foldEditions(problems, corpus).filter(
    (problem) => settings.at(problem.rule, problem.at.path).severity !== "off",
  );
  return inPlaceOrder(kept).map((problem) => {
    const rule = rules[problem.rule];
    const setting = settings.at(problem.rule, problem.at.path);
    if (rule === undefined || setting.severity === "off") throw new Error(`rule ${problem.rule} is not in the run`);
    const { entry, path, span } = problem.at;
    return {
      rule: problem.rule,
      severity: setting.severity,
      messageId: problem.message,
      message: messageOf(rule, problem),
      data: problem.data,
      path,
      url: entry?.url?.value ?? null,
      subject: entry?.title?.value ?? null,
      range: tools.rangeOf(path, span),
      related: relatedOf(problem, tools),
      group: problem.group === undefined ? null : `${problem.rule} ${problem.group}`,
      fix: fixOf(problem.fix, path, tools),
      fingerprint: fingerprintOf(problem, postKeys, ordinals, tools),
      status: "active",
      statusReason: null,
    };
  });
}

const relatedOf = ({ related = [] }: Problem, { rangeOf }: SettleTools) =>
  related.map(({ place, message }) => ({ path: place.path, range: rangeOf(place.path, place.span), message }));

const fixOf = (fix: ProblemFix | undefined, path: string, { rangeOf }: SettleTools): Fix | null =>
  fix === undefined
    ? null
    : { ...fix, edits: fix.edits.map(({ span, text }) => ({ range: rangeOf(path, span), text })) };

/**
 * The identity of a problem: rule, post, place name, key, and a rank among equals. Neither lines nor wording nor
 * numbers are part of it, so it survives edits elsewhere, reworded messages and new thresholds.
 */
function fingerprintOf(
  { rule, at, key }: JudgedProblem,
  postKeys: ReadonlyMap<Entry, string>,
  ordinals: Map<string, number>,
  { digest }: SettleTools,
): string {
  const post = (at.entry && postKeys.get(at.entry)) ?? at.path.normalize("NFC");
  const evidence = key.normalize("NFC").replace(/\s+/g, " ").trim();
  const identity = JSON.stringify(["v1", rule, post, at.anchor, evidence]);
  const ordinal = ordinals.get(identity) ?? 0;
  ordinals.set(identity, ordinal + 1);
  return `v1:${digest(`${identity}#${ordinal}`).slice(0, 32)}`;
}

function postKeysByEntry({ posts }: Corpus): ReadonlyMap<Entry, string> {
  const keys = new Map<Entry, string>();
  for (const { key, entries } of posts) for (const entry of entries) keys.set(entry, key);
  return keys;
}

const inPlaceOrder = (problems: readonly JudgedProblem[]) =>
  problems.toSorted(
    (a, b) =>
      comparePaths(a.at.path, b.at.path) ||
      a.at.span.start - b.at.span.start ||
      a.at.span.end - b.at.span.end ||
      comparePaths(a.rule, b.rule) ||
      comparePaths(a.message, b.message) ||
      comparePaths(a.key, b.key),
  );
