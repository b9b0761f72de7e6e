/**
 * A stretch of a document's text: UTF-16 offsets from the start of the text, end exclusive. A byte order mark is not
 * part of the text, so the first character after it has offset 0.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A point as people and CI systems read it. Line and column count from 1, columns in UTF-16 units; the offset from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A span with its lines and columns; the end is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}
