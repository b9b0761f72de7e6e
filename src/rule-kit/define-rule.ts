import type { Corpus } from "#model/corpus";
import type { DateHistories } from "#model/date-history";
import type { JudgedDirective } from "#model/directive";
import type { Entry } from "#model/entry";
import type { FrontMatterCheck } from "#model/front-matter-schema";
import type { Post } from "#model/post";
import type { Place, Problem, ProblemFix, RelatedPlace } from "#model/problem";
import type { StaleEntry } from "#model/stale-entry";
import type { Preset, Severity } from "#model/severity";
import type { FactSpecs, FactValue } from "./define-fact.ts";
import type { OptionSpecs, OptionValues } from "./options.ts";

/** Where a threshold or an idea comes from. */
interface Source {
  readonly title: string;
  readonly url?: string;
  /** Day on which it was read, YYYY-MM-DD. */
  readonly read: string;
}

/** What every check knows of the run. */
export interface Run {
  /** The run's clock: an ISO 8601 date-time in UTC. */
  readonly now: string;
  /** What the config says of the site, as far as it says it. */
  readonly site: Site;
  /** Checks front matter by the schemas of the config, where it has some. */
  readonly frontMatter?: FrontMatterCheck | undefined;
  /** What git says of dates, by path, where a rule that reads it is on and there is a history. */
  readonly dateHistories?: DateHistories | undefined;
}

/** What a check knows of the run beside that: its own options for a file. */
export interface RunOfRule<O extends OptionSpecs> extends Run {
  /** The options that the config has for a path, which overrides may set for some files. */
  optionsAt(path: string): OptionValues<O>;
}

export interface Site {
  readonly url?: string;
  /** Text that the theme adds to every title in `<title>`, with its separator. */
  readonly titleSuffix?: string;
  readonly language?: string;
}

/** A Markdown document, or several by their paths. */
export type RuleExample = string | Readonly<Record<string, string>>;

/** What a rule must say nothing of, and what it must report. */
interface RuleExamples {
  readonly valid?: readonly RuleExample[];
  readonly invalid?: readonly RuleExample[];
}

type Messages = Readonly<Record<string, string>>;

/** The slots of a message: `Slots<"{a} of {b|word}">` is `"a" | "b"`. */
type Slots<M extends string> = string extends M
  ? string
  : M extends `${string}{${infer Slot}}${infer Rest}`
    ? NameOf<Slot> | Slots<Rest>
    : never;
type NameOf<Slot extends string> = Slot extends `${infer Name}|${string}` ? Name : Slot;

/** A problem whose message exists and whose slots are all filled; anything else does not compile. */
type TypedProblem<M extends Messages> = {
  [Id in keyof M & string]: {
    readonly message: Id;
    readonly data: Readonly<Record<Slots<M[Id]>, string | number>>;
    readonly at: Place;
    readonly key: string;
    readonly related?: readonly RelatedPlace[];
    readonly group?: string;
    readonly fix?: ProblemFix;
  };
}[keyof M & string];

/**
 * What a rule's check gets, by what it is on. The declared types of functions over rules name it.
 *
 * @public
 */
export interface Subjects {
  /** One entry of any document. */
  readonly entry: Entry;
  /** One Markdown document, by its entry. */
  readonly document: Entry;
  /** All editions of one post. */
  readonly post: Post;
  readonly corpus: Corpus;
  /** One directive of a document, after it has done its work. */
  readonly directive: JudgedDirective;
  /** One entry of a baseline that matches nothing. */
  readonly baseline: StaleEntry;
}
export type SubjectName = keyof Subjects;

/** The facts as `check` gets them: the value for one entry, or a look-up by entry where there are many. */
type FactsFor<S extends SubjectName, F extends FactSpecs> = {
  readonly [K in keyof F]: S extends "entry" | "document" ? FactValue<F[K]> : (entry: Entry) => FactValue<F[K]>;
};

interface RuleSpec<S extends SubjectName, O extends OptionSpecs, M extends Messages, F extends FactSpecs> {
  readonly on: S;
  /** One sentence in the imperative: what the rule asks for. */
  readonly summary: string;
  readonly severity: Severity;
  readonly presets: readonly Preset[];
  readonly sources?: readonly Source[];
  readonly options?: O;
  /**
   * Of a rule over the corpus, the options that overrides may set for some files, for which its check asks `optionsAt`. All
   * others of such a rule hold for the whole site. Rules on anything smaller get the options of the file in any case.
   */
  readonly optionsByPath?: readonly (keyof O & string)[];
  /**
   * Sentences with slots: what is, and what to do. `{name}` is the value; `{count|word}` a number and its noun, "1 word",
   * "3 words"; `{count|entry|entries}` the same with an irregular plural.
   */
  readonly messages: M;
  readonly facts?: F;
  /** The rule reads what git says: it is asked only for such rules. */
  readonly readsHistory?: true;
  /** The rule reads how large pictures are: the disk is asked only for such rules. */
  readonly readsPictureSizes?: true;
  /** Where the rule of a plugin is documented. */
  readonly url?: string;
  /** Of the rule of a plugin, what `standfirst rules test` runs. */
  readonly examples?: RuleExamples;
  check(
    subject: Subjects[S],
    options: OptionValues<O>,
    facts: FactsFor<S, F>,
    run: RunOfRule<O>,
  ): Iterable<TypedProblem<M>>;
}

/** A rule as the engine sees it. Its id is the path of its file below `rules/`. */
export interface Rule<S extends SubjectName = SubjectName> {
  readonly on: S;
  readonly summary: string;
  readonly severity: Severity;
  readonly presets: readonly Preset[];
  readonly sources: readonly Source[];
  readonly options: OptionSpecs;
  readonly optionsByPath?: readonly string[];
  readonly messages: Messages;
  readonly facts: FactSpecs;
  readonly readsHistory?: true;
  readonly readsPictureSizes?: true;
  readonly url?: string;
  readonly examples?: RuleExamples;
  /** The config itself makes the rule, or feeds it: it is on without a preset. */
  readonly isFromConfig?: true;
  check(
    subject: Subjects[S],
    options: OptionValues<OptionSpecs>,
    facts: never,
    run: RunOfRule<OptionSpecs>,
  ): Iterable<Problem>;
}

/** Completes a rule with its defaults, and lets TypeScript infer options, messages and facts. */
export const defineRule = <
  const S extends SubjectName,
  const M extends Messages,
  const O extends OptionSpecs = Readonly<Record<never, never>>,
  const F extends FactSpecs = Readonly<Record<never, never>>,
>(
  rule: RuleSpec<S, O, M, F>,
): Rule<S> => ({ sources: [], options: {}, facts: {}, ...rule }) as unknown as Rule<S>;
