import type { Place, Problem } from "#model/problem";
import { ownRulesUrl } from "#model/project";
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
      for (const problem of rule.check(subject, values, opened(given) as never, run)) yield checked(problem, rule);
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
function checked(problem: Problem, rule: Rule): Problem {
  const { message, data = {} } = problem;
  if (!Object.hasOwn(rule.messages, message))
    throw new Error(`it yields the message "${message}", which it does not have`);
  const flaw = flawOf({ ...problem, data }, rule.messages[message] ?? "");
  if (flaw !== undefined) throw new Error(`it yields the message "${message}" ${flaw}`);
  return { ...problem, data };
}

/** What a problem lacks. */
function flawOf({ data, at, key }: Problem, message: string): string | undefined {
  const empty = slotsOf(message).find((slot) => data[slot] === undefined);
  if (empty !== undefined) return `without data for {${empty}}`;
  const { path, anchor, span } = (at as Partial<Place> | undefined) ?? {};
  const isPlace = [path, anchor].every((part) => typeof part === "string");
  const isSpan = [span?.start, span?.end].every((offset) => Number.isInteger(offset));
  if (!isPlace || !isSpan) return "without a place; use placeOf, fieldPlace, partPlace or bodyPlace";
  return typeof key === "string" ? undefined : "without a key, which names the offence";
}
