import type { Entry } from "#model/entry";
import type { Phrase } from "#model/phrase";
import { placeOf, type Place, type ProblemFix } from "#model/problem";
import type { Fact } from "#rule-kit/define-fact";
import { defineRule, type Rule } from "#rule-kit/define-rule";
import { ownRulesUrl } from "#model/project";
import { excerpt } from "#text/wording";
import type { Occurrence } from "./occurrences.ts";

interface HouseProblem {
  readonly data: Readonly<Record<string, string | number>>;
  readonly at: Place;
  readonly key: string;
  readonly fix?: ProblemFix;
}

type Check = (phrase: Phrase, entry: Entry, found: readonly Occurrence[]) => Iterable<HouseProblem>;

const checks: Readonly<Record<Phrase["kind"], Check>> = { existence, substitution, occurrence, consistency };

const defaultMessages: Readonly<Record<Phrase["kind"], string>> = {
  existence: "“{found}” is not house style; write it in another way.",
  substitution: "“{found}” is not house style; write “{use}”.",
  occurrence: "“{found}” stands {count|time} in this post; house style wants {bounds}.",
  consistency: "“{found}” stands beside “{other}”; keep to one of them.",
};

/** The rule of a phrase. It is on under any preset, as the config itself asks for it. */
export function houseRule(phrase: Phrase, occurrences: Fact<readonly Occurrence[]>): Rule {
  const check = checks[phrase.kind];
  const rule = defineRule({
    on: "entry",
    summary: summaryOf(phrase),
    severity: phrase.severity ?? "warn",
    presets: [],
    url: ownRulesUrl,
    sources: (phrase.links ?? []).map((url) => ({ title: "House style", url, read: "" })),
    messages: { phrase: phrase.message ?? defaultMessages[phrase.kind] },
    facts: { occurrences },

    *check(entry, _options, { occurrences: found }) {
      for (const problem of check(phrase, entry, found)) yield { message: "phrase", ...problem };
    },
  });
  return { ...rule, isFromConfig: true };
}

const summaryOf = ({ id, kind, message }: Phrase): string =>
  message !== undefined && !message.includes("{") ? message : `House style: ${id.replaceAll("-", " ")} (${kind}).`;

function* existence(_phrase: Phrase, entry: Entry, found: readonly Occurrence[]) {
  for (const one of found) yield { data: { found: excerpt(one.found) }, at: placeIn(entry, one), key: one.term };
}

function* substitution({ swap = {}, fix = "unsafe" }: Phrase, entry: Entry, found: readonly Occurrence[]) {
  for (const one of found) {
    const use = swap[one.term] ?? "";
    // With `ignoreCase`, what is to be written is found too.
    if (one.found === use) continue;
    const mend = fix === "none" ? undefined : fixOf(one, likeFound(one.found, use), fix);
    const data = { found: excerpt(one.found), use };
    yield { data, at: placeIn(entry, one), key: one.term, ...(mend !== undefined && { fix: mend }) };
  }
}

/**
 * A replacement with a capital where the text has one at the start of what is replaced, and the config has none. Where the
 * capital is all that is replaced, it goes.
 */
function likeFound(found: string, use: string): string {
  const startsSentence = /^\p{Lu}\p{Ll}/u.test(found) && /^\p{Ll}+(?:\P{L}|$)/u.test(use);
  const capitalised = startsSentence ? use.charAt(0).toUpperCase() + use.slice(1) : use;
  return capitalised === found ? use : capitalised;
}

function fixOf({ scope, span, isPlain }: Occurrence, text: string, safety: "safe" | "unsafe"): ProblemFix | undefined {
  const isInData = scope === "title" || scope === "summary";
  // In front matter, other signs may need quotes around the whole value.
  if (!isPlain || (isInData && !/^[\p{L}\p{N} _-]+$/u.test(text))) return undefined;
  // Links may lead to the anchor that a heading's words make.
  const isSafe = safety === "safe" && scope !== "heading";
  return { safety: isSafe ? "safe" : "unsafe", description: `Write “${text}”.`, edits: [{ span, text }] };
}

function* occurrence(phrase: Phrase, entry: Entry, found: readonly Occurrence[]) {
  if (entry.edition !== "source" || entry.draft?.value === true) return;
  const { min = 0, max = Infinity } = phrase;
  if (found.length > max) yield countProblem(entry, found, found[max], `at most ${max}`, "most");
  else if (found.length < min) yield countProblem(entry, found, found[0], `at least ${min}`, "fewest");
}

function countProblem(
  entry: Entry,
  found: readonly Occurrence[],
  at: Occurrence | undefined,
  bounds: string,
  key: string,
): HouseProblem {
  const data = { found: at?.found ?? "It", count: found.length, bounds };
  return { data, at: at === undefined ? placeOf(entry) : placeIn(entry, at), key };
}

function* consistency({ variants = [] }: Phrase, entry: Entry, found: readonly Occurrence[]) {
  if (entry.edition !== "source") return;
  for (const spellings of variants) {
    const uses = spellings
      .map((term) => found.filter((one) => one.term === term))
      .filter((some) => some.length > 0)
      .toSorted((a, b) => b.length - a.length || (a[0]?.span.start ?? 0) - (b[0]?.span.start ?? 0));
    const [usual, ...others] = uses;
    for (const one of others.flat()) {
      const data = { found: one.found, other: usual?.[0]?.term ?? "" };
      yield { data, at: placeIn(entry, one), key: one.term };
    }
  }
}

const placeIn = (entry: Entry, { scope, span }: Occurrence): Place => ({
  path: entry.path,
  span,
  anchor: scope === "title" || scope === "summary" ? `field:${scope}` : scope,
  entry,
});
