import type { Field } from "#model/field";
import type { Edit } from "#model/problem";

/**
 * Edits of one value of front matter, so that the value reads as the edits say: signs that its quotes do not allow are
 * escaped, and a value without quotes that needs them gets them. Of other fields the edits stay as they are.
 *
 * @param edits within the field's span, without overlaps; their text is what shall be read
 */
export function writeEdits(field: Field, edits: readonly Edit[]): readonly Edit[] {
  switch (field.style) {
    case "double":
      return edits.map(({ span, text }) => ({ span, text: JSON.stringify(text).slice(1, -1) }));
    case "single":
      return edits.some(({ text }) => /['\r\n]/.test(text)) ? [inDoubleQuotes(field, edits, 1)].flat() : edits;
    case "plain":
      return isPlainSafe(valueAfter(field, edits), field.value) ? edits : [inDoubleQuotes(field, edits, 0)].flat();
    default:
      return edits;
  }
}

/** The whole value in double quotes, which YAML and TOML read as JSON does; as it was where parts can't be placed. */
function inDoubleQuotes(field: Field, edits: readonly Edit[], quote: 0 | 1): Edit | readonly Edit[] {
  const value = valueAfter(field, edits);
  if (value === undefined) return edits;
  const { start, end } = field.span;
  return { span: { start: start - quote, end: end + quote }, text: JSON.stringify(value) };
}

/** The value once the edits are made; undefined where it does not stand in the document as it reads. */
function valueAfter({ value, span, map }: Field, edits: readonly Edit[]): string | undefined {
  const [first] = edits;
  if (first !== undefined && edits.length === 1 && first.span.start === span.start && first.span.end === span.end) {
    return first.text;
  }
  if (map !== undefined) return undefined;
  let after = "";
  let from = 0;
  for (const { span: part, text } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    after += value.slice(from, part.start - span.start) + text;
    from = part.end - span.start;
  }
  return after + value.slice(from);
}

// What YAML 1.1 and 1.2 read as something else than text.
const notText = /^(?:true|false|yes|no|on|off|y|n|null|~|[-+]?\.(?:inf|nan)|=|<<)$/i;
const likeNumber = /^(?:[-+.\d]|e[-+]?\d+$)/i;
// Signs that mean nothing within a plain value, in a list in brackets neither.
const plainSigns = /^[\p{L}\p{N}_][\p{L}\p{N} _.()+%/…–—‘’“”'"!?;&*@$=<>^~|\\-]*$/u;

/** Whether a value reads as itself without quotes; signs that the value had before are right where it stands. */
function isPlainSafe(value: string | undefined, before: string): boolean {
  if (value === undefined) return true;
  if (value === "" || value !== value.trim() || notText.test(value)) return false;
  if (likeNumber.test(value) && !/^\d+ +\p{L}/u.test(value)) return false;
  if (/:(?:\s|$)|\s#/.test(value)) return false;
  const unusual = [...value].filter((sign) => !plainSigns.test(`a${sign}`));
  return plainSigns.test(value.charAt(0)) && unusual.every((sign) => sign !== "\n" && before.includes(sign));
}
