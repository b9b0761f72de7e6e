import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import type { Problem } from "#model/problem";
import type { RunError } from "#model/report";
import type { Stopwatch } from "#model/timing";
import type { FactSpecs } from "#rule-kit/define-fact";
import type { Rule, Run } from "#rule-kit/define-rule";
import type { RuleSet, Settings } from "#rule-kit/settings";
import { factKey, type DocumentFacts } from "./extract.ts";
import { comparePaths } from "./order.ts";
import { PackedFacts } from "./packed-facts.ts";

/** A problem and the rule that yields it. */
export interface JudgedProblem extends Problem {
  readonly rule: string;
}

export interface Judgement {
  readonly problems: readonly JudgedProblem[];
  readonly crashes: readonly (RunError & { readonly stack: string })[];
}

/**
 * Runs every enabled rule over facts and corpus. A rule that throws is recorded, and everything else still runs.
 *
 * What is known of one document is judged when its turn comes, and of its facts only those stay in memory that rules
 * over several documents ask for. The order of the documents does not matter. All rules meet an entry before the next
 * one is looked at, so that what they work out of its texts can be remembered for a moment.
 */
export async function judge(
  corpus: Corpus,
  documents: Iterable<DocumentFacts> | AsyncIterable<DocumentFacts>,
  rules: RuleSet,
  settings: Settings,
  run: Run,
  timing?: Stopwatch,
): Promise<Judgement> {
  const enabled = settings.enabled.flatMap((id): NamedRule[] => {
    const rule = rules[id];
    return rule === undefined ? [] : [{ id, rule, facts: namesOf(rule), found: new Map() }];
  });
  const [local, wide] = [enabled.filter(isLocal), enabled.filter((one) => !isLocal(one))];
  // Documents that come from elsewhere may be many more than those that were extracted here.
  const table = new FactTable(wide, Symbol.asyncIterator in documents);
  const entriesAt = new Map(corpus.documents.map(({ path, entries }) => [path, entries]));
  for await (const document of documents) {
    const { path } = document.reading;
    table.add(document);
    const runs = local.map((one) => ({ one, rule: new RuleRun(one, factsIn(document, one), settings, run, timing) }));
    for (const entry of entriesAt.get(path) ?? []) {
      for (const { one, rule } of runs) if (concerns(one, entry)) rule.check(entry, path);
    }
    for (const { one, rule } of runs) {
      // Of the run itself nothing is kept: it holds on to all facts of the document.
      const { problems, crashes } = rule;
      if (problems.length + crashes.length > 0) one.found.set(path, { problems, crashes });
    }
  }
  const judgements = enabled.flatMap((one): Judgement[] => {
    if (isLocal(one)) return inPathOrder(one.found);
    const rule = new RuleRun(one, table.for(one), settings, run, timing);
    for (const { subject, path } of subjectsOf(one.rule, corpus)) rule.check(subject, path);
    return [rule];
  });
  return {
    problems: judgements.flatMap(({ problems }) => problems),
    crashes: judgements.flatMap(({ crashes }) => crashes),
  };
}

/** A rule that is on, the facts it asks for, and what it found in single documents. */
interface NamedRule {
  readonly id: string;
  readonly rule: Rule;
  /** Names, as the rule gives them, with the keys of the facts. */
  readonly facts: readonly (readonly [string, string])[];
  /** By path. */
  readonly found: Map<string, Judgement>;
}

const namesOf = (rule: Rule) =>
  Object.entries(rule.facts as FactSpecs).map(([name, fact]) => [name, factKey(fact)] as const);

/** Whether a rule needs to see one document only. */
const isLocal = ({ rule: { on } }: NamedRule) => on === "entry" || on === "document";

const inPathOrder = (found: ReadonlyMap<string, Judgement>): Judgement[] =>
  [...found].toSorted(([a], [b]) => comparePaths(a, b)).map(([, judgement]) => judgement);

/** What a rule checks, and the document that it belongs to; a corpus belongs to none. */
export interface Subject {
  readonly subject: unknown;
  readonly path: string | undefined;
}

