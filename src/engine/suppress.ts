import type { Corpus, DocumentReading } from "#model/corpus";
import { names, type Directive, type JudgedDirective } from "#model/directive";
import type { Place } from "#model/problem";
import type { Span } from "#model/span";
import type { Run } from "#rule-kit/define-rule";
import type { RuleSet, Settings } from "#rule-kit/settings";
import { checkSubjects, type JudgedProblem, type Judgement } from "./judge.ts";

/** Problems with the directives that suppress them, and what the rules over directives say. */
export interface Suppression extends Judgement {
  readonly suppressedBy: ReadonlyMap<JudgedProblem, Directive>;
  /** The further places of a problem that no directive covers. */
  readonly open: ReadonlyMap<JudgedProblem, readonly Place[]>;
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
  const open = new Map<JudgedProblem, readonly Place[]>();
  const counts = new Map<Directive, number>();
  const directivesFor = directivesByRule(byPath);
  const covering = ({ path, span }: Place, rule: string) => {
    const directive = directivesFor(path, rule).find(({ covers }) => meets(span, covers));
    if (directive !== undefined) counts.set(directive, (counts.get(directive) ?? 0) + 1);
    return directive;
  };
  for (const problem of problems) {
    const { at, rule, others = [] } = problem;
    const directive = covering(at, rule);
    if (directive !== undefined) suppressedBy.set(problem, directive);
    if (others.length > 0)
      open.set(
        problem,
        others.filter((place) => covering(place, rule) === undefined),
      );
  }
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
  return { suppressedBy, open, problems: ownProblems, crashes };
}

/** The directives of a document that are for a rule: where there are thousands, names are compared once a rule only. */
function directivesByRule(byPath: ReadonlyMap<string, DocumentReading>) {
  const known = new Map<string, readonly Directive[]>();
  return (path: string, rule: string): readonly Directive[] => {
    const key = `${rule} ${path}`;
    const found =
      known.get(key) ?? byPath.get(path)?.directives.filter((directive) => isFor(directive, rule)) ?? noDirectives;
    known.set(key, found);
    return found;
  };
}

const noDirectives: readonly Directive[] = [];

const isFor = ({ rules }: Directive, rule: string) =>
  rules.length === 0 || rules.some(({ value }) => names(value, rule));

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
    judged: directive.rules.length === 0 ? on : on.filter((id) => isFor(directive, id)),
    known,
  }));
}
