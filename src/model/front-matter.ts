import type { Failure } from "./document.ts";
import type { Field } from "./field.ts";
import type { Span } from "./span.ts";

/** How a text value is written: without quotes, in quotes, or as a block of lines. */
export type TextStyle = "plain" | "single" | "double" | "block";

/** Text, or anything that has no other kind: dates stay as they were written. The span lies inside of the quotes. */
export interface FrontMatterText extends Field {
  readonly kind: "text";
  readonly style: TextStyle;
  /** The value with its quotes or its block header, where that is more than the span. */
  readonly outer?: Span;
}

/** A number, a boolean or nothing, with what stands in the document for it. */
interface FrontMatterScalar {
  readonly kind: "scalar";
  /** Finite where it is a number. */
  readonly value: number | boolean | null;
  readonly raw: string;
  readonly span: Span;
}

interface FrontMatterList {
  readonly kind: "list";
  readonly items: readonly FrontMatterValue[];
  readonly span: Span;
}

export interface FrontMatterMap {
  readonly kind: "map";
  /** In the order of the document. A key that is given twice is here twice. */
  readonly pairs: readonly FrontMatterPair[];
  readonly span: Span;
}

export interface FrontMatterPair {
  readonly key: Field;
  readonly value: FrontMatterValue;
}

export type FrontMatterValue = FrontMatterText | FrontMatterScalar | FrontMatterList | FrontMatterMap;

/** The data at the head of a Markdown document, every key and value with its place. Plain JSON. */
export interface FrontMatter {
  /** `none` where the document has no front matter: all of it is body. */
  readonly format: "yaml" | "toml" | "json" | "js" | "none";
  /** With its fences, without the line end after them. */
  readonly span: Span;
  /** Between the fences; for JSON the object. */
  readonly inner: Span;
  /** Where the body starts: the first line after the front matter. */
  readonly bodyStart: number;
  readonly root: FrontMatterMap;
  readonly failures: readonly Failure[];
}

/**
 * The pair under a name. Of a key that is given twice the last one counts, as most parsers have it. Where no key is
 * spelled like the name, case does not matter: Hugo reads `Title` as `title`.
 */
export function pairOf(map: FrontMatterMap, name: string): FrontMatterPair | undefined {
  const exact = map.pairs.findLast(({ key }) => key.value === name);
  if (exact !== undefined) return exact;
  const folded = name.toLowerCase();
  return map.pairs.findLast(({ key }) => key.value.toLowerCase() === folded);
}

/** The pair under a dotted path such as `cover.image`. A key with that very name wins over the path. */
export function pairAt(map: FrontMatterMap, path: string): FrontMatterPair | undefined {
  const whole = pairOf(map, path);
  if (whole !== undefined || !path.includes(".")) return whole;
  let pair: FrontMatterPair | undefined;
  let inside: FrontMatterValue = map;
  for (const name of path.split(".")) {
    if (inside.kind !== "map") return undefined;
    pair = pairOf(inside, name);
    if (pair === undefined) return undefined;
    inside = pair.value;
  }
  return pair;
}

/** A value without its places, as JSON. */
export function plainValue(value: FrontMatterValue): unknown {
  switch (value.kind) {
    case "list":
      return value.items.map(plainValue);
    case "map": {
      const pairs = value.pairs.map(({ key, value: inner }) => [key.value, plainValue(inner)] as const);
      return Object.fromEntries(pairs);
    }
    default:
      return value.value;
  }
}
