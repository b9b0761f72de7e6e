import type { DocumentReading } from "#model/corpus";
import type { Entry } from "#model/entry";
import type { Stopwatch } from "#model/timing";
import type { Fact, FactSpecs } from "#rule-kit/define-fact";
import type { Rule } from "#rule-kit/define-rule";
import type { MarkdownView } from "#rule-kit/views";
import { compareStrings } from "#text/compare";

/** What a run knows of one document: the entries read, and the value of each fact for each entry. Plain JSON. */
export interface DocumentFacts {
  readonly reading: DocumentReading;
  /** By `factKey`; one value for each entry, in their order. */
  readonly facts: Readonly<Record<string, readonly unknown[]>>;
}

/** The facts that a set of rules asks for, each once, by id. */
export function planFacts(rules: readonly Rule[]): readonly Fact[] {
  const facts = new Map<string, Fact>();
  for (const rule of rules) for (const fact of Object.values(rule.facts as FactSpecs)) facts.set(fact.id, fact);
  return [...facts.values()].toSorted((a, b) => compareStrings(a.id, b.id));
}

/** Computes facts of one document. Pure: the same document and the same facts give the same JSON. */
export function extractFacts(
  reading: DocumentReading,
  facts: readonly Fact[],
  view: MarkdownView | undefined,
  timing?: Stopwatch,
): DocumentFacts {
  const values = (fact: Fact) => {
    const started = timing?.now() ?? 0;
    const made = reading.entries.map((entry) => valueOf(fact, entry, view));
    timing?.spent("fact", fact.id, timing.now() - started);
    return made;
  };
  return { reading, facts: Object.fromEntries(facts.map((fact) => [factKey(fact), values(fact)])) };
}

/** Names a fact and the version of the function that made it. */
export const factKey = ({ id, version }: Pick<Fact, "id" | "version">): string => `${id}@${version}`;

/** The value from the richest view that there is; null for none, as it comes back from the cache and from a shard. */
const valueOf = ({ from }: Fact, entry: Entry, view: MarkdownView | undefined): unknown =>
  (view !== undefined && from.markdown !== undefined ? from.markdown(view, entry) : from.entry?.(entry)) ?? null;
