import type { Entry, FieldName } from "./entry.ts";
import type { Field } from "./field.ts";
import { spanWithin } from "./field.ts";
import type { Span } from "./span.ts";

/** Where a problem is: a stretch of a document, and a name for it that survives edits elsewhere. */
export interface Place {
  readonly path: string;
  readonly span: Span;
  /** `field:title`, `heading:#slug`, `link:/target/`, `block:#nearest-heading`, `document`: part of the fingerprint. */
  readonly anchor: string;
  /** The entry that the place belongs to, if any. */
  readonly entry?: Entry;
}

/** A place that belongs to a problem, with what it has to do with it. */
export interface RelatedPlace {
  readonly place: Place;
  readonly message: string;
}

/** An edit of a document's text, by offsets. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A change that mends a problem. A safe one keeps the meaning; an unsafe one wants a look. */
export interface ProblemFix {
  readonly safety: "safe" | "unsafe";
  readonly description: string;
  /** The text as it shall read; the engine escapes it for the document's form. */
  readonly edits: readonly Edit[];
  /** Set where the fix takes away the byte order mark, which no span can name. */
  readonly removesByteOrderMark?: true;
}

/** What a rule yields, before the engine gives it severity, text and identity. */
export interface Problem {
  readonly message: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly at: Place;
  /** The stable identity of the offence: the URL, the duplicated title, a property's name. Never a measured number. */
  readonly key: string;
  readonly related?: readonly RelatedPlace[];
  /** Problems of one rule with the same group have one cause. */
  readonly group?: string;
  /**
   * Further places with the same cause, which is told once, at the first of them all. Where findings are wanted for some
   * documents alone, it is told at the first place in one of these.
   */
  readonly others?: readonly Place[];
  /** The URL path, as `SitePage.url`, at which the site has nothing: the change that took it away brought the problem. */
  readonly lacks?: string;
  readonly fix?: ProblemFix;
}

/** An entry as a whole: its title where it has one, else all of it. For what is missing. */
export const placeOf = (entry: Entry): Place => ({
  path: entry.path,
  span: entry.title?.span ?? entry.span,
  anchor: "entry",
  entry,
});

/** A field of an entry, or the entry where the field is missing. Of tags, the first. */
export function fieldPlace(entry: Entry, name: FieldName): Place {
  const value = entry[name] as Field<unknown> | readonly Field[] | undefined;
  const field = Array.isArray(value) ? (value[0] as Field | undefined) : (value as Field<unknown> | undefined);
  if (field === undefined) return placeOf(entry);
  return { path: entry.path, span: field.span, anchor: `field:${name}`, entry };
}

/**
 * A part of a text field of an entry.
 *
 * @param from offset in the field's value where the part starts
 * @param to offset where it ends, exclusive
 */
export const partPlace = (entry: Entry, name: FieldName, field: Field, from: number, to: number): Place => ({
  path: entry.path,
  span: spanWithin(field, from, to),
  anchor: `field:${name}`,
  entry,
});

/** A directive in a document. */
export const directivePlace = ({ path, span }: { readonly path: string; readonly span: Span }): Place => ({
  path,
  span,
  anchor: "directive",
});

/** A stretch of a document's body. */
export const bodyPlace = (entry: Entry, span: Span): Place => ({ path: entry.path, span, anchor: "body", entry });
