import type { Corpus, DocumentReading } from "#model/corpus";
import { names, type Directive, type JudgedDirective } from "#model/directive";
import type { Span } from "#model/span";
import type { Run } from "#rule-kit/define-rule";
import type { RuleSet, Settings } from "#rule-kit/settings";
import { checkSubjects, type JudgedProblem, type Judgement } from "./judge.ts";

/** Problems with the directives that suppress them, and what the rules over directives say. */
export interface Suppression extends Judgement {
  readonly suppressedBy: ReadonlyMap<JudgedProblem, Directive>;
}

/** Finds which problems a directive covers, then judges the directives themselves: which ones did nothing, and so on. */
export function suppress(
  problems: readonly JudgedProblem[],
  { documents }: Corpus,
  rules: RuleSet,
  settings: Settings,
  run: Run,
): Suppression {
  const withDirectives = documents.filter(({ directives }) => directives.length > 0);
  const byPath = new Map(withDirectives.map((document) => [document.path, document]));
  const suppressedBy = new Map<JudgedProblem, Directive>();
  for (const problem of problems) {
    const directive = byPath.get(problem.at.path)?.directives.find((one) => covers(one, problem));
    if (directive !== undefined) suppressedBy.set(problem, directive);
  }
  const counts = new Map<Directive, number>();
  for (const directive of suppressedBy.values()) counts.set(directive, (counts.get(directive) ?? 0) + 1);
  const known = namesOf(rules);
  const judged = withDirectives.flatMap((document) => judgedDirectives(document, counts, known, settings));
  const ownProblems: JudgedProblem[] = [];
  const crashes: Judgement["crashes"][number][] = [];
  for (const id of settings.enabled) {
    const rule = rules[id];
    if (rule?.on !== "directive") continue;
    const subjects = judged.map((subject) => ({ subject, path: subject.path }));
    const own = checkSubjects(id, rule, subjects, settings, run);
    ownProblems.push(...own.problems);
    crashes.push(...own.crashes);
  }
  return { suppressedBy, problems: ownProblems, crashes };
}

const covers = (directive: Directive, { rule, at }: JudgedProblem) =>
  meets(at.span, directive.covers) &&
  (directive.rules.length === 0 || directive.rules.some(({ value }) => names(value, rule)));

const meets = (a: Span, b: Span) => a.start < b.end && (b.start < a.end || b.start <= a.start);

/** Every id and group that there is. */
function namesOf(rules: RuleSet): ReadonlySet<string> {
  const ids = Object.keys(rules);
  return new Set([...ids, ...ids.map((id) => id.slice(0, id.indexOf("/")))]);
}

function judgedDirectives(
  { path, directives }: DocumentReading,
  counts: ReadonlyMap<Directive, number>,
  known: ReadonlySet<string>,
  settings: Settings,
): JudgedDirective[] {
  const on = settings.enabled.filter((id) => settings.at(id, path).severity !== "off");
  return directives.map((directive) => ({
    ...directive,
    path,
    suppressed: counts.get(directive) ?? 0,
    judged:
      directive.rules.length === 0 ? on : on.filter((id) => directive.rules.some(({ value }) => names(value, id))),
    known,
  }));
}
