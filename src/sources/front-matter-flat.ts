import type { Field } from "#model/field";
import type { FrontMatterPair, FrontMatterText, FrontMatterValue } from "#model/front-matter";
import type { Span } from "#model/span";
import { outerEnd, type Parsed } from "./front-matter-flaws.ts";

/**
 * Reads YAML front matter that is as plain as most is: keys with values of one line, lists of those, and maps below
 * keys. Undefined for all else, which the parser reads. A test holds both equal, spans included; this way saves loading
 * the parser, which costs more than reading the front matter of some hundred posts.
 */
export function readFlatYaml(text: string, inner: Span): Parsed | undefined {
  if (odd.test(text.slice(inner.start, inner.end))) return undefined;
  const lines = linesOf(text, inner);
  if (lines === undefined || lines.length === 0) return undefined;
  const reader = new FlatReader(lines);
  const root = reader.map(0, 0);
  return root === undefined || !reader.isDone ? undefined : { root, failures: [] };
}

// Tabs and control characters, other blanks and line ends: where YAML has rules of its own.
const odd = /[^\P{C}\r\n]|[^\P{Z} ]|\r(?!\n)/u;

/** A line with something on it. */
interface Line {
  readonly indent: number;
  /** Without indentation and without blanks at the end. */
  readonly text: string;
  /** Offset of the text in the document. */
  readonly start: number;
}

function linesOf(text: string, { start, end }: Span): Line[] | undefined {
  const lines: Line[] = [];
  for (let at = start; at < end;) {
    const next = text.indexOf("\n", at);
    const stop = next < 0 || next > end ? end : next;
    const line = text.slice(at, stop).trimEnd();
    const content = line.trimStart();
    // Of comments within values the parser has to say where they belong.
    if (content.startsWith("#") && content !== line) return undefined;
    const indent = line.length - content.length;
    if (content !== "" && !content.startsWith("#")) lines.push({ indent, text: content, start: at + indent });
    at = stop + 1;
  }
  return lines;
}

const key = /^([A-Za-z_][\w-]*):(?: +|$)/;
const mostLevels = 5;

class FlatReader {
  readonly #lines: readonly Line[];
  #next = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  get isDone(): boolean {
    return this.#next === this.#lines.length;
  }

  /** The map whose keys have an indentation, from the next line on. */
  map(indent: number, level: number): Extract<FrontMatterValue, { kind: "map" }> | undefined {
    const pairs: FrontMatterPair[] = [];
    const names = new Set<string>();
    const start = this.#line?.start ?? 0;
    for (let line = this.#line; line !== undefined && line.indent >= indent; line = this.#line) {
      const [marks, name] = key.exec(line.text) ?? [];
      if (line.indent !== indent || marks === undefined || name === undefined || names.has(name)) return undefined;
      names.add(name);
      this.#next++;
      const value = this.#valueAfter(line, marks.length, level);
      if (value === undefined) return undefined;
      pairs.push({ key: field(name, line.start), value });
    }
    const last = pairs.at(-1);
    return last && { kind: "map", pairs, span: { start, end: outerEnd(last.value) } };
  }

  get #line(): Line | undefined {
    return this.#lines[this.#next];
  }

  /** The value behind a key: on its line, or on the lines below that are indented more. */
  #valueAfter(line: Line, from: number, level: number): FrontMatterValue | undefined {
    const written = line.text.slice(from);
    const below = this.#line;
    if (written !== "") {
      const isContinued = below !== undefined && below.indent > line.indent;
      return isContinued ? undefined : (flowList(written, line.start + from) ?? scalar(written, line.start + from));
    }
    if (below?.text.startsWith("- ") === true && below.indent >= line.indent) return this.#list(below.indent);
    if (below === undefined || below.indent <= line.indent) return nothing(line.start + line.text.length);
    return level < mostLevels ? this.map(below.indent, level + 1) : undefined;
  }

  #list(indent: number): FrontMatterValue | undefined {
    const items: FrontMatterValue[] = [];
    const start = this.#line?.start ?? 0;
    for (let line = this.#line; line?.text.startsWith("- ") === true && line.indent === indent; line = this.#line) {
      const written = line.text.slice(2).trimStart();
      const item = scalar(written, line.start + line.text.length - written.length);
      if (item === undefined) return undefined;
      items.push(item);
      this.#next++;
    }
    const isContinued = this.#line !== undefined && this.#line.indent > indent;
    const last = items.at(-1);
    return isContinued || last === undefined
      ? undefined
      : { kind: "list", items, span: { start, end: outerEnd(last) } };
  }
}

const field = (value: string, start: number): Field => ({ value, span: { start, end: start + value.length } });

const nothing = (at: number): FrontMatterValue => ({
  kind: "scalar",
  value: null,
  raw: "",
  span: { start: at, end: at },
});

const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/;
// A plain text that can be nothing else: it starts with a letter, a digit or a slash.
const plain = /^[\p{L}\d/](?:(?!: | #).)*$/u;
const word = /^(?:true|false|null|True|False|Null|TRUE|FALSE|NULL)$/;
const integer = /^(?:0|[1-9]\d{0,14})$/;
const numeric = /^[\d.eExXoOabcdefABCDEF_+-]+$/;
const date = /^\d{4}-\d\d-\d\d$/;

/** A value that stands on one line. Undefined where it is not plainly a text, a number, a boolean or nothing. */
function scalar(written: string, start: number): FrontMatterValue | undefined {
  const span = { start, end: start + written.length };
  const [, double, single] = quoted.exec(written) ?? [];
  const inside = double ?? single;
  if (inside !== undefined) return quotedText(inside, double === undefined ? "single" : "double", span);
  if (!plain.test(written) || written.endsWith(":")) return undefined;
  if (word.test(written)) return constant(written, span);
  if (integer.test(written)) return { kind: "scalar", value: Number(written), raw: written, span };
  if (isOddNumber(written)) return undefined;
  return { kind: "text", value: written, style: "plain", span };
}

function constant(written: string, span: Span): FrontMatterValue {
  const folded = written.toLowerCase();
  return { kind: "scalar", value: folded === "null" ? null : folded === "true", raw: written, span };
}

/** What may be a number in one of the ways that the parser knows. */
const isOddNumber = (written: string) => /^\d/.test(written) && numeric.test(written) && !date.test(written);

const quotedText = (value: string, style: "single" | "double", outer: Span): FrontMatterText => ({
  kind: "text",
  value,
  style,
  span: { start: outer.start + 1, end: outer.end - 1 },
  outer,
});

const listItem = /\s*("[^"\\]*"|'[^']*'|[^\s,"'[\]{}:#&*!|>%@`?][^,"'[\]{}:#&*!|>%@`?]*?)\s*(,|$)/y;

/** A list on one line whose items are texts in quotes or plain words. */
function flowList(written: string, start: number): FrontMatterValue | undefined {
  if (!written.startsWith("[") || !written.endsWith("]")) return undefined;
  const inside = written.slice(1, -1);
  const items: FrontMatterValue[] = [];
  let isOpen = inside.trim() !== "";
  listItem.lastIndex = 0;
  while (isOpen) {
    const at = listItem.lastIndex;
    const [all, item = "", comma] = listItem.exec(inside) ?? [];
    const value = all === undefined ? undefined : scalar(item, start + 1 + at + all.indexOf(item));
    if (value === undefined) return undefined;
    items.push(value);
    isOpen = comma === ",";
  }
  return { kind: "list", items, span: { start, end: start + written.length } };
}
