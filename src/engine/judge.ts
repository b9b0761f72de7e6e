import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import type { Problem } from "#model/problem";
import type { RunError } from "#model/report";
import type { Stopwatch } from "#model/timing";
import type { FactSpecs } from "#rule-kit/define-fact";
import type { Rule, Run, RunOfRule } from "#rule-kit/define-rule";
import type { OptionSpecs } from "#rule-kit/options";
import type { RuleSet, Settings } from "#rule-kit/settings";
import { compareStrings } from "#text/compare";
import { factKey, type DocumentFacts } from "./extract.ts";
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
 * What is known of one document is judged when its turn comes, and of its facts only those are kept that rules over
 * several documents ask for. The order of the documents does not matter. All rules meet an entry before the next one is
 * looked at, so that what they work out of its texts can be remembered for a moment.
 */
export async function judge(
  corpus: Corpus,
  documents: Iterable<DocumentFacts> | AsyncIterable<DocumentFacts>,
  rules: RuleSet,
  settings: Settings,
  run: Run,
  timing?: Stopwatch,
): Promise<Judgement> {
  const enabled = settings.enabled.flatMap((id): RuleRun[] => {
    const rule = rules[id];
    return rule === undefined ? [] : [new RuleRun(id, rule, settings, run, timing)];
  });
  const [local, wide] = [enabled.filter((one) => one.isLocal), enabled.filter((one) => !one.isLocal)];
  // Documents that come from elsewhere may be many more than those that were extracted here.
  const table = new FactTable(wide, Symbol.asyncIterator in documents);
  const entriesAt = new Map(corpus.documents.map(({ path, entries }) => [path, entries]));
  for await (const document of documents) {
    table.add(document);
    for (const entry of entriesAt.get(document.reading.path) ?? []) {
      for (const one of local) {
        if (concerns(one, entry)) one.check(entry, document.reading.path, factsIn(document, one.facts, entry));
      }
    }
  }
  for (const one of wide) {
    const lookUps = table.for(one);
    for (const { subject, path } of subjectsOf(one.rule, corpus)) one.check(subject, path, lookUps);
  }
  for (const one of local) one.sortByPath();
  return {
    problems: enabled.flatMap(({ problems }) => problems),
    crashes: enabled.flatMap(({ crashes }) => crashes),
  };
}

/** What a rule checks, and the document that it belongs to; a corpus belongs to none. */
export interface Subject {
  readonly subject: unknown;
  readonly path: string | undefined;
}

/** Runs one rule, which asks for no facts, over its subjects. Where it throws, the subject is skipped and the crash recorded. */
export function checkSubjects(
  id: string,
  rule: Rule,
  subjects: Iterable<Subject>,
  settings: Settings,
  run: Run,
): Judgement {
  const one = new RuleRun(id, rule, settings, run);
  for (const { subject, path } of subjects) one.check(subject, path, noFacts);
  return one;
}

/** One rule at work, and what it has found so far. */
class RuleRun implements Judgement {
  readonly id: string;
  readonly rule: Rule;
  /** Names, as the rule gives them, with the keys of the facts. */
  readonly facts: readonly (readonly [string, string])[];
  readonly problems: JudgedProblem[] = [];
  readonly crashes: (RunError & { stack: string })[] = [];
  readonly #settings: Settings;
  readonly #run: RunOfRule<OptionSpecs>;
  readonly #timing: Stopwatch | undefined;

  constructor(id: string, rule: Rule, settings: Settings, run: Run, timing?: Stopwatch) {
    this.id = id;
    this.rule = rule;
    this.facts = Object.entries(rule.facts as FactSpecs).map(([name, fact]) => [name, factKey(fact)] as const);
    this.#settings = settings;
    this.#run = { ...run, optionsAt: (path) => settings.at(id, path).options };
    this.#timing = timing;
  }

  /** Whether the rule needs to see one document only. */
  get isLocal(): boolean {
    return this.rule.on === "entry" || this.rule.on === "document";
  }

  check(subject: unknown, path: string | undefined, facts: object): void {
    const { id, rule } = this;
    const setting = path === undefined ? this.#settings.base(id) : this.#settings.at(id, path);
    if (path !== undefined && setting.severity === "off") return;
    const started = this.#timing?.now() ?? 0;
    try {
      const found = rule.check(subject as never, setting.options, facts as never, this.#run);
      for (const problem of found) this.problems.push({ ...problem, rule: id });
    } catch (error) {
      this.crashes.push(crashOf(error, id, path));
    }
    this.#timing?.spent("rule", id, this.#timing.now() - started);
  }

  /** Makes the order that of the paths, in whatever order the documents came. */
  sortByPath(): void {
    this.problems.sort((a, b) => compareStrings(a.at.path, b.at.path));
    this.crashes.sort((a, b) => compareStrings(a.path ?? "", b.path ?? ""));
  }
}

const concerns = ({ rule: { on } }: RuleRun, { edition }: Entry) => on === "entry" || edition === "source";

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
function factsIn({ facts }: DocumentFacts, names: RuleRun["facts"], { ordinal }: Entry): object {
  if (names.length === 0) return noFacts;
  const own: Record<string, unknown> = {};
  for (const [name, key] of names) own[name] = facts[key]?.[ordinal];
  return own;
}

/** Finds the value of a fact for an entry, for rules over several documents. Other rules' facts are not kept. */
class FactTable {
  readonly #keys: readonly string[];
  readonly #byPath = new Map<string, DocumentFacts["facts"]>();
  readonly #packed: PackedFacts | undefined;

  /** @param isLarge keeps facts packed: that takes a quarter of the memory, and time at every look */
  constructor(rules: readonly RuleRun[], isLarge: boolean) {
    this.#keys = [...new Set(rules.flatMap(({ facts }) => facts.map(([, key]) => key)))];
    this.#packed = isLarge ? new PackedFacts(this.#keys) : undefined;
  }

  add({ reading: { path }, facts }: DocumentFacts): void {
    if (this.#packed !== undefined) return this.#packed.add(path, facts);
    this.#byPath.set(path, Object.fromEntries(this.#keys.map((key) => [key, facts[key] ?? []])));
  }

  #value(key: string, { path, ordinal }: Entry): unknown {
    const values = this.#packed === undefined ? this.#byPath.get(path)?.[key] : this.#packed.values(path, key);
    return values?.[ordinal];
  }

  /** Gives the `facts` argument of a rule's check. */
  for({ facts }: RuleRun): object {
    return Object.fromEntries(facts.map(([name, key]) => [name, (entry: Entry) => this.#value(key, entry)]));
  }
}

const noFacts = {};
