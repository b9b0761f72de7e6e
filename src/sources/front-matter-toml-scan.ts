import type { Field } from "#model/field";
import type { TextStyle } from "#model/front-matter";
import type { Span } from "#model/span";

export interface TomlTable {
  readonly kind: "table";
  readonly pairs: Map<string, { readonly key: Field; readonly node: TomlNode }>;
  span: Span;
}

export interface TomlArray {
  readonly kind: "array";
  readonly items: TomlNode[];
  span: Span;
}

export interface TomlLeaf {
  readonly kind: "leaf";
  /** Without quotes. */
  readonly span: Span;
  readonly outer: Span;
  readonly style: TextStyle;
}

export type TomlNode = TomlTable | TomlArray | TomlLeaf;

const keyPart = /"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"|'[^'\r\n]*'|[^\s.=\]"'#,{}[]+/y;
const basicText = /"[^"\\]*(?:\\.[^"\\]*)*"/sy;
const bareValue = /\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]*|[^\s,\]}#]+/y;

/** Finds the places of all keys and values of a TOML text that smol-toml has found valid. */
export const scanToml = (text: string, span: Span): TomlTable => new TomlScan(text, span).read();

class TomlScan {
  readonly #text: string;
  readonly #end: number;
  readonly #root: TomlTable;
  #at: number;

  constructor(text: string, span: Span) {
    this.#text = text;
    this.#at = span.start;
    this.#end = span.end;
    this.#root = { kind: "table", pairs: new Map(), span };
  }

