import type { Field } from "#model/field";
import { parseDate } from "#text/dates";
import { partsOf, type MetaPart } from "./meta-parts.ts";

/** What a line of date · minutes · author says. */
export interface MetaLine {
  readonly published?: Field;
  readonly modified?: Field;
  readonly readingTime?: Field<number>;
  /** A name that the line calls the author's ("by Ann"). */
  readonly author?: Field;
  /** Parts that are nothing of this by their form, in order: usually the author. */
  readonly others: readonly Field[];
  /** What the parts are, in order. */
  readonly shape: readonly MetaPart["kind"][];
}

/** Longer lines are prose. */
const longestLine = 200;

/** More parts that are neither date nor minutes make a line prose. */
const mostOthers = 2;

/** An author's name, or the names of a few. */
const mostWordsOfOther = 8;

/**
 * Reads a line as date · minutes · author, in any order, any of them missing. Undefined where the line has neither a
 * date nor minutes, or too much else.
 *
 * @param line the line's text
 * @param start offset of the line in its document
 */
export function readMetaLine(line: string, start: number): MetaLine | undefined {
  if (line.length > longestLine || !/\d/.test(line)) return undefined;
  const meta = metaOf(partsOf(line), start);
  const isSure = meta !== undefined && (meta.readingTime !== undefined || hasDay(meta));
  return isSure && meta.others.length <= mostOthers && meta.others.every(isShort) ? withOddDate(meta) : undefined;
}

/** Reads a line that says who the author is and nothing else ("By Ann Lee"). */
export function readByline(line: string, start: number): MetaLine | undefined {
  if (line.length > 80 || /[.!?:…]$/.test(line)) return undefined;
  const [part, second] = partsOf(line);
  const isName = part?.kind === "author" && /^\p{Lu}\S*(?: (?:\p{Lu}\S*|&|and|de|van|von)){0,5}$/u.test(part.value);
  return isName && second === undefined ? metaOf([part], start) : undefined;
}

/** Puts parts together; undefined where two of them are the same. */
export function metaOf(parts: readonly MetaPart[], start: number): MetaLine | undefined {
  const fields: Partial<Record<MetaPart["kind"], Field<unknown>>> = {};
  const others: Field[] = [];
  for (const { kind, value, span } of parts) {
    const field = { value, span: { start: start + span.start, end: start + span.end } };
    if (kind === "other") others.push(field as Field);
    else if (kind !== "count" && fields[kind] !== undefined) return undefined;
    else if (kind !== "count") fields[kind] = field;
  }
  return { ...(fields as Omit<MetaLine, "others" | "shape">), others, shape: parts.map(({ kind }) => kind) };
}

/** Puts two lines of one entry together; undefined where both say the same thing. */
export function joinMetas(a: MetaLine, b: MetaLine): MetaLine | undefined {
  const names = ["published", "modified", "readingTime", "author"] as const;
  if (names.some((name) => a[name] !== undefined && b[name] !== undefined)) return undefined;
  return { ...a, ...b, others: [...a.others, ...b.others], shape: [...a.shape, ...b.shape] };
}

/** A month alone may be part of a title ("Release notes - June 2026"): it counts where nothing else stands beside it. */
function hasDay({ published, modified, others }: MetaLine): boolean {
  const date = published ?? modified;
  return date !== undefined && (others.length === 0 || parseDate(date.value)?.precision !== "month");
}

const isShort = ({ value }: Field) => value.split(/\s+/).length <= mostWordsOfOther && !/[.!?…]$/.test(value);

/** A part with a year in it, in a line without a date, is a date that can't be read ("Juny 26, 2026"). */
function withOddDate(meta: MetaLine): MetaLine {
  const odd = meta.others.find(({ value }) => /\b(?:19|20)\d\d\b/.test(value));
  if (odd === undefined || meta.published !== undefined || meta.modified !== undefined) return meta;
  return asPublished(meta, odd);
}

/** Takes a part that is nothing by its form for the date. */
function asPublished(meta: MetaLine, odd: Field): MetaLine {
  const place = partPlaces(meta)[meta.others.indexOf(odd)];
  const shape = meta.shape.map((kind, index) => (index === place ? "published" : kind));
  return { ...meta, published: odd, others: meta.others.filter((other) => other !== odd), shape };
}

/** Where in the shape the parts stand that are nothing by their form. */
const partPlaces = ({ shape }: MetaLine) => shape.flatMap((kind, index) => (kind === "other" ? index : []));

/** How often a shape must occur, and what share of all lines it must have, to say what the parts of others are. */
const shapeQuorum = { lines: 3, share: 0.6 } as const;

/**
 * Reads parts that are no date by their form ("TBD · 5 min · Ann") as what stands in their place in most lines of the
 * listing.
 */
export function alignMetas(metas: readonly MetaLine[]): MetaLine[] {
  const counts = new Map<string, number>();
  for (const { shape } of metas) counts.set(shape.join(), (counts.get(shape.join()) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  const isUsual = most !== undefined && most[1] >= Math.max(shapeQuorum.lines, metas.length * shapeQuorum.share);
  const at = isUsual ? most[0].split(",").indexOf("published") : -1;
  if (at < 0) return [...metas];
  const length = most?.[0].split(",").length;
  return metas.map((meta) => {
    const odd = meta.others[partPlaces(meta).indexOf(at)];
    const isOdd = meta.shape.length === length && meta.published === undefined && odd !== undefined;
    return isOdd ? asPublished(meta, odd) : meta;
  });
}
