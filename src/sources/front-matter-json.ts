import { parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import type { Field } from "#model/field";
import type { FrontMatterMap, FrontMatterPair, FrontMatterText, FrontMatterValue } from "#model/front-matter";
import type { Span } from "#model/span";
import { alignText, insideQuotes } from "./front-matter-align.ts";
import { Flaws, doubledKeys, type Parsed } from "./front-matter-flaws.ts";

/** Reads JSON front matter, which is one object. */
export function readJson(text: string, inner: Span): Parsed {
  const flaws = new Flaws();
  const errors: ParseError[] = [];
  const tree = parseTree(text.slice(inner.start, inner.end), errors, { disallowComments: true });
  for (const { error, offset, length } of errors) {
    const start = inner.start + offset;
    flaws.add({ start, end: start + length }, wordsOf(printParseErrorCode(error)), "valid JSON");
  }
  const read = new JsonWalk(text, inner.start, flaws);
  const root = tree?.type === "object" ? read.map(tree) : undefined;
  return { root: root ?? { kind: "map", pairs: [], span: inner }, failures: flaws.all };
}

/** "CommaExpected" as "comma expected". */
const wordsOf = (code: string) => code.replace(/(?<!^)([A-Z])/g, " $1").toLowerCase();

class JsonWalk {
  readonly #text: string;
  readonly #offset: number;
  readonly #flaws: Flaws;

  constructor(text: string, offset: number, flaws: Flaws) {
    this.#text = text;
    this.#offset = offset;
    this.#flaws = flaws;
  }

  map(node: Node): FrontMatterMap {
    const pairs = (node.children ?? []).flatMap((property): FrontMatterPair[] => {
      const [key, value] = property.children ?? [];
      if (key === undefined) return [];
      const field = this.#quoted(key);
      const end = this.#spanOf(key).end;
      return [{ key: keyOf(field), value: value === undefined ? nothing(end) : this.#value(value) }];
    });
    this.#flaws.addAll(doubledKeys(pairs));
    return { kind: "map", pairs, span: this.#spanOf(node) };
  }

  #value(node: Node): FrontMatterValue {
    const span = this.#spanOf(node);
    if (node.type === "object") return this.map(node);
    if (node.type === "array")
      return { kind: "list", items: (node.children ?? []).map((item) => this.#value(item)), span };
    if (node.type === "string") return this.#quoted(node);
    const raw = this.#text.slice(span.start, span.end);
    const value = node.value as number | boolean | null;
    if (typeof value === "number" && !Number.isFinite(value)) return { kind: "text", value: raw, style: "plain", span };
    return { kind: "scalar", value, raw, span };
  }

  #quoted(node: Node): FrontMatterText {
    const outer = this.#spanOf(node);
    const span = insideQuotes(this.#text, outer);
    const value = String(node.value);
    const map = alignText(this.#text, span, value, "double");
    return { kind: "text", value, style: "double", span, ...(map !== undefined && { map }), outer };
  }

  #spanOf({ offset, length }: Node): Span {
    return { start: this.#offset + offset, end: this.#offset + offset + length };
  }
}

const keyOf = ({ value, span, map }: FrontMatterText): Field =>
  map === undefined ? { value, span } : { value, span, map };

const nothing = (at: number): FrontMatterValue => ({
  kind: "scalar",
  value: null,
  raw: "",
  span: { start: at, end: at },
});
