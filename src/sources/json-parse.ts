import type { Span } from "#model/span";
import { tokensOf, type Token } from "./json-tokens.ts";
import type { JsonMember, JsonNode, JsonString } from "./json-tree.ts";

/** Deepest nesting that is read. An index needs five levels. */
const deepestNesting = 64;

/** Most faults that are told apart: the first ones are the causes. */
const mostFaults = 50;

/** Something in a JSON document that is not JSON, or not fit to be read. */
export interface JsonFault extends Span {
  readonly kind: "syntax" | "duplicate" | "depth";
  /** What would be right. */
  readonly expected: string;
}

/** What was read of a JSON document. */
export interface ParsedJson {
  readonly root: JsonNode | undefined;
  /** In the order in which they were met. Syntax: the first of each line. */
  readonly faults: readonly JsonFault[];
  /** How many more faults there are. */
  readonly unlisted: number;
}

/**
 * Parses strict JSON (no comments, no trailing commas) and goes on after a fault: what stands there is left out, the
 * rest is read. jsonc-parser's scanner reads the signs; its own parser recurses, so nesting would exhaust the stack,
 * and it loses its place after a wrong bracket.
 */
export const parseJson = (text: string): ParsedJson => new JsonParser(text).parse();

type Want = "key" | "colon" | "value" | "comma";

/** A container whose end has not come yet. */
interface Open {
  readonly kind: "array" | "object";
  readonly start: number;
  readonly items: JsonNode[];
  readonly members: JsonMember[];
  key: JsonString | undefined;
  wants: Want;
  afterComma: boolean;
}

const wanted: Readonly<Record<Want, string>> = {
  key: "a key in double quotes",
  colon: "a colon",
  value: "a value",
  comma: "a comma",
};
const closing = { array: "a closing bracket", object: "a closing brace" } as const;

class JsonParser {
  readonly #text: string;
  readonly #next: () => Token;
  readonly #faults: JsonFault[] = [];
  readonly #open: Open[] = [];
  #token: Token;
  #unlisted = 0;
  #faultyLine = -1;
  #root: JsonNode | undefined;
  #isTooDeep = false;

  constructor(text: string) {
    this.#text = text;
    this.#next = tokensOf(text);
    this.#token = this.#next();
  }

