import type { Corpus } from "#model/corpus";
import type { StaleEntry } from "#model/stale-entry";
import type { Format } from "#model/document";
import type { Entry } from "#model/entry";
import type { Place, Problem, ProblemFix } from "#model/problem";
import type { Finding, Fix } from "#model/report";
import type { Span, Range } from "#model/span";
import type { Run } from "#rule-kit/define-rule";
import type { RuleSet, Settings } from "#rule-kit/settings";
import { compareStrings } from "#text/compare";
import { escapeFor } from "#text/escape";
import { foldEditions } from "./fold.ts";
import { checkSubjects, type JudgedProblem, type Judgement } from "./judge.ts";
import { messageOf } from "./message.ts";
import { suppress, type Suppression } from "./suppress.ts";
import { writtenEdits } from "./written-edits.ts";

/** What settling needs from outside of the engine. */
export interface SettleTools {
  /** Lines and columns of a stretch of a document. */
  rangeOf(path: string, span: Span): Range;
  /** SHA-256 of a text, in hex. */
  digest(text: string): string;
}

/** Everything that a problem is settled against. */
export interface SettleContext {
  readonly corpus: Corpus;
  readonly rules: RuleSet;
  readonly settings: Settings;
  readonly run: Run;
  readonly tools: SettleTools;
}

/** What a finding comes from, as far as it is not in the finding. */
export interface Cause {
  /** The URL path at which the site has nothing. */
  readonly lacks: string | undefined;
  /** Further places of it that nothing suppresses. */
  readonly others: readonly Place[];
}

/** Findings, and crashes of the rules that were judged on the way. */
export interface Settlement {
  /** In the order of their places. `group` is the rule's own name for the cause. */
  readonly findings: readonly Finding[];
  /** What else is known of findings, by their fingerprints. */
  readonly causes: ReadonlyMap<string, Cause>;
  readonly crashes: Judgement["crashes"];
}

/** Turns problems into findings: severity, text, lines, identity, and whether a directive suppresses them. */
export function settle(problems: readonly JudgedProblem[], context: SettleContext): Settlement {
  const { corpus, rules, settings, run } = context;
  const isOn = ({ rule, at }: JudgedProblem) => settings.at(rule, at.path).severity !== "off";
  const folded = foldEditions(problems, corpus).filter(isOn);
  const { problems: ownProblems, crashes, ...directives } = suppress(folded, corpus, rules, settings, run);
  return { ...findingsOf([...folded, ...ownProblems], directives, context), crashes };
}

/** Judges the entries of a baseline that match nothing any more, and settles what the rules say of them. */
export function settleStale(entries: readonly StaleEntry[], context: SettleContext): Settlement {
  const { rules, settings, run } = context;
  const judgements = settings.enabled.flatMap((id) => {
    const rule = rules[id];
    if (rule?.on !== "baseline") return [];
    const subjects = entries.map((subject) => ({ subject, path: subject.file }));
    return [checkSubjects(id, rule, subjects, settings, run)];
  });
  return {
    ...findingsOf(
      judgements.flatMap(({ problems }) => problems),
      { suppressedBy: new Map(), open: new Map() },
      context,
    ),
    crashes: judgements.flatMap(({ crashes }) => crashes),
  };
}

function findingsOf(
  problems: readonly JudgedProblem[],
  { suppressedBy, open }: Pick<Suppression, "suppressedBy" | "open">,
  context: SettleContext,
): Pick<Settlement, "findings" | "causes"> {
  const { settings } = context;
  const identify = fingerprints(context.corpus, context.tools);
  const formats = new Map(context.corpus.documents.map(({ path, format }) => [path, format]));
  const causes = new Map<string, Cause>();
  const findings = inPlaceOrder(problems).map((problem): Finding => {
    const directive = suppressedBy.get(problem);
    const fingerprint = identify(problem);
    const others = (open.get(problem) ?? []).filter(({ path }) => settings.at(problem.rule, path).severity !== "off");
    if (problem.lacks !== undefined || others.length > 0) causes.set(fingerprint, { lacks: problem.lacks, others });
    return {
      ...describe(problem, formats.get(problem.at.path) ?? "text", context),
      fingerprint,
      status: directive === undefined ? "active" : "suppressed",
      statusReason: directive?.reason ?? null,
    };
  });
  return { findings, causes };
}

