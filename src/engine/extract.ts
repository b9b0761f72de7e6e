import type { DocumentReading } from "#model/corpus";
import type { Entry } from "#model/entry";
import type { Stopwatch } from "#model/timing";
import type { Fact, FactSpecs } from "#rule-kit/define-fact";
import type { Rule } from "#rule-kit/define-rule";
import type { DiagramParser, MarkdownView } from "#rule-kit/views";
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

/** What facts of one document are made from, beside its entries. */
export interface Views {
  readonly markdown?: MarkdownView | undefined;
  readonly diagrams?: DiagramParser | undefined;
}

/** Computes facts of one document. Pure: the same document and the same facts give the same JSON. */
export async function extractFacts(
  reading: DocumentReading,
  facts: readonly Fact[],
  views: Views,
  timing?: Stopwatch,
): Promise<DocumentFacts> {
  const values: Record<string, readonly unknown[]> = {};
  for (const fact of facts) {
    const started = timing?.now() ?? 0;
    // To wait for each of a site's facts would take longer than to make most of them.
    const found = valuesOf(fact, reading.entries, views);
    values[factKey(fact)] = found instanceof Promise ? await found : found;
    timing?.spent("fact", fact.id, timing.now() - started);
  }
  return { reading, facts: values };
}

/** Names a fact and the version of the function that made it. */
export const factKey = ({ id, version }: Pick<Fact, "id" | "version">): string => `${id}@${version}`;

/** The values from the richest view that there is; null for none, as it comes back from the cache and from a shard. */
function valuesOf(
  { from }: Fact,
  entries: readonly Entry[],
  { markdown, diagrams }: Views,
): unknown[] | Promise<unknown[]> {
  if (markdown !== undefined && diagrams !== undefined && from.diagrams !== undefined) {
    return from.diagrams(markdown, diagrams).then((value) => entries.map(() => value ?? null));
  }
  return entries.map(
    (entry) =>
      (markdown !== undefined && from.markdown !== undefined ? from.markdown(markdown, entry) : from.entry?.(entry)) ??
      null,
  );
}
