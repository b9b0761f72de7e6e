import type { Field } from "#model/field";
import type { Span } from "#model/span";
import { readDate } from "#text/dates";

/** What a line of date · minutes · author says. */
export interface MetaLine {
  readonly published?: Field;
  readonly modified?: Field;
  readonly readingTime?: Field<number>;
  /** Parts that are neither date nor minutes, in order: usually the author. */
  readonly others: readonly Field[];
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
  const meta: { -readonly [K in keyof MetaLine]: MetaLine[K] } & { others: Field[] } = { others: [] };
  for (const part of partsOf(line)) {
    const read = readPart(line, part);
    const field = { value: read.value, span: { start: start + read.span.start, end: start + read.span.end } };
    if (read.kind === "other") meta.others.push(field as Field);
    else if (meta[read.kind] !== undefined) return undefined;
    else Object.assign(meta, { [read.kind]: field });
  }
  const isMeta = meta.published !== undefined || meta.modified !== undefined || meta.readingTime !== undefined;
  return isMeta && meta.others.length <= mostOthers && meta.others.every(isShort) ? meta : undefined;
}

const isShort = ({ value }: Field) => value.split(/\s+/).length <= mostWordsOfOther && !/[.!?…]$/.test(value);

/** Between parts: bullets and pipes anywhere, dashes and slashes between spaces, tabs, wide gaps, "by" and "on". */
const separator =
  /\s*[·•‧∙⋅・●|¦]\s*|\s+(?:[–—―-]{1,3}|\/{1,2})\s+|\t\s*|\s{3,}|\s+(?=by\s+\p{L})|\s+(?=on\s+\p{L}*\.?\s?\d)/iu;

const separators = new RegExp(separator.source, "giu");

/** The parts of a line, without the marks around them. */
function partsOf(line: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of line.matchAll(separators)) {
    spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  spans.push({ start, end: line.length });
  return spans.flatMap((span) => splitAtCommas(line, trim(line, span))).filter(({ start: from, end }) => end > from);
}

/** Drops white space, list marks, brackets and symbols around a part. */
function trim(line: string, { start, end }: Span): Span {
  const text = line.slice(start, end);
  const before = /^[^\p{L}\p{N}#@<~≈]*/u.exec(text)?.[0].length ?? 0;
  if (before === text.length) return { start, end: start };
  let to = text.length;
  while (to > before && /[\s*_)\]}>,;:]/.test(text.charAt(to - 1))) to--;
  return { start: start + before, end: start + to };
}

/** Splits "June 26, 2026, 5 min, Ann" where every piece but one is a date or minutes; otherwise leaves it whole. */
function splitAtCommas(line: string, whole: Span): Span[] {
  const text = line.slice(whole.start, whole.end);
  if (!text.includes(", ") || readPart(line, whole).kind !== "other") return [whole];
  const commas = [...text.matchAll(/, +/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const pieces: Span[] = [];
  let from = 0;
  while (from <= text.length && pieces.length < 5) {
    // A date has commas of its own, so the longest piece that means something is taken.
    const ends = [...commas.filter(({ start }) => start > from), { start: text.length, end: text.length + 1 }];
    const known = ends.slice(0, 3).findLast(({ start }) => isKnown(text, from, start)) ?? ends[0];
    if (known === undefined) break;
    pieces.push({ start: whole.start + from, end: whole.start + known.start });
    from = known.end;
  }
  const known = pieces.filter(({ start, end }) => isKnown(line, start, end)).length;
  return from > text.length && known > 0 && pieces.length - known <= 1 ? pieces : [whole];
}

const isKnown = (line: string, start: number, end: number) => readPart(line, { start, end }).kind !== "other";

type Part =
  | { readonly kind: "published" | "modified" | "other"; readonly value: string; readonly span: Span }
  | { readonly kind: "readingTime"; readonly value: number; readonly span: Span };

const publishedLabel =
  /^(?:(?:first )?(?:posted|published|created|written|date|publié|veröffentlicht|publicado)\b[:\s]*)?(?:(?:on|am|le|el)\s+)?/i;
const modifiedLabel =
  /^(?:last )?(?:updated|modified|edited|revised|changed|aktualisiert|actualizado)\b[:\s]*(?:(?:on|am|le|el)\s+)?/i;
const authorLabel = /^(?:(?:posted|written) by|by|von|par|author:|von:)\s+/i;

/** What a part of a line is: a date even if no calendar has it, since a rule is to say so. */
function readPart(line: string, span: Span): Part {
  const text = line.slice(span.start, span.end);
  const minutes = readMinutes(text);
  if (minutes !== undefined) return { kind: "readingTime", value: minutes, span };
  for (const [kind, label] of [
    ["modified", modifiedLabel],
    ["published", publishedLabel],
  ] as const) {
    const match = label.exec(text);
    if (match === null) continue;
    const value = text.slice(match[0].length);
    if (readDate(value).kind !== "none")
      return { kind, value, span: { start: span.start + match[0].length, end: span.end } };
  }
  const by = authorLabel.exec(text)?.[0].length ?? 0;
  return { kind: "other", value: text.slice(by), span: { start: span.start + by, end: span.end } };
}

const minutesForm =
  /^(?:(?:reading time|read time|lesezeit|time to read|read|reading):?\s+)?(?:~|≈|<|about |approx\.? |ca\.? |under |less than )?\s?(?:(\d{1,3})\s?(?:h|hrs?|hours?|std|stunden?|heures?|horas?)\.?(?:,? (?:and )?|$))?(?:(\d{1,4}|a)(?:[.,](\d))?[\s-]?(?:m|mins?|minutes?|minuten|minutos?|minuti|phút|分钟?)\.?)?(?:\s(?:to )?(?:read|reading|lesezeit|lesen|de lecture|de lectura|di lettura|đọc))?(?:\stime)?$/i;

/**
 * Minutes as people write them: "20 min", "20 min read", "20 minutes", "1 hr 5 min". "< 1 min" is 1.
 *
 * @returns undefined where the text says no time to read
 */
export function readMinutes(text: string): number | undefined {
  const match = minutesForm.exec(text.replace(/\s+/g, " "));
  if (match === null || (match[1] === undefined && match[2] === undefined)) return undefined;
  const minutes = match[2] === "a" ? 1 : Number(`${match[2] ?? 0}.${match[3] ?? 0}`);
  return Number(match[1] ?? 0) * 60 + minutes;
}
