import type { Failure } from "#model/document";
import type { Field } from "#model/field";
import type { Span } from "#model/span";
import { excerpt } from "#text/wording";
import { memberOf, type JsonMember, type JsonNode, type JsonObject, type JsonString } from "./json-tree.ts";
import { sliceText, TextWriter, toField, type PlacedText } from "./markup-text.ts";

/** Takes fields out of the nodes of one document, and notes values of another type than a field has. */
export class JsonFields {
  readonly #text: string;
  /** Values of the wrong type, in the order in which they were asked for. */
  readonly failures: Failure[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** The first text under one of the keys; null and blank texts are none. */
  text(record: JsonObject | undefined, ...keys: readonly string[]): Field | undefined {
    for (const { key, value } of this.#members(record, keys)) {
      const field = value.kind === "string" ? this.textOf(value) : this.#wrong(value, "a text", key);
      if (field !== undefined) return field;
    }
    return undefined;
  }

  minutes(record: JsonObject, key: string): Field<number> | undefined {
    const [member] = this.#members(record, [key]);
    if (member === undefined) return undefined;
    const { value: node } = member;
    const isMinutes = node.kind === "scalar" && typeof node.value === "number" && node.value >= 0;
    if (!isMinutes) return this.#wrong(node, "a number of minutes", member.key);
    return { value: Number(node.value), span: spanOf(node) };
  }

  flag(record: JsonObject, key: string): Field<boolean> | undefined {
    const [member] = this.#members(record, [key]);
    if (member === undefined) return undefined;
    const { value: node } = member;
    const isFlag = node.kind === "scalar" && typeof node.value === "boolean";
    return isFlag ? { value: node.value === true, span: spanOf(node) } : this.#wrong(node, "true or false", member.key);
  }

  /** A list of texts. One text with commas is a list as well. */
  texts(record: JsonObject, key: string): readonly Field[] | undefined {
    const [member] = this.#members(record, [key]);
    const fields = member === undefined ? [] : this.#textsOf(member);
    return fields.length === 0 ? undefined : fields;
  }

  /** A member that is an object. */
  object(record: JsonObject | undefined, key: string): JsonObject | undefined {
    const [member] = this.#members(record, [key]);
    if (member === undefined) return undefined;
    const { value: node } = member;
    return node.kind === "object" ? node : this.#wrong(node, "an object", member.key);
  }

  /** A member that is a list. */
  list(record: JsonObject, key: string): readonly JsonNode[] {
    const [member] = this.#members(record, [key]);
    if (member === undefined) return [];
    return member.value.kind === "array" ? member.value.items : (this.#wrong(member.value, "a list", member.key) ?? []);
  }

  /** A string's text and the map to what is written; undefined where it is blank. */
  textOf(node: JsonString): Field | undefined {
    if (node.value.trim() === "") return undefined;
    const inside = { start: node.start + 1, end: node.end - 1 };
    if (node.value.length === inside.end - inside.start) return { value: node.value, span: inside };
    const field = toField(this.placed(node));
    return field === undefined ? undefined : { ...field, span: inside };
  }

  /** A string's text with the place of each part of it. */
  placed(node: JsonString): PlacedText {
    return unescape(this.#text.slice(node.start + 1, node.end - 1), node.start + 1);
  }

  /** Notes that something else should stand in a node's place. */
  #wrong(node: JsonNode, expected: string, key: Span = node): undefined {
    const found = excerpt(this.#text.slice(key.start, Math.min(node.end, key.start + 500)));
    this.failures.push({ kind: "schema", span: spanOf(node), found, expected });
  }

  /** The members under the keys that have a value, in the order of the keys. */
  *#members(record: JsonObject | undefined, keys: readonly string[]): Generator<JsonMember> {
    for (const key of keys) {
      const member = record === undefined ? undefined : memberOf(record, key);
      const isNull = member?.value.kind === "scalar" && member.value.value === null;
      if (member !== undefined && !isNull) yield member;
    }
  }

  #textsOf({ key, value: node }: JsonMember): Field[] {
    if (node.kind === "string") return this.#splitAtCommas(node);
    if (node.kind !== "array") return this.#wrong(node, "a list of texts", key) ?? [];
    return node.items.flatMap(
      (item) => (item.kind === "string" ? this.textOf(item) : this.#wrong(item, "a text")) ?? [],
    );
  }

  #splitAtCommas(node: JsonString): Field[] {
    const placed = this.placed(node);
    return Array.from(placed.text.matchAll(/[^,]+/g)).flatMap(({ 0: part, index }) => {
      const start = index + part.length - part.trimStart().length;
      return toField(sliceText(placed, start, start + part.trim().length)) ?? [];
    });
  }
}

const spanOf = ({ start, end }: JsonNode) => ({ start, end });

const simpleEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** Decodes what stands between the quotes of a string. An escape that JSON does not have is left out. */
function unescape(raw: string, at: number): PlacedText {
  const writer = new TextWriter();
  let from = 0;
  for (const match of raw.matchAll(/\\(?:u([0-9a-f]{4})|(.))/gis)) {
    const [escape, digits, sign = ""] = match;
    writer.plain(raw.slice(from, match.index), at + from);
    const text = digits === undefined ? (simpleEscapes[sign] ?? "") : String.fromCharCode(parseInt(digits, 16));
    writer.escape(text, at + match.index, escape.length);
    from = match.index + escape.length;
  }
  writer.plain(raw.slice(from), at + from);
  return writer.finish();
}
