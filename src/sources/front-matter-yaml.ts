import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from "yaml";
import type { Field } from "#model/field";
import type {
  FrontMatterMap,
  FrontMatterPair,
  FrontMatterText,
  FrontMatterValue,
  TextStyle,
} from "#model/front-matter";
import type { Span } from "#model/span";
import { alignText, insideQuotes } from "./front-matter-align.ts";
import { Flaws, doubledKeys, mostLevels, mostValues, outerEnd, type Parsed } from "./front-matter-flaws.ts";
import { indentQuoted, type Indented } from "./front-matter-unindented.ts";

/** Reads YAML front matter. Throws a RangeError where it is nested so deep that the parser's stack ends. */
export function readYaml(text: string, inner: Span): Parsed {
  const { document, placeOf } = parseYaml(text.slice(inner.start, inner.end));
  const walk = new YamlWalk(text, (place) => inner.start + placeOf(place));
  // What the parser finds wrong after the first flaw most often follows from it.
  for (const { message, pos } of document.errors.slice(0, 1)) {
    // The parser says: Missing closing "quote.
    const flaw = flawIn(message, text, inner);
    const start =
      inner.start + placeOf((missingQuote.test(message) ? openedAt(document, pos[0]) : undefined) ?? pos[0]);
    walk.flaws.add({ start, end: start + pos[1] - pos[0] }, flaw, "valid YAML");
  }
  const value = document.contents === null ? undefined : walk.value(document.contents, 0);
  if (value !== undefined && value.kind !== "map" && !isEmptyScalar(value)) {
    walk.flaws.add(value.span, `a ${value.kind === "list" ? "list" : "value"} without a key`, "keys with values");
  }
  return { root: value?.kind === "map" ? value : { kind: "map", pairs: [], span: inner }, failures: walk.flaws.all };
}

/** What is to be said of a flaw: in the parser's words, or that git left both sides of a merge. */
const flawIn = (message: string, text: string, { start, end }: Span): string =>
  /^<{7} \S/m.test(text.slice(start, end))
    ? "the marks of a merge that was not finished"
    : message.replace(missingQuote, " closing quote ($1)");

const missingQuote = / closing (["'])quote$/;

/** Parses YAML, and once more with its quoted lines indented where the parser misses a quote for want of that. */
function parseYaml(text: string): { document: Document; placeOf: Indented["placeOf"] } {
  const asWritten = { document: parseOnce(text), placeOf: (place: number) => place };
  if (!asWritten.document.errors.some(({ message }) => missingQuote.test(message))) return asWritten;
  const indented = indentQuoted(text);
  if (indented === undefined) return asWritten;
  const document = parseOnce(indented.text);
  const isMended = !document.errors.some(({ message }) => missingQuote.test(message));
  return isMended ? { document, placeOf: indented.placeOf } : asWritten;
}

// The parser's own check for doubled keys takes quadratic time.
const parseOnce = (text: string): Document =>
  parseDocument(text, { uniqueKeys: false, prettyErrors: false, merge: false, logLevel: "silent" });

/** Where the quoted text starts whose closing quote is missing where it ends: the parser looks for it up to the end. */
function openedAt(document: Document, end: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar(_key, { type, range }) {
      if (range?.[1] !== end || !type?.startsWith("QUOTE_")) return undefined;
      [start] = range;
      return visit.BREAK;
    },
  });
  return start;
}

const isEmptyScalar = (value: FrontMatterValue) => value.kind === "scalar" && value.value === null;

const styles: Readonly<Record<string, TextStyle>> = {
  QUOTE_DOUBLE: "double",
  QUOTE_SINGLE: "single",
  BLOCK_FOLDED: "block",
  BLOCK_LITERAL: "block",
};

/** Turns the parser's nodes into values with spans in the document. */
class YamlWalk {
  readonly flaws = new Flaws();
  readonly #text: string;
  readonly #placeOf: (place: number) => number;
  readonly #anchors = new Map<string, Node>();
  readonly #open = new Set<Node>();
  #values = 0;

  constructor(text: string, placeOf: (place: number) => number) {
    this.#text = text;
    this.#placeOf = placeOf;
  }

  /** The value of a node, or an empty one with a failure where the limits end. */
  value(node: Node, depth: number): FrontMatterValue {
    const span = this.#spanOf(node);
    if (depth > mostLevels) return this.#stop(span, `more than ${mostLevels} levels of nesting`);
    if (++this.#values > mostValues) return this.#stop(span, `more than ${mostValues.toLocaleString("en-US")} values`);
    if (isAlias(node)) return this.#alias(node.source, span, depth);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isScalar(node)) return this.#scalar(node, span);
    this.#open.add(node);
    const value = this.#collection(node, span, depth);
    this.#open.delete(node);
    return value;
  }

  #collection(node: Node, span: Span, depth: number): FrontMatterValue {
    if (isMap(node)) return this.#map(node, span, depth);
    if (!isSeq(node)) return empty(span);
    const items = node.items.map((item) => (isPair(item) ? empty(span) : this.value(item as Node, depth + 1)));
    return { kind: "list", items, span: node.flow === true ? span : upTo(span, items.at(-1)) };
  }

