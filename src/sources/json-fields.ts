import type { Failure } from "#model/document";
import type { Field } from "#model/field";
import { excerpt } from "#text/wording";
import { memberOf, type JsonNode, type JsonObject, type JsonString } from "./json-tree.ts";
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
    for (const node of this.#nodes(record, keys)) {
      const field = node.kind === "string" ? this.textOf(node) : this.#wrong(node, "a text");
      if (field !== undefined) return field;
    }
    return undefined;
  }

  minutes(record: JsonObject, key: string): Field<number> | undefined {
    const [node] = this.#nodes(record, [key]);
    if (node === undefined) return undefined;
    const isMinutes = node.kind === "scalar" && typeof node.value === "number" && node.value >= 0;
    return isMinutes ? { value: Number(node.value), span: spanOf(node) } : this.#wrong(node, "a number of minutes");
  }

  flag(record: JsonObject, key: string): Field<boolean> | undefined {
    const [node] = this.#nodes(record, [key]);
    if (node === undefined) return undefined;
    const isFlag = node.kind === "scalar" && typeof node.value === "boolean";
    return isFlag ? { value: node.value === true, span: spanOf(node) } : this.#wrong(node, "true or false");
  }

  /** A list of texts. One text with commas is a list as well. */
  texts(record: JsonObject, key: string): readonly Field[] | undefined {
    const [node] = this.#nodes(record, [key]);
    const fields = node === undefined ? [] : this.#textsOf(node);
    return fields.length === 0 ? undefined : fields;
  }

  /** A member that is an object. */
  object(record: JsonObject | undefined, key: string): JsonObject | undefined {
    const [node] = this.#nodes(record, [key]);
    return node === undefined || node.kind === "object" ? node : this.#wrong(node, "an object");
  }

  /** A member that is a list. */
  list(record: JsonObject, key: string): readonly JsonNode[] {
    const [node] = this.#nodes(record, [key]);
    if (node === undefined) return [];
    return node.kind === "array" ? node.items : (this.#wrong(node, "a list") ?? []);
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
  #wrong(node: JsonNode, expected: string): undefined {
    const span = spanOf(node);
    this.failures.push({ kind: "schema", span, found: excerpt(this.#text.slice(span.start, span.end)), expected });
  }

  *#nodes(record: JsonObject | undefined, keys: readonly string[]): Generator<JsonNode> {
    for (const key of keys) {
      const node = record === undefined ? undefined : memberOf(record, key);
      if (node !== undefined && !(node.kind === "scalar" && node.value === null)) yield node;
    }
  }

  #textsOf(node: JsonNode): Field[] {
    if (node.kind === "string") return this.#splitAtCommas(node);
    if (node.kind !== "array") return this.#wrong(node, "a list of texts") ?? [];
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
