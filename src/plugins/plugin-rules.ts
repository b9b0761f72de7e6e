import type { Entry } from "#model/entry";
import type { Edit, Place, Problem, ProblemFix } from "#model/problem";
import { ownRulesUrl } from "#model/project";
import type { Span } from "#model/span";
import type { Fact, FactSpecs } from "#rule-kit/define-fact";
import type { Plugin } from "#rule-kit/define-plugin";
import type { Rule } from "#rule-kit/define-rule";
import { slotsOf } from "#rule-kit/message-slots";
import type { RuleSet } from "#rule-kit/settings";
import { builtInFacts } from "./built-in-facts.ts";

/**
 * The rules of a plugin by their full ids, as the engine takes them. The code of a plugin is held to what types would hold it
 * to: its facts are JSON, a fact that throws is a crash of the rules that ask for it, and a problem that can't be reported
 * is one too.
 *
 * @param digest names the plugin's code: facts that other code made are not taken for its own
 */
export function rulesOf({ name, rules }: Plugin, digest: string): RuleSet {
  const own = new Map<Fact, Fact>();
  const factOf = (fact: Fact): Fact => {
    const made = builtInFacts.has(fact) ? fact : (own.get(fact) ?? guardedFact(fact, `${name}/${fact.id}/${digest}`));
    own.set(fact, made);
    return made;
  };
  return Object.fromEntries(Object.entries(rules).map(([id, rule]) => [`${name}/${id}`, guardedRule(rule, factOf)]));
}

/** Under this key a fact has the reason why it could not be made. */
const failure = "standfirst:failure";

/** A fact that never throws, and has the value that it will have when it comes back from the cache. */
function guardedFact({ version, from }: Fact, id: string): Fact {
  const { entry, markdown } = from;
  return {
    id,
    version,
    from: {
      ...(entry && { entry: guarded(entry) }),
      ...(markdown && { markdown: guarded(markdown) }),
    },
  };
}

const guarded =
  <A extends readonly unknown[]>(make: (...from: A) => unknown) =>
  (...from: A): unknown => {
    try {
      return JSON.parse(JSON.stringify(make(...from) ?? null)) as unknown;
    } catch (error) {
      return { [failure]: error instanceof Error ? error.message : String(error) };
    }
  };

function guardedRule(rule: Rule, factOf: (fact: Fact) => Fact): Rule {
  const { facts = {}, options = {}, sources = [] } = rule as Partial<Rule>;
  return {
    ...rule,
    options,
    sources,
    url: rule.url ?? ownRulesUrl,
    facts: Object.fromEntries(Object.entries(facts as FactSpecs).map(([name, fact]) => [name, factOf(fact)])),
    *check(subject, values, given, run) {
      for (const problem of rule.check(subject, values, opened(given) as never, run))
        yield checked(problem, rule, subject);
    },
  };
}

/** Facts that throw where they could not be made. */
function opened(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const opening = Object.entries(facts).map(([name, value]) => {
    const isLookUp = typeof value === "function";
    return [name, isLookUp ? (entry: unknown) => madeOf(name, (value as LookUp)(entry)) : madeOf(name, value)];
  });
  return Object.fromEntries(opening) as Record<string, unknown>;
}

type LookUp = (entry: unknown) => unknown;

function madeOf(name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, failure)) return value;
  throw new Error(`its fact ${name} failed: ${String((value as Record<string, unknown>)[failure])}`);
}

/** A problem that can be reported. */
function checked(problem: Problem, rule: Rule, subject: unknown): Problem {
  const { message, data = {} } = problem;
  if (!Object.hasOwn(rule.messages, message))
    throw new Error(`it yields the message "${message}", which it does not have`);
  const flaw = flawOf({ ...problem, data }, rule.messages[message] ?? "") ?? beyondEnd(problem, subject);
  if (flaw !== undefined) throw new Error(`it yields the message "${message}" ${flaw}`);
  return { ...problem, data };
}

/** What a problem lacks. */
function flawOf({ data, at, key, fix }: Problem, message: string): string | undefined {
  const empty = slotsOf(message).find((slot) => data[slot] === undefined);
  if (empty !== undefined) return `without data for {${empty}}`;
  const { path, anchor, span } = (at as Partial<Place> | undefined) ?? {};
  const isPlace = [path, anchor].every((part) => typeof part === "string");
  if (!isPlace || !isSpan(span)) return "without a place; use placeOf, fieldPlace, partPlace or bodyPlace";
  if (typeof key !== "string") return "without a key, which names the offence";
  return fix === undefined || isFix(fix) ? undefined : "with a fix that has no description, safety or edits";
}

/** Whether a place or an edit lies behind the end of its document, where that is known. */
function beyondEnd({ at, fix }: Problem, subject: unknown): string | undefined {
  const { path, body } = at.entry ?? (subject as Partial<Entry>);
  if (path !== at.path || body === undefined) return undefined;
  const ends = [at.span, ...(fix?.edits ?? []).map(({ span }) => span)].map(({ end }) => end);
  return Math.max(...ends) > body.end ? "with a place or an edit behind the end of the document" : undefined;
}

/** Whether a value is a stretch of a text. */
function isSpan(span: Partial<Span> | undefined): boolean {
  const { start = -1, end = -1 } = span ?? {};
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end >= start;
}

const isFix = ({ safety, description, edits }: Partial<ProblemFix>): boolean =>
  (safety === "safe" || safety === "unsafe") &&
  typeof description === "string" &&
  Array.isArray(edits) &&
  (edits as readonly Partial<Edit>[]).every(({ span, text }) => isSpan(span) && typeof text === "string");
