/** What the names in code stand for; undefined for what is computed, or can't be read. */
export interface JsNames {
  /** A name, such as `site`, or the path to a value in it: `site.url`. */
  valueOf(name: string): unknown;
  /** What a module gives to `require`. */
  required(path: string): unknown;
}

/**
 * The literal values of an object in JavaScript or TypeScript: strings, numbers, booleans, lists and objects of them.
 * What is computed is left out; nothing is run.
 *
 * @param names what the names in it stand for, where that is known; else they are computed
 * @returns undefined where the text has no object that a config could be
 */
export function readJsConfig(text: string, names?: JsNames): Readonly<Record<string, unknown>> | undefined {
  const code = withoutComments(text);
  for (const opening of [
    /defineConfig\s*\(\s*/,
    /export\s+default\s+/,
    /module\.exports\s*=\s*/,
    new RegExp(`\\b(?:const|let|var)\\s+${exportedName(code)}(?![\\w$])(?:[^=;{]{0,80}|\\s*:[^=]{0,500})=(?![=>])\\s*`),
  ]) {
    const start = opening.exec(code);
    if (start === null) continue;
    const at = start.index + start[0].length;
    if (code[at] === "{") return new Literals(code, at, names).object(0);
  }
  // A function that returns its options, as Eleventy has it.
  const named = ownReturn(code, exportedName(code));
  const returned = named < 0 ? code.lastIndexOf("return {") : named;
  const at = returned < 0 ? code.search(/(?<==>\s{0,20}\(\s{0,20})\{/) : returned + "return ".length;
  return at < 0 ? undefined : new Literals(code, at, names).object(0);
}

/** The name that a module exports as a whole, for a pattern. */
const exportedName = (code: string): string =>
  (
    /\b(?:export\s+default|module\.exports\s*=)\s+([A-Za-z_$][\w$]{0,200})\s*(?:;|\n|$|satisfies\b|as\b)/.exec(
      code,
    )?.[1] ?? "config"
  ).replaceAll("$", "\\$");

/** Where a function of a name, or one that is exported, returns its object, and none in it does; -1 where there is none. */
function ownReturn(code: string, name: string): number {
  const start = code.search(
    new RegExp(
      `^(?:(?:export\\s+default\\s+)?(?:async\\s+)?(?:const|let|var|function)\\s+${name}(?![\\w$])|(?:export\\s+default|module\\.exports\\s*=)\\s+(?:async\\b|function\\b|\\())`,
      "m",
    ),
  );
  const declared = start < 0 ? "" : code.slice(start);
  const next = declared.slice(1).search(/^(?:export|module\.exports|import|async|function|const|let|var|class)\b/m);
  const piece = next < 0 ? declared : declared.slice(0, next + 1);
  let [found, least, depth] = [-1, Infinity, 0];
  for (const { 0: sign, index } of piece.matchAll(
    /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[^])*`?|[([{]|[)\]}]|\breturn (?=\{)/g,
  )) {
    if ("([{".includes(sign)) depth++;
    else if (")]}".includes(sign)) depth--;
    else if (sign === "return " && depth < least) [found, least] = [start + index, depth];
  }
  return found;
}

/** The literal arguments of calls of a method: texts, and lists and objects of them. */
export function readJsCalls(text: string, method: string): unknown[] {
  const code = withoutComments(text);
  return Array.from(code.matchAll(new RegExp(`\\.${method}\\(\\s*(?=["'\`{])`, "g")), ({ 0: call, index }) =>
    new Literals(code, index + call.length).value(0),
  );
}

/** The object whose brace stands at a place in code without comments. */
export const readJsObject = (code: string, at: number, names?: JsNames): Readonly<Record<string, unknown>> =>
  new Literals(code, at, names).object(0);

/** The value that starts at a place in code without comments; undefined where it is computed. */
export function readJsValue(code: string, at: number, names: JsNames): unknown {
  const value = new Literals(code, at, names).value(0);
  return value === computed ? undefined : value;
}

/** Stands for what is computed. */
const computed = Symbol("computed");
const mostLevels = 60;
/** Most items of a list or an object that spreads others, and the longest text that has others in it. */
const most = { items: 20_000, length: 10_000 } as const;

class Literals {
  readonly #code: string;
  #at: number;
  readonly #names: JsNames | undefined;

  constructor(code: string, at: number, names?: JsNames) {
    this.#code = code;
    this.#at = at;
    this.#names = names;
  }

  value(level: number): unknown {
    this.#blanks();
    const sign = this.#code[this.#at] ?? "";
    if (level > mostLevels) return this.#skip();
    if (sign === "{") return this.object(level);
    if (sign === "[") return this.#list(level);
    if (sign === "(") return this.#inBrackets(level);
    if (`"'\``.includes(sign) && sign !== "") return this.#orComputed(this.#string());
    return this.#word();
  }

  #word(): unknown {
    const word = /^(?:true|false|null|undefined|-?\d[\d_.]*)(?=\s*[,}\])])/.exec(
      this.#code.slice(this.#at, this.#at + 60),
    )?.[0];
    if (word === undefined) return this.#named();
    this.#at += word.length;
    if (word === "true" || word === "false") return word === "true";
    return /\d/.test(word) ? Number(word.replaceAll("_", "")) : null;
  }

  /** What a name, a path in it, or a module that is required stands for. */
  #named(): unknown {
    const found =
      /^(?:require\(\s{0,9}["'](\.[^"'\n]{1,300})["']\s{0,9}\)|([A-Za-z_$][\w$]{0,200}(?:\.[\w$]{1,200}){0,3}))(?=\s*(?:[,;}\])]|$|as\b|satisfies\b))/.exec(
        this.#code.slice(this.#at, this.#at + 900),
      );
    const [, path, name] = found ?? [];
    this.#skip();
    if (this.#names === undefined || found === null) return computed;
    const value = path === undefined ? this.#names.valueOf(name ?? "") : this.#names.required(path);
    return value === undefined ? computed : value;
  }

  object(level: number): Record<string, unknown> {
    const pairs: [string, unknown][] = [];
    this.#at++;
    while (!this.#ends()) {
      for (const pair of this.#pairs(level)) if (pairs.length < most.items) pairs.push(pair);
      this.#comma();
    }
    this.#close("}");
    return Object.fromEntries(pairs);
  }

  /** What an item adds to an object: its key and value, or those of another object. */
  #pairs(level: number): [string, unknown][] {
    if (this.#spreads()) {
      const value = this.value(level + 1);
      return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
    }
    const short = /^[A-Za-z_$][\w$]{0,200}(?=\s*[,}])/.exec(this.#code.slice(this.#at, this.#at + 300))?.[0];
    const key = short ?? this.#key();
    const value = key === undefined ? this.#skip() : this.value(level + 1);
    return key === undefined || value === computed || key === "__proto__" ? [] : [[key, value]];
  }

  /** Goes past the dots of a spread. */
  #spreads(): boolean {
    if (!this.#code.startsWith("...", this.#at)) return false;
    this.#at += 3;
    return true;
  }

  #list(level: number): unknown {
    const items: unknown[] = [];
    this.#at++;
    while (!this.#ends()) {
      const isSpread = this.#spreads();
      const item = this.value(level + 1);
      const added = isSpread ? listOf(item) : [item === computed ? undefined : item];
      for (const one of added) if (items.length < most.items) items.push(one);
      this.#comma();
    }
    this.#close("]");
    // What `map` and the like make of a list is another one; a list that is filtered is still of these.
    return /^\s*\.(?!filter\()/.test(this.#code.slice(this.#at, this.#at + 60)) ? this.#skip() : items;
  }

  /** A value in round brackets: types are written before them, in a comment. All else in brackets is computed. */
  #inBrackets(level: number): unknown {
    const start = this.#at++;
    const value = this.value(level + 1);
    this.#blanks();
    if (value !== computed && this.#code[this.#at] === ")") {
      this.#at++;
      return this.#orComputed(value);
    }
    this.#at = start;
    return this.#skip();
  }

  /** The name before a colon; undefined for spreads, methods and what is short for a variable. */
  #key(): string | undefined {
    const found = /^(?:([\w$]{1,200})|"([^"\n]{0,200})"|'([^'\n]{0,200})')\s*:/.exec(
      this.#code.slice(this.#at, this.#at + 300),
    );
    if (found === null) return undefined;
    this.#at += found[0].length;
    return found[1] ?? found[2] ?? found[3];
  }

  #string(): unknown {
    const quote = this.#code[this.#at] ?? "";
    let text = "";
    for (this.#at++; this.#at < this.#code.length; this.#at++) {
      const sign = this.#code[this.#at] ?? "";
      if (sign === quote) {
        this.#at++;
        return text;
      }
      if (sign === "\\") text += this.#code[++this.#at] ?? "";
      else if (quote === "`" && sign === "$" && this.#code[this.#at + 1] === "{") {
        const inner = text.length > most.length ? undefined : this.#textInside();
        if (inner === undefined) {
          this.#skipString(quote);
          this.#at++;
          return this.#skip();
        }
        text += inner;
      } else text += sign;
    }
    return computed;
  }

  /** The text that a name in a template stands for; goes to the bracket that ends it, where there is one. */
  #textInside(): string | undefined {
    const found = /^\$\{\s{0,9}([\w$.]{1,200})\s{0,9}\}/.exec(this.#code.slice(this.#at, this.#at + 250));
    const value = found === null ? undefined : this.#names?.valueOf(found[1] ?? "");
    if (found === null || typeof value !== "string" || value.length > most.length) return undefined;
    this.#at += found[0].length - 1;
    return value;
  }

  /** A value that goes on behind its literal (`"a" + b`) is computed after all. */
  #orComputed(value: unknown): unknown {
    if (value === computed) return value;
    this.#blanks();
    if (/[,;}\])]/.test(this.#code[this.#at] ?? ",")) return value;
    return /^(?:as|satisfies)\s/.test(this.#code.slice(this.#at, this.#at + 20)) ? (this.#skip(), value) : this.#skip();
  }

  /** Goes to the comma or bracket that ends a value. */
  #skip(): unknown {
    let depth = 0;
    for (; this.#at < this.#code.length; this.#at++) {
      const sign = this.#code[this.#at] ?? "";
      if (`"'\``.includes(sign)) this.#skipString(sign);
      else if ("([{".includes(sign)) depth++;
      else if (")]}".includes(sign) && depth-- === 0) break;
      else if (sign === "," && depth === 0) break;
    }
    return computed;
  }

  #skipString(quote: string): void {
    for (this.#at++; this.#at < this.#code.length && this.#code[this.#at] !== quote; this.#at++) {
      if (this.#code[this.#at] === "\\") this.#at++;
    }
  }

  /** Whether no item follows: at either bracket, as an unfinished text may have the wrong one. */
  #ends(): boolean {
    this.#blanks();
    return /[}\]]/.test(this.#code[this.#at] ?? "}");
  }

  /** Goes past a bracket. Another one is left to what is around. */
  #close(bracket: string): void {
    if (this.#code[this.#at] === bracket) this.#at++;
  }

  #comma(): void {
    this.#blanks();
    if (this.#code[this.#at] === ",") this.#at++;
    else if (!/[}\]]/.test(this.#code[this.#at] ?? "}")) {
      this.#skip();
      // A bracket that closes nothing: the text is no config, but the search must go on.
      if (this.#code[this.#at] === "," || this.#code[this.#at] === ")") this.#at++;
    }
  }

  #blanks(): void {
    while (/\s/.test(this.#code[this.#at] ?? "")) this.#at++;
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** Comments to blanks; strings that look like them stay. What has no end goes on to the end of the line or the text. */
export const withoutComments = (text: string): string =>
  text.replace(
    /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[^])*`?|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|\/\/[^\n]*/g,
    (part) => (part.startsWith("/") ? " " : part),
  );