  parse(): ParsedJson {
    for (; this.#token.kind !== "end"; this.#token = this.#next()) {
      if (this.#root !== undefined) {
        this.#fault("the end of the file");
        break;
      }
      this.#take(this.#token);
      if (this.#isTooDeep) break;
    }
    const innermost = this.#open.at(-1);
    if (innermost !== undefined && !this.#isTooDeep) this.#fault(closing[innermost.kind]);
    if (innermost === undefined && this.#root === undefined && this.#faults.length === 0) this.#fault(wanted.value);
    while (this.#open.length > 0) this.#close(true);
    return { root: this.#root, faults: this.#faults, unlisted: this.#unlisted };
  }

  #take(token: Token): void {
    switch (token.kind) {
      case "{":
        return this.#begin("object");
      case "[":
        return this.#begin("array");
      case "}":
        return this.#end("object");
      case "]":
        return this.#end("array");
      case ",":
        return this.#comma();
      case ":":
        return this.#colon();
      case "string":
        return this.#string(token);
      case "comment":
        return this.#fault("no comment, since JSON has none");
      default:
        return this.#scalar(token);
    }
  }

  #begin(kind: Open["kind"]): void {
    if (this.#open.length >= deepestNesting) {
      this.#isTooDeep = true;
      return this.#fault(`at most ${deepestNesting} levels`, "depth");
    }
    if (kind === "object") this.#leaveRecord();
    this.#expectValue();
    const wants = kind === "array" ? "value" : "key";
    const { start } = this.#token;
    this.#open.push({ kind, start, items: [], members: [], key: undefined, wants, afterComma: false });
  }

  /** An object can't begin where a key or a comma should be: the object around it lost its brace, in a list of them. */
  #leaveRecord(): void {
    const { kind, wants } = this.#open.at(-1) ?? {};
    const isBetween = kind === "object" && (wants === "key" || wants === "comma");
    if (!isBetween || !this.#open.some((open) => open.kind === "array")) return;
    this.#fault(closing.object);
    while (this.#open.at(-1)?.kind === "object") this.#close(true);
    const list = this.#open.at(-1);
    if (list !== undefined) list.wants = "value";
  }

  #end(kind: Open["kind"]): void {
    const top = this.#open.at(-1);
    if (top === undefined) return this.#fault(wanted.value);
    if (top.key !== undefined) this.#fault(wanted[top.wants]);
    else if (top.wants !== "comma" && top.afterComma) this.#fault("no comma before it");
    if (top.kind !== kind) {
      this.#fault(closing[top.kind]);
      if (!this.#endsOuter(kind)) return this.#close(false);
      while (this.#open.at(-1)?.kind !== kind) this.#close(true);
    }
    this.#close(false);
  }

  /** Whether a wrong bracket ends a container further out, and is no slip of the pen, by what comes after it. */
  #endsOuter(kind: Open["kind"]): boolean {
    const outer = this.#open.findLastIndex((open) => open.kind === kind);
    if (outer < 0) return false;
    const { end } = this.#token;
    const next = /^[\s,]*([[\]{}"])/.exec(this.#text.slice(end, end + 200))?.[1];
    const around = this.#open[outer - 1]?.kind;
    if (next === "{" || next === "]") return around === "array";
    return next === undefined || around === "object";
  }

  #comma(): void {
    const top = this.#open.at(-1);
    if (top === undefined) return this.#fault(wanted.value);
    if (top.wants !== "comma") this.#fault(wanted[top.wants]);
    top.key = undefined;
    top.wants = top.kind === "array" ? "value" : "key";
    top.afterComma = true;
  }

  #colon(): void {
    const top = this.#open.at(-1);
    if (top?.wants === "colon") top.wants = "value";
    else this.#fault(wanted[top?.wants ?? "value"]);
  }

  #string({ value, start, end, fault, isCut }: Token): void {
    const top = this.#open.at(-1);
    const node: JsonString = { kind: "string", value, start, end };
    const isKey = top?.kind === "object" && (top.wants === "key" || top.wants === "comma");
    if (isKey && top.wants === "comma") this.#fault(wanted.comma);
    if (fault !== undefined) this.#fault(fault);
    if (isKey) {
      top.key = node;
      top.wants = "colon";
    } else {
      this.#expectValue();
      this.#attach(isCut ? undefined : node);
    }
  }

  #scalar(token: Token): void {
    const { start, end, fault } = token;
    const value = scalarOf(token, this.#text);
    const top = this.#open.at(-1);
    if (value !== undefined) {
      this.#expectValue();
      this.#attach({ kind: "scalar", value, start, end });
    } else if (top?.kind === "object" && top.wants !== "value") {
      // A word where a key should be is a key that lacks its quotes. Its place is what it would be with them.
      this.#fault(wanted[top.wants]);
      top.key = { kind: "string", value: this.#text.slice(start, end), start: start - 1, end: end + 1 };
      top.wants = "colon";
    } else {
      this.#fault(fault ?? wanted[top?.wants ?? "value"]);
      this.#attach(undefined);
    }
  }

  #expectValue(): void {
    const wants = this.#open.at(-1)?.wants ?? "value";
    if (wants !== "value") this.#fault(wanted[wants]);
  }

  /** Puts a value where it belongs. One that can't be read is left out, with its key. */
  #attach(node: JsonNode | undefined): void {
    const top = this.#open.at(-1);
    if (top === undefined) {
      this.#root = node;
      return;
    }
    if (node !== undefined && top.kind === "array") top.items.push(node);
    else if (node !== undefined && top.key !== undefined) top.members.push({ key: top.key, value: node });
    top.key = undefined;
    top.wants = "comma";
    top.afterComma = false;
  }

  #close(isOpen: boolean): void {
    const top = this.#open.pop();
    if (top === undefined) return;
    const { kind, start, items, members } = top;
    const { end } = this.#token;
    if (kind === "object") this.#reportDuplicates(members);
    this.#attach(kind === "array" ? { kind, start, end, items, isOpen } : { kind, start, end, members, isOpen });
  }

  #reportDuplicates(members: readonly JsonMember[]): void {
    const keys = new Set<string>();
    for (const { key } of members) {
      const { start, end, value } = key;
      if (keys.has(value)) this.#record({ kind: "duplicate", start, end, expected: "each key once" });
      keys.add(value);
    }
  }

  #fault(expected: string, kind: JsonFault["kind"] = "syntax"): void {
    const { start, end, line } = this.#token;
    // One slip makes several signs of a line look wrong.
    if (kind === "syntax" && line === this.#faultyLine) return;
    this.#faultyLine = line;
    this.#record({ kind, start, end, expected });
  }

  #record(fault: JsonFault): void {
    if (this.#faults.length < mostFaults) this.#faults.push(fault);
    else this.#unlisted++;
  }
}

/** The value of a number, true, false or null; undefined for what is none of them. */
function scalarOf({ kind, start, end, fault }: Token, text: string): number | boolean | null | undefined {
  if (kind === "number" && fault === undefined) return Number(text.slice(start, end));
  if (kind === "null") return null;
  return kind === "true" || kind === "false" ? kind === "true" : undefined;
}