  #map(node: YAMLMap, span: Span, depth: number): FrontMatterMap {
    const pairs: FrontMatterPair[] = [];
    const merged: FrontMatterPair[] = [];
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = this.#key(pair.key);
      if (key === undefined) continue;
      const value = this.#below(key, pair.value, depth);
      if (key.value === "<<") merged.push(...mergedPairs(value));
      else pairs.push({ key, value });
    }
    this.flaws.addAll(doubledKeys(pairs));
    const names = new Set(pairs.map(({ key }) => key.value));
    const own = node.flow === true ? span : upTo(span, pairs.at(-1)?.value);
    return { kind: "map", pairs: [...pairs, ...merged.filter(({ key }) => !names.has(key.value))], span: own };
  }

  /** The value of a key. One that is not written stands behind the colon. */
  #below(key: Field, node: Node | null, depth: number): FrontMatterValue {
    const value = node === null ? undefined : this.value(node, depth + 1);
    if (value !== undefined && (value.kind !== "scalar" || value.raw !== "" || isAlias(node))) return value;
    const colon = this.#text.indexOf(":", key.span.end) + 1;
    return empty({ start: colon, end: colon });
  }

  #key(node: Node): Field | undefined {
    const span = this.#spanOf(node);
    if (!isScalar(node)) {
      this.flaws.add(span, "a key that is no text", "text as key");
      return undefined;
    }
    const value = this.#scalar(node, span);
    if (value.kind === "scalar") return { value: value.raw, span };
    return value.map === undefined ? { value: value.value, span: value.span } : { ...fieldOf(value), map: value.map };
  }

  #scalar(node: Scalar, span: Span): ScalarValue {
    const { value } = node;
    const raw = this.#text.slice(span.start, span.end);
    if (value === null || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) {
      return { kind: "scalar", value, raw, span };
    }
    const style = styles[node.type ?? ""] ?? "plain";
    const inside = this.#inside(span, style);
    const written = typeof value === "string" ? value : raw;
    const map = alignText(this.#text, inside, written, style);
    return {
      kind: "text",
      value: written,
      style,
      span: inside,
      ...(map !== undefined && { map }),
      ...(style !== "plain" && { outer: span }),
    };
  }

  /** The stretch of a scalar without its quotes or its block header. */
  #inside({ start, end }: Span, style: TextStyle): Span {
    if (style === "plain") return { start, end };
    if (style !== "block") return insideQuotes(this.#text, { start, end });
    const header = /^[^\r\n]*(?:\r\n?|\n|$)/.exec(this.#text.slice(start, end))?.[0].length ?? 0;
    return { start: start + header, end };
  }

  #alias(name: string, span: Span, depth: number): FrontMatterValue {
    const node = this.#anchors.get(name);
    if (node === undefined || this.#open.has(node)) return empty(span);
    return moved(this.value(node, depth + 1), span);
  }

  #stop(span: Span, found: string): FrontMatterValue {
    this.flaws.addOnce("limit", span, found, "flat and small front matter");
    return empty(span);
  }

  #spanOf(node: Node): Span {
    const [start = 0, end = start] = node.range ?? [];
    return { start: this.#placeOf(start), end: this.#placeOf(end) };
  }
}

/** A list or a map over lines ends with its last value; the parser counts the lines after it in. */
const upTo = (span: Span, last: FrontMatterValue | undefined): Span =>
  last === undefined ? span : { start: span.start, end: outerEnd(last) };

type ScalarValue = Exclude<FrontMatterValue, { kind: "list" | "map" }>;

const fieldOf = ({ value, span }: FrontMatterText): Field => ({ value, span });

const empty = (span: Span): FrontMatterValue => ({ kind: "scalar", value: null, raw: "", span });

const mergedPairs = (value: FrontMatterValue): readonly FrontMatterPair[] => {
  if (value.kind === "map") return value.pairs;
  return value.kind === "list" ? value.items.flatMap((item) => (item.kind === "map" ? item.pairs : [])) : [];
};

/** A value as an alias gives it: all of it stands where the alias stands. */
function moved(value: FrontMatterValue, span: Span): FrontMatterValue {
  switch (value.kind) {
    case "text":
      return { kind: "text", value: value.value, style: "plain", span, map: [0, span.start, span.end - span.start] };
    case "list":
      return { ...value, span, items: value.items.map((item) => moved(item, span)) };
    case "map":
      return { ...value, span, pairs: value.pairs.map((pair) => ({ ...pair, value: moved(pair.value, span) })) };
    default:
      return { ...value, span };
  }
}
