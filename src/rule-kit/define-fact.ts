import type { Entry } from "#model/entry";
import type { DiagramParser, MarkdownView } from "./views.ts";

/**
 * A JSON value derived from one document by a pure function.
 *
 * `version` is part of the cache key: raise it whenever the same input gives another value.
 */
export interface Fact<T = unknown> {
  readonly id: string;
  readonly version: number;
  readonly from: Extractors<T>;
}

/** The ways to a fact, by the view of the document that each needs. The richest view that a document offers is used. */
interface Extractors<T> {
  readonly entry?: (entry: Entry) => T;
  readonly markdown?: (view: MarkdownView, entry: Entry) => T;
  /** From Markdown too, with a parser that is slow to load. */
  readonly diagrams?: (view: MarkdownView, parse: DiagramParser) => Promise<T>;
}

export type FactSpecs = Readonly<Record<string, Fact>>;
export type FactValue<F> = F extends Fact<infer T> ? T : never;

/** Returns the fact unchanged; its job is to let TypeScript infer the value's type. */
export const defineFact = <T>(fact: Fact<T>) => fact;
