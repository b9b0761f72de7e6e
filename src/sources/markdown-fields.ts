import { spanWithin, type Field } from "#model/field";
import type { FrontMatterText, FrontMatterValue } from "#model/front-matter";

/** A value as one text: of a list the first, of a person the name. Undefined where there is none. */
export function firstText(text: string, value: FrontMatterValue): Field | undefined {
  if (value.kind === "list") {
    for (const item of value.items) {
      const field = firstText(text, item);
      if (field !== undefined) return field;
    }
    return undefined;
  }
  if (value.kind === "map") {
    const name = value.pairs.find(({ key }) => key.value === "name");
    return name === undefined ? undefined : firstText(text, name.value);
  }
  return textField(text, value);
}

/**
 * A value as several texts: a list, or one text with commas. Undefined where there is nothing at all.
 *
 * @param atSpaces whether a text without a comma is split at its spaces
 */
export function texts(text: string, value: FrontMatterValue, atSpaces = false): readonly Field[] | undefined {
  if (value.kind === "list") return value.items.flatMap((item) => firstText(text, item) ?? []);
  const field = value.kind === "map" ? undefined : textField(text, value);
  if (field === undefined) return undefined;
  const parts = atSpaces && !field.value.includes(",") ? /\S+/g : /[^,]+/g;
  return Array.from(field.value.matchAll(parts), ({ 0: part, index }) =>
    slice(text, field, index, index + part.length),
  ).filter(({ value: part }) => part !== "");
}

/** Minutes, as a number or at the start of a text such as "5 min read". */
export function minutesOf(value: FrontMatterValue): Field<number> | undefined {
  if (value.kind === "scalar")
    return typeof value.value === "number" ? { value: value.value, span: value.span } : undefined;
  if (value.kind !== "text") return undefined;
  const minutes = /^\s*(\d{1,4}(?:\.\d{1,3})?)\s*(?:m|min|mins|minutes?)?\b/i.exec(value.value)?.[1];
  return minutes === undefined ? undefined : { value: Number(minutes), span: value.span };
}

/** A boolean, also one in quotes. */
export function booleanOf(value: FrontMatterValue): Field<boolean> | undefined {
  if (value.kind === "scalar" && typeof value.value === "boolean") return { value: value.value, span: value.span };
  if (value.kind !== "text" || !/^(?:true|false)$/i.test(value.value.trim())) return undefined;
  return { value: value.value.trim().toLowerCase() === "true", span: value.span };
}

/** A boolean as YAML 1.1 reads it, which Jekyll's is: `no` is one, and a text in quotes is none. */
export function unquotedBooleanOf(value: FrontMatterValue): Field<boolean> | undefined {
  if (value.kind !== "text") return booleanOf(value);
  const isBoolean = value.style === "plain" && /^(?:yes|no|on|off)$/i.test(value.value);
  return isBoolean ? { value: /^(?:yes|on)$/i.test(value.value), span: value.span } : undefined;
}

function textField(
  text: string,
  value: FrontMatterText | Extract<FrontMatterValue, { kind: "scalar" }>,
): Field | undefined {
  if (value.kind === "text") {
    const { value: words, span, map, style } = value;
    const field = map === undefined ? { value: words, span } : { value: words, span, map };
    const part = slice(text, field, 0, words.length);
    // A block, and what an alias stands for, is not written where it is read; within quotes there may be more.
    const isAll = part.span.start === span.start && part.span.end === span.end;
    return style === "block" || !isAll || isElsewhere(value) ? part : { ...part, style };
  }
  return typeof value.value === "number" ? { value: value.raw, span: value.span } : undefined;
}

/** Whether all of a value is one stretch that reads otherwise: that of an alias. */
const isElsewhere = ({ map, style, value }: FrontMatterText) => style === "plain" && map?.length === 3 && value !== "";

/** A part of a text field without the white space around it. */
function slice(text: string, field: Field, from: number, to: number): Field {
  const part = field.value.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const value = part.trim();
  if (value === field.value) return field;
  const span = spanWithin(field, start, start + value.length);
  if (text.slice(span.start, span.end) === value) return { value, span };
  return { value, span, map: mapWithin(field, start, start + value.length) };
}

/** The map of a part of a mapped field. */
function mapWithin({ value, span, map = [0, span.start, value.length] }: Field, from: number, to: number): number[] {
  const part: number[] = [];
  for (let index = 0; index < map.length; index += 3) {
    const [start = 0, at = 0, length = 0, next = value.length] = map.slice(index, index + 4);
    const [first, last] = [Math.max(start, from), Math.min(next, to)];
    if (first >= last) continue;
    if (next - start === length) part.push(first - from, at + first - start, last - first);
    else part.push(first - from, at, length);
  }
  return part;
}
