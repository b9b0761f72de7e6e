import type { Span } from "#model/span";
import { readDate } from "#text/dates";
import { readMinutes } from "#text/minutes";

/** A part of a line of date · minutes · author. */
export type MetaPart =
  | {
      readonly kind: "published" | "modified" | "author" | "count" | "other";
      readonly value: string;
      readonly span: Span;
    }
  | { readonly kind: "readingTime"; readonly value: number; readonly span: Span };

/** Between parts: bullets and pipes anywhere, dashes and slashes between spaces, tabs, wide gaps, "by" and "on". */
const separator =
  /\s*[·•‧∙⋅・●|¦]\s*|\s+(?:[–—―-]{1,3}|\/{1,2})\s+|\t\s*|\s{3,}|\s+(?=by\s+\p{L})|(?<!\b(?:posted|published|created|written|updated|modified|edited|revised|changed))\s+(?=on\s+\p{L}*\.?\s?\d)/iu;

const separators = new RegExp(separator.source, "giu");

/** The parts of a line, by their place in it, without the marks around them. */
export const partsOf = (line: string): MetaPart[] => spansOf(line).map((span) => readPart(line, span));

function spansOf(line: string): Span[] {
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

const publishedLabel =
  /^(?:(?:first )?(?:posted|published|created|written|date|publié|veröffentlicht|publicado)\b[:\s]*)?(?:(?:on|am|le|el)\s+)?/i;
const modifiedLabel =
  /^(?:last )?(?:updated|modified|edited|revised|changed|aktualisiert|actualizado)\b[:\s]*(?:(?:on|am|le|el)\s+)?/i;
const authorLabel = /^(?:(?:posted|written) by|by|von|par|author:|von:)\s+/i;

/** What a part of a line is: a date even if no calendar has it, since a rule is to say so. */
function readPart(line: string, span: Span): MetaPart {
  const text = line.slice(span.start, span.end);
  // Nearly every date and time has a digit, and a name has none.
  const hasDigit = /\d/.test(text);
  const minutes = hasDigit || /^an? /i.test(text) ? readMinutes(text) : undefined;
  if (minutes !== undefined) return { kind: "readingTime", value: minutes, span };
  for (const [kind, label] of [
    ["modified", modifiedLabel],
    ["published", publishedLabel],
  ] as const) {
    const match = label.exec(text);
    if (match === null) continue;
    const value = text.slice(match[0].length);
    if (hasDigit && readDate(value).kind !== "none")
      return { kind, value, span: { start: span.start + match[0].length, end: span.end } };
  }
  if (countForm.test(text)) return { kind: "count", value: text, span };
  const by = authorLabel.exec(text)?.[0].length ?? 0;
  const kind = by === 0 ? "other" : "author";
  return { kind, value: text.slice(by), span: { start: span.start + by, end: span.end } };
}

/** What else list pages count, and no entry has a field for. */
const countForm = /^\d[\d.,]{0,10}k?\s(?:words?|comments?|views?|likes?|claps?|shares?|wörter|mots|palabras)$/i;
