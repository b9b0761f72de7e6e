/**
 * The literal values of an object in JavaScript or TypeScript: strings, numbers, booleans, lists and objects of them.
 * What is computed is left out; nothing is run.
 *
 * @returns undefined where the text has no object that a config could be
 */
export function readJsConfig(text: string): Readonly<Record<string, unknown>> | undefined {
  const code = withoutComments(text);
  for (const opening of [
    /defineConfig\s*\(\s*/,
    /export\s+default\s+/,
    /module\.exports\s*=\s*/,
    /const\s+config\b[^=;{]{0,80}=\s*/,
  ]) {
    const start = opening.exec(code);
    if (start === null) continue;
    const at = start.index + start[0].length;
    if (code[at] === "{") return new Literals(code, at).object(0);
  }
  // A function that returns its options, as Eleventy has it.
  const returned = code.lastIndexOf("return {");
  const at = returned < 0 ? code.search(/(?<==>\s{0,20}\(\s{0,20})\{/) : returned + "return ".length;
  return at < 0 ? undefined : new Literals(code, at).object(0);
}

/** The literal arguments of calls of a method: texts, and lists and objects of them. */
export function readJsCalls(text: string, method: string): unknown[] {
  const code = withoutComments(text);
  return Array.from(code.matchAll(new RegExp(`\\.${method}\\(\\s*(?=["'\`{])`, "g")), ({ 0: call, index }) =>
    new Literals(code, index + call.length).value(0),
  );
}

/** The object whose brace stands at a place in code without comments. */
export const readJsObject = (code: string, at: number): Readonly<Record<string, unknown>> =>
  new Literals(code, at).object(0);

/** Stands for what is computed. */
const computed = Symbol("computed");
const mostLevels = 60;

class Literals {
  readonly #code: string;
  #at: number;

  constructor(code: string, at: number) {
    this.#code = code;
    this.#at = at;
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
    if (word === undefined) return this.#skip();
    this.#at += word.length;
    if (word === "true" || word === "false") return word === "true";
    return /\d/.test(word) ? Number(word.replaceAll("_", "")) : null;
  }

  object(level: number): Record<string, unknown> {
    const pairs: [string, unknown][] = [];
    this.#at++;
    for (this.#blanks(); this.#at < this.#code.length && this.#code[this.#at] !== "}"; this.#blanks()) {
      const key = this.#key();
      const value = key === undefined ? this.#skip() : this.value(level + 1);
      if (key !== undefined && value !== computed && key !== "__proto__") pairs.push([key, value]);
      this.#comma();
    }
    this.#at++;
    return Object.fromEntries(pairs);
  }

  #list(level: number): unknown[] {
    const items: unknown[] = [];
    this.#at++;
    for (this.#blanks(); this.#at < this.#code.length && this.#code[this.#at] !== "]"; this.#blanks()) {
      const item = this.value(level + 1);
      items.push(item === computed ? undefined : item);
      this.#comma();
    }
    this.#at++;
    return items;
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
        this.#skipString(quote);
        this.#at++;
        return this.#skip();
      } else text += sign;
    }
    return computed;
  }

  /** A value that goes on behind its literal (`"a" + b`) is computed after all. */
  #orComputed(value: unknown): unknown {
    if (value === computed) return value;
    this.#blanks();
    if (/[,}\])]/.test(this.#code[this.#at] ?? ",")) return value;
    return /^as\s+const\b/.test(this.#code.slice(this.#at, this.#at + 20)) ? (this.#skip(), value) : this.#skip();
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

/** Comments to blanks; strings that look like them stay. What has no end goes on to the end of the line or the text. */
export const withoutComments = (text: string): string =>
  text.replace(
    /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[^])*`?|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|\/\/[^\n]*/g,
    (part) => (part.startsWith("/") ? " " : part),
  );