/** What a finding says of its problem alone. */
function describe(problem: JudgedProblem, format: Format, { rules, settings, tools }: SettleContext) {
  const { rule: id, at, message, data, key, group, fix } = problem;
  const rule = rules[id];
  const { severity } = settings.at(id, at.path);
  if (rule === undefined || severity === "off") throw new Error(`rule ${id} is not in the run`);
  const subject = at.entry?.title?.value ?? null;
  return {
    rule: id,
    severity,
    messageId: message,
    message: messageOf(rule, problem),
    data,
    path: at.path,
    url: at.entry?.url?.value ?? null,
    subject,
    range: tools.rangeOf(at.path, at.span),
    related: relatedOf(problem, tools),
    group: group === undefined ? null : `${id} ${group}`,
    fix: fixOf(fix, at, format, tools),
    key: evidenceOf(key),
    context: tools.digest(JSON.stringify([subject?.normalize("NFC") ?? "", at.anchor])).slice(0, 16),
  };
}

/** A key in the form in which it is compared: NFC, white space folded. */
const evidenceOf = (key: string) => key.normalize("NFC").replace(/\s+/g, " ").trim();

const relatedOf = ({ related = [] }: Problem, { rangeOf }: SettleTools) =>
  related.map(({ place, message }) => ({ path: place.path, range: rangeOf(place.path, place.span), message }));

function fixOf(
  fix: ProblemFix | undefined,
  { path, entry }: Place,
  format: Format,
  { rangeOf }: SettleTools,
): Fix | null {
  if (fix === undefined) return null;
  const edits = format === "markdown" ? writtenEdits(entry, fix.edits) : fix.edits;
  return {
    ...fix,
    edits: edits.map(({ span, text }) => ({ range: rangeOf(path, span), text: escapeFor(format, text) })),
  };
}

/**
 * The identity of a problem: rule, post, place name, key, and a rank among equals. Neither lines nor wording nor
 * numbers are part of it, so it survives edits elsewhere, reworded messages and new thresholds.
 */
function fingerprints(corpus: Corpus, { digest }: SettleTools): (problem: JudgedProblem) => string {
  const postKeys = postKeysByEntry(corpus);
  const ordinals = new Map<string, number>();
  return ({ rule, at, key }) => {
    const post = (at.entry && postKeys.get(at.entry)) ?? at.path.normalize("NFC");
    const identity = JSON.stringify(["v1", rule, post, at.anchor, evidenceOf(key)]);
    const ordinal = ordinals.get(identity) ?? 0;
    ordinals.set(identity, ordinal + 1);
    return `v1:${digest(`${identity}#${ordinal}`).slice(0, 32)}`;
  };
}

function postKeysByEntry({ posts }: Corpus): ReadonlyMap<Entry, string> {
  const keys = new Map<Entry, string>();
  for (const { key, entries } of posts) for (const entry of entries) keys.set(entry, key);
  return keys;
}

const inPlaceOrder = (problems: readonly JudgedProblem[]) =>
  problems.toSorted(
    (a, b) =>
      compareStrings(a.at.path, b.at.path) ||
      a.at.span.start - b.at.span.start ||
      a.at.span.end - b.at.span.end ||
      compareStrings(a.rule, b.rule) ||
      compareStrings(a.message, b.message) ||
      compareStrings(a.key, b.key),
  );

/** Orders findings by path, place and rule: the order of every report. */
export const byPlace = (a: Finding, b: Finding): number =>
  compareStrings(a.path, b.path) ||
  a.range.start.offset - b.range.start.offset ||
  a.range.end.offset - b.range.end.offset ||
  compareStrings(a.rule, b.rule) ||
  compareStrings(a.messageId, b.messageId) ||
  compareStrings(a.key, b.key);
