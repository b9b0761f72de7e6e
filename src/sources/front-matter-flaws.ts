import type { Failure } from "#model/document";
import type { FrontMatterMap, FrontMatterPair, FrontMatterValue } from "#model/front-matter";
import type { Span } from "#model/span";

/** Deepest nesting of values; real front matter has three or four levels. */
export const mostLevels = 100;
/** Most values, each one that an alias stands for counted again; a real post has some tens. */
export const mostValues = 100_000;
/** Most failures that one front matter gives: after so many, more do not help. */
const mostFailures = 20;

/** What parsing the text between the fences gave. */
export interface Parsed {
  readonly root: FrontMatterMap;
  readonly failures: readonly Failure[];
}

/** The failures of one front matter. */
export class Flaws {
  readonly #failures: Failure[] = [];

  get all(): readonly Failure[] {
    return this.#failures;
  }

  add(span: Span, found: string, expected: string): void {
    this.addAll([{ kind: "front-matter", span, found, expected }]);
  }

  addAll(failures: Iterable<Failure>): void {
    for (const failure of failures) if (this.#failures.length < mostFailures) this.#failures.push(failure);
  }

  /** Adds a failure unless there is one of its kind. */
  addOnce(kind: Failure["kind"], span: Span, found: string, expected: string): void {
    if (this.#failures.every((failure) => failure.kind !== kind)) this.addAll([{ kind, span, found, expected }]);
  }
}

/** A failure for each key of a map that was there before. */
export function* doubledKeys(pairs: readonly FrontMatterPair[]): Iterable<Failure> {
  const seen = new Set<string>();
  for (const { key } of pairs) {
    if (seen.has(key.value)) {
      yield { kind: "duplicate-key", span: key.span, found: key.value, expected: "each key once" };
    }
    seen.add(key.value);
  }
}

/** Where a value ends, with its closing quote. */
export const outerEnd = (value: FrontMatterValue): number =>
  value.kind === "text" ? (value.outer ?? value.span).end : value.span.end;