  read(): TomlTable {
    let table = this.#root;
    for (this.#skip(); this.#at < this.#end; this.#skip()) {
      const from = this.#at;
      if (this.#text[from] === "[") table = this.#header();
      else this.#pair(table);
      // Invalid text was refused by the parser; this only keeps a difference between the two from ending in a loop.
      if (this.#at === from) this.#at++;
    }
    return this.#root;
  }

  /** `[table]` or `[[array of tables]]`: the table that the next pairs belong to. */
  #header(): TomlTable {
    const start = this.#at;
    const isArray = this.#text[this.#at + 1] === "[";
    this.#at += isArray ? 2 : 1;
    const keys = this.#keys();
    this.#at += isArray ? 2 : 1;
    const span = { start, end: this.#at };
    const last = keys.pop();
    const parent = this.#descend(this.#root, keys);
    if (last === undefined) return parent;
    if (!isArray) return this.#descend(parent, [last], span);
    const table: TomlTable = { kind: "table", pairs: new Map(), span };
    const known = parent.pairs.get(last.value)?.node;
    if (known?.kind === "array") known.items.push(table);
    else parent.pairs.set(last.value, { key: last, node: { kind: "array", items: [table], span } });
    return table;
  }

  #pair(table: TomlTable): void {
    const keys = this.#keys();
    const last = keys.pop();
    if (last === undefined) return;
    this.#at++;
    this.#skip();
    const parent = this.#descend(table, keys);
    const node = this.#value();
    parent.pairs.set(last.value, { key: last, node });
    for (const open of [table, parent]) open.span = { start: open.span.start, end: Math.max(open.span.end, this.#at) };
  }

  /** A dotted key, part by part, up to the sign after it. */
  #keys(): Field[] {
    const keys: Field[] = [];
    for (;;) {
      this.#skip();
      keyPart.lastIndex = this.#at;
      const part = keyPart.exec(this.#text)?.[0];
      if (part === undefined) return keys;
      keys.push(keyField(part, this.#at));
      this.#at += part.length;
      this.#skip();
      if (this.#text[this.#at] !== ".") return keys;
      this.#at++;
    }
  }

  /** The table under a dotted key, made where it is not there yet. */
  #descend(from: TomlTable, keys: readonly Field[], span?: Span): TomlTable {
    let table = from;
    for (const key of keys) {
      const known = table.pairs.get(key.value)?.node;
      const inner = known?.kind === "array" ? known.items.at(-1) : known;
      if (inner?.kind === "table") {
        table = inner;
        continue;
      }
      const made: TomlTable = { kind: "table", pairs: new Map(), span: span ?? key.span };
      table.pairs.set(key.value, { key, node: made });
      table = made;
    }
    return table;
  }

  #value(): TomlNode {
    const sign = this.#text[this.#at];
    if (sign === "[") return this.#array();
    if (sign === "{") return this.#inlineTable();
    if (sign === '"' || sign === "'") return this.#quoted(sign);
    bareValue.lastIndex = this.#at;
    const span = { start: this.#at, end: this.#at + (bareValue.exec(this.#text)?.[0].length ?? 0) };
    this.#at = span.end;
    return { kind: "leaf", span, outer: span, style: "plain" };
  }

  #array(): TomlArray {
    const start = this.#at++;
    const items: TomlNode[] = [];
    while (!this.#closes("]")) items.push(this.#value());
    return { kind: "array", items, span: { start, end: this.#at } };
  }

  #inlineTable(): TomlTable {
    const start = this.#at++;
    const table: TomlTable = { kind: "table", pairs: new Map(), span: { start, end: start } };
    while (!this.#closes("}")) this.#pair(table);
    table.span = { start, end: this.#at };
    return table;
  }

  /** Goes over white space and commas to the next item; past the closing sign if that is next. */
  #closes(sign: string): boolean {
    this.#skip();
    while (this.#text[this.#at] === ",") {
      this.#at++;
      this.#skip();
    }
    if (this.#at >= this.#end) return true;
    if (this.#text[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #quoted(quote: string): TomlLeaf {
    const start = this.#at;
    const fence = quote.repeat(3);
    if (this.#text.startsWith(fence, start)) return this.#multiLine(fence, start);
    if (quote === "'") this.#at = this.#text.indexOf("'", start + 1) + 1 || this.#end;
    else {
      basicText.lastIndex = start;
      this.#at = start + (basicText.exec(this.#text)?.[0].length ?? 1);
    }
    const style = quote === "'" ? "single" : "double";
    return { kind: "leaf", span: { start: start + 1, end: this.#at - 1 }, outer: { start, end: this.#at }, style };
  }

  #multiLine(fence: string, start: number): TomlLeaf {
    const firstBreak = /^\r?\n/.exec(this.#text.slice(start + 3, start + 5))?.[0].length ?? 0;
    let close = start + 3;
    while (close < this.#end && !this.#text.startsWith(fence, close)) {
      close += fence === '"""' && this.#text[close] === "\\" ? 2 : 1;
    }
    // Up to two quotes may stand before the closing ones.
    while (this.#text[close + 3] === fence[0]) close++;
    this.#at = Math.min(close + 3, this.#end);
    const span = { start: start + 3 + firstBreak, end: close };
    return { kind: "leaf", span, outer: { start, end: this.#at }, style: fence === '"""' ? "double" : "block" };
  }

  /** Goes over white space and comments. */
  #skip(): void {
    while (this.#at < this.#end) {
      const sign = this.#text[this.#at];
      if (sign === "#") {
        const next = this.#text.indexOf("\n", this.#at);
        this.#at = next < 0 ? this.#end : next;
      } else if (sign === " " || sign === "\t" || sign === "\r" || sign === "\n") this.#at++;
      else return;
    }
  }
}

function keyField(part: string, at: number): Field {
  const span = { start: at, end: at + part.length };
  if (part[0] === "'") return { value: part.slice(1, -1), span: { start: at + 1, end: span.end - 1 } };
  if (part[0] !== '"') return { value: part, span };
  const inside = { start: at + 1, end: span.end - 1 };
  const value = unescapeKey(part.slice(1, -1));
  return value === part.slice(1, -1)
    ? { value, span: inside }
    : { value, span: inside, map: [0, inside.start, inside.end - inside.start] };
}

const shortEscapes: Readonly<Record<string, string>> = { b: "\b", t: "\t", n: "\n", f: "\f", r: "\r", e: "\u001b" };

const unescapeKey = (text: string) =>
  text.replace(/\\(?:u([\da-f]{4})|U([\da-f]{8})|x([\da-f]{2})|(.))/gi, (_all, u, U, x, sign: string) => {
    const code = (u ?? U ?? x) as string | undefined;
    return code === undefined ? (shortEscapes[sign] ?? sign) : String.fromCodePoint(Number.parseInt(code, 16));
  });
