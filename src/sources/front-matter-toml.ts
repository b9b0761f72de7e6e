import { parse, TomlError } from "smol-toml";
import type { FrontMatterMap, FrontMatterValue } from "#model/front-matter";
import type { Span } from "#model/span";
import { alignText } from "./front-matter-align.ts";
import { Flaws, mostLevels, type Parsed } from "./front-matter-flaws.ts";
import { scanToml, type TomlArray, type TomlLeaf, type TomlNode, type TomlTable } from "./front-matter-toml-scan.ts";

/** Reads TOML front matter. The values are those of smol-toml, which knows no places; a scanner finds the places. */
export function readToml(text: string, inner: Span): Parsed {
  const source = text.slice(inner.start, inner.end);
  const walk = new TomlWalk(text);
  try {
    const values = parse(source, { maxDepth: mostLevels, integersAsBigInt: "asNeeded" });
    return { root: walk.table(scanToml(text, inner), values, 0), failures: walk.flaws.all };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const start = inner.start + offsetOf(source, error.line, error.column);
    walk.flaws.add({ start, end: lineEnd(text, start, inner.end) }, reasonOf(error), "valid TOML");
    return { root: { kind: "map", pairs: [], span: inner }, failures: walk.flaws.all };
  }
}

/** The first line of the parser's message, without its picture of the place. */
const reasonOf = ({ message }: TomlError) =>
  (message.split("\n", 1)[0] ?? "").replace(/^Invalid TOML document: /, "").trim();

/** Offset of a line and a column that count from 1, where lines end with LF. */
function offsetOf(source: string, line: number, column: number): number {
  let start = 0;
  for (let left = line - 1; left > 0; left--) {
    const end = source.indexOf("\n", start);
    if (end < 0) break;
    start = end + 1;
  }
  return Math.min(start + column - 1, source.length);
}

function lineEnd(text: string, from: number, last: number): number {
  let at = from;
  while (at < last && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
}

type Values = Readonly<Record<string, unknown>>;

/** Puts the parser's values and the scanner's places together. */
class TomlWalk {
  readonly flaws = new Flaws();
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  table({ pairs, span }: TomlTable, values: Values, depth: number): FrontMatterMap {
    const read = [...pairs.values()].flatMap(({ key, node }) =>
      Object.hasOwn(values, key.value) ? [{ key, value: this.#value(node, values[key.value], depth + 1) }] : [],
    );
    return { kind: "map", pairs: read, span: { ...span } };
  }

  #value(node: TomlNode, value: unknown, depth: number): FrontMatterValue {
    if (depth > mostLevels) {
      this.flaws.addOnce("limit", node.span, `more than ${mostLevels} levels of nesting`, "flat front matter");
      return { kind: "scalar", value: null, raw: "", span: node.span };
    }
    if (node.kind === "table") return this.table(node, value as Values, depth);
    return node.kind === "array" ? this.#array(node, value as readonly unknown[], depth) : this.#leaf(node, value);
  }

  #array({ items, span }: TomlArray, values: readonly unknown[], depth: number): FrontMatterValue {
    return { kind: "list", span, items: items.map((item, index) => this.#value(item, values[index], depth + 1)) };
  }

  #leaf({ span, outer, style }: TomlLeaf, value: unknown): FrontMatterValue {
    const raw = this.#text.slice(span.start, span.end);
    if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) {
      return { kind: "scalar", value, raw, span };
    }
    // Dates, infinities and integers beyond 2^53 stay as they were written.
    if (typeof value !== "string") {
      return { kind: "text", value: raw, style: "plain", span };
    }
    const map = alignText(this.#text, span, value, style);
    return { kind: "text", value, style, span, ...(map !== undefined && { map }), outer };
  }
}