/** Runs one rule over its subjects. Where it throws, the subject is skipped and the crash recorded. */
export function checkSubjects(
  id: string,
  rule: Rule,
  subjects: Iterable<Subject>,
  factsOf: FactsOf,
  settings: Settings,
  run: Run,
): Judgement {
  const one = new RuleRun({ id, rule }, factsOf, settings, run);
  for (const { subject, path } of subjects) one.check(subject, path);
  return one;
}

type FactsOf = (subject: unknown) => Readonly<Record<string, unknown>>;

/** One rule at work, and what it has found so far. */
class RuleRun implements Judgement {
  readonly problems: JudgedProblem[] = [];
  readonly crashes: (RunError & { stack: string })[] = [];
  readonly #of: Pick<NamedRule, "id" | "rule">;
  readonly #factsOf: FactsOf;
  readonly #settings: Settings;
  readonly #run: Run;
  readonly #timing: Stopwatch | undefined;

  constructor(of: Pick<NamedRule, "id" | "rule">, factsOf: FactsOf, settings: Settings, run: Run, timing?: Stopwatch) {
    this.#of = of;
    this.#factsOf = factsOf;
    this.#settings = settings;
    this.#run = run;
    this.#timing = timing;
  }

  check(subject: unknown, path: string | undefined): void {
    const { id, rule } = this.#of;
    const setting = path === undefined ? this.#settings.base(id) : this.#settings.at(id, path);
    if (path !== undefined && setting.severity === "off") return;
    const started = this.#timing?.now() ?? 0;
    try {
      const found = rule.check(subject as never, setting.options, this.#factsOf(subject) as never, this.#run);
      for (const problem of found) this.problems.push({ ...problem, rule: id });
    } catch (error) {
      this.crashes.push(crashOf(error, id, path));
    }
    this.#timing?.spent("rule", id, this.#timing.now() - started);
  }
}

const concerns = ({ rule: { on } }: NamedRule, { edition }: Entry) => on === "entry" || edition === "source";

function* subjectsOf({ on }: Rule, corpus: Corpus): Iterable<Subject> {
  if (on === "corpus") yield { subject: corpus, path: undefined };
  if (on === "post") for (const post of corpus.posts) yield { subject: post, path: post.entries[0].path };
  // What the directives suppressed is known later (suppress.ts), and which findings the baseline has (settleStale).
}

function crashOf(error: unknown, rule: string, path: string | undefined) {
  const reason = error instanceof Error ? error : new Error(String(error));
  return {
    code: "RULE_CRASH" as const,
    rule,
    path: path ?? null,
    message: reason.message,
    stack: reason.stack ?? reason.message,
  };
}

/** The facts of one document as a rule's check gets them for an entry. */
function factsIn({ facts }: DocumentFacts, { facts: names }: NamedRule): FactsOf {
  if (names.length === 0) return () => noFacts;
  return (subject) => {
    const { ordinal } = subject as Entry;
    return Object.fromEntries(names.map(([name, key]) => [name, facts[key]?.[ordinal]]));
  };
}

/** Finds the value of a fact for an entry, for rules over several documents. Other rules' facts are not kept. */
class FactTable {
  readonly #byPath = new Map<string, DocumentFacts["facts"]>();
  readonly #packed: PackedFacts | undefined;

  /** @param isLarge keeps facts packed: that takes a quarter of the memory, and time at every look */
  constructor(rules: readonly NamedRule[], isLarge: boolean) {
    const keys = new Set(rules.flatMap(({ facts }) => facts.map(([, key]) => key)));
    this.#packed = isLarge ? new PackedFacts([...keys]) : undefined;
  }

  add({ reading: { path }, facts }: DocumentFacts): void {
    if (this.#packed === undefined) this.#byPath.set(path, facts);
    else this.#packed.add(path, facts);
  }

  #value(key: string, { path, ordinal }: Entry): unknown {
    const values = this.#packed === undefined ? this.#byPath.get(path)?.[key] : this.#packed.values(path, key);
    return values?.[ordinal];
  }

  /** Gives the `facts` argument of a rule's check. */
  for({ facts }: NamedRule): () => Readonly<Record<string, unknown>> {
    const lookUps = Object.fromEntries(facts.map(([name, key]) => [name, (entry: Entry) => this.#value(key, entry)]));
    return () => lookUps;
  }
}

const noFacts = {};
