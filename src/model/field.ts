import type { Span } from "./span.ts";

/**
 * A value and the place where it was read.
 *
 * `map` says how offsets in a text value relate to offsets in the document where the two differ (escapes in JSON,
 * entities and tags in HTML and XML). It is a flat list of triples, ascending: offset in the value, offset in the
 * document, length in the document. Each covers the value up to the next triple's offset. Where both lengths are equal
 * they advance together; otherwise the stretch is one escape, and any part of it stands for all of it. Without a map
 * the value stands in the document as it is.
 */
export interface Field<T = string> {
  readonly value: T;
  readonly span: Span;
  readonly map?: readonly number[];
  /** How a text of front matter is written, where that decides what can stand in it. */
  readonly style?: "plain" | "single" | "double" | "block";
}

/**
 * The place in the document of a part of a text field.
 *
 * @param from offset in `field.value` where the part starts
 * @param to offset in `field.value` where it ends, exclusive
 */
export function spanWithin(field: Field, from: number, to: number): Span {
  const start = startOf(field, from);
  if (to <= from) return { start, end: start };
  return { start, end: Math.min(endOf(field, to - 1), field.span.end) };
}

/** Where the character at a value offset starts in the document. */
function startOf(field: Field, offset: number): number {
  if (field.map === undefined) return Math.min(field.span.start + offset, field.span.end);
  const stretch = stretchAt(field.map, offset, field.value.length);
  return stretch.isEscape ? stretch.at : stretch.at + Math.min(offset - stretch.from, stretch.length);
}

/** Where the character at a value offset ends in the document. */
function endOf(field: Field, offset: number): number {
  if (field.map === undefined) return field.span.start + offset + 1;
  const stretch = stretchAt(field.map, offset, field.value.length);
  return stretch.isEscape ? stretch.at + stretch.length : stretch.at + offset - stretch.from + 1;
}

/** The stretch of a map that covers a value offset. */
function stretchAt(map: readonly number[], offset: number, valueLength: number) {
  let low = 0;
  let high = map.length / 3 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map[middle * 3] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const [from = 0, at = 0, length = 0, next = valueLength] = map.slice(low * 3, low * 3 + 4);
  return { from, at, length, isEscape: next - from !== length };
}
