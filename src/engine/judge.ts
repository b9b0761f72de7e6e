import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import type { Problem } from "#model/problem";
import type { RunError } from "#model/report";
import type { FactSpecs } from "#rule-kit/define-fact";
import type { Rule, Run, SubjectName } from "#rule-kit/define-rule";
import type { RuleSet, Settings } from "#rule-kit/settings";
import { factKey, type DocumentFacts } from "./extract.ts";

/** A problem and the rule that yields it. */
export interface JudgedProblem extends Problem {
  readonly rule: string;
}

export interface Judgement {
  readonly problems: readonly JudgedProblem[];
  readonly crashes: readonly (RunError & { readonly stack: string })[];
}

/** Runs every enabled rule over facts and corpus. A rule that throws is recorded, and everything else still runs. */
export function judge(
  corpus: Corpus,
  extracted: readonly DocumentFacts[],
  rules: RuleSet,
  settings: Settings,
  run: Run,
): Judgement {
  const facts = new FactTable(extracted);
  const judgements = settings.enabled.flatMap((id) => {
    const rule = rules[id];
    return rule === undefined
      ? []
      : [checkSubjects(id, rule, subjectsOf(rule, corpus), facts.for(rule), settings, run)];
  });
  return {
    problems: judgements.flatMap(({ problems }) => problems),
    crashes: judgements.flatMap(({ crashes }) => crashes),
  };
}

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
  factsOf: (subject: unknown) => Readonly<Record<string, unknown>>,
  settings: Settings,
  run: Run,
): Judgement {
  const problems: JudgedProblem[] = [];
  const crashes: (RunError & { stack: string })[] = [];
  for (const { subject, path } of subjects) {
    const setting = path === undefined ? settings.base(id) : settings.at(id, path);
    if (path !== undefined && setting.severity === "off") continue;
    try {
      const found = rule.check(subject as never, setting.options, factsOf(subject) as never, run);
      for (const problem of found) problems.push({ ...problem, rule: id });
    } catch (error) {
      crashes.push(crashOf(error, id, path));
    }
  }
  return { problems, crashes };
}

function* subjectsOf(rule: Rule, corpus: Corpus): Iterable<Subject> {
  const subjects: Record<SubjectName, () => Iterable<Subject>> = {
    entry: () => corpus.entries.map((entry) => ({ subject: entry, path: entry.path })),
    document: () =>
      corpus.entries
        .filter(({ edition }) => edition === "source")
        .map((entry) => ({ subject: entry, path: entry.path })),
    post: () => corpus.posts.map((post) => ({ subject: post, path: post.entries[0].path })),
    corpus: () => [{ subject: corpus, path: undefined }],
    // Judged when it is known what the directives suppressed: see suppress.ts.
    directive: () => [],
    // Judged when it is known which findings the baseline has: see settleStale.
    baseline: () => [],
  };
  yield* subjects[rule.on]();
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

/** Finds the value of a fact for an entry. */
class FactTable {
  readonly #byPath: ReadonlyMap<string, DocumentFacts["facts"]>;

  constructor(extracted: readonly DocumentFacts[]) {
    this.#byPath = new Map(extracted.map(({ reading, facts }) => [reading.path, facts]));
  }

  /** Gives the `facts` argument of a rule's check for each subject. */
  for(rule: Rule): (subject: unknown) => Readonly<Record<string, unknown>> {
    const names = Object.entries(rule.facts as FactSpecs).map(([name, fact]) => [name, factKey(fact)] as const);
    if (names.length === 0) return () => noFacts;
    if (rule.on === "entry" || rule.on === "document") {
      return (subject) => Object.fromEntries(names.map(([name, key]) => [name, this.#value(key, subject as Entry)]));
    }
    const lookUps = Object.fromEntries(names.map(([name, key]) => [name, (entry: Entry) => this.#value(key, entry)]));
    return () => lookUps;
  }

  #value(key: string, { path, ordinal }: Entry): unknown {
    return this.#byPath.get(path)?.[key]?.[ordinal];
  }
}

const noFacts = {};
