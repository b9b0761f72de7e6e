import { isImport } from "./mdx-tree.ts";

/*
 * Satteri takes exponential time for MDX such as `{x<a>}}` forty times over, quadratic time for thousands of braces or
 * tags, and all of the stack for code that nests thousands of times. Its parser can't be interrupted, so such texts are
 * kept from it before: they are counted here by rules that may see more in a text than there is, and never less.
 */

/** Longest text, in UTF-16 units. */
const longest = 3_000_000;
/** Most tags within braces, each of which may double the time. */
const mostTagsInBraces = 8;
/** Most tags of a document, each of which may be within all tags before it. */
const mostTags = 4000;
/** Most braces of a document. */
const mostBraces = 2000;
/** Longest stretch in braces, in UTF-16 units: it can't nest deeper than it is long. */
const longestBraces = 500;

/** Code between braces that has no braces, tags, templates or comments of its own. */
const plainCode = /(?:[^{}<>"'`\\/]|"[^"<>{}`\\]{0,300}"|'[^'<>{}`\\]{0,300}'){0,200}/.source;
/** A whole tag in one line, with plain code at most. */
const plainTag = new RegExp(
  `</?(?:[A-Za-z][\\w.-]{0,60}(?: {1,4}[\\w:-]{1,60}(?:="[^"<>{}\`]{0,300}"|='[^'<>{}\`]{0,300}'|=\\{${plainCode}\\})?){0,12})? {0,4}/?>`,
  "g",
);
const plainBraces = new RegExp(`\\{(?:${plainCode}|/\\*[^*{}<>\`]{0,300}\\*/)\\}`, "g");
/** The signs that start a tag, an expression or a span of code unless a backslash stands before them. */
const opening = /(?<!\\)(?:\\\\)*[<{}`]/;
const codeSpan = /(?<!`)`[^`]+`(?!`)|(?<!`)``[^`]+``(?!`)/;

/** Whether satteri reads a text of MDX in a time that is about linear, whatever the text was made for. */
export function isTame(text: string): boolean {
  if (text.length > longest || text.split("<", mostTags + 2).length > mostTags + 1) return false;
  const braces = new BraceCount();
  const lines = new MdxLines();
  return text.split(/\r?\n/).every((line) => lines.codeless(line).every((part) => braces.allow(part)));
}

/**
 * What braces hold, counted on from line to line. Where it can't be told what closes a brace, it holds all that follows.
 */
class BraceCount {
  #depth = 0;
  #length = 0;
  #tags = 0;
  #all = 0;
  #isUnclear = false;

  /** Counts a part of a line; false when it is too much. */
  allow(part: string): boolean {
    for (let at = 0; at < part.length;) {
      const isOpen = this.#depth > 0;
      const next = this.#isUnclear ? this.#countAll(part, at) : this.#countOne(part, at);
      this.#length += isOpen ? next - at : 0;
      if (this.#length > longestBraces || this.#tags > mostTagsInBraces || this.#all > mostBraces) return false;
      if (this.#depth === 0) this.#length = 0;
      at = next;
    }
    return true;
  }

  /** Counts up to the end of the next sign that matters; gives its place. */
  #countOne(part: string, from: number): number {
    if (this.#depth === 0) {
      const open = part.indexOf("{", from);
      return open < 0 ? part.length : this.#open(open);
    }
    token.lastIndex = from;
    const found = token.exec(part);
    if (found === null) return part.length;
    const [sign] = found;
    if (sign === "{") return this.#open(found.index);
    if (sign === "<") this.#tags++;
    else if (sign === "}") this.#depth--;
    // A text or a comment that is whole is no matter; what else starts with its sign may go on beyond a brace.
    else if (sign.length === 1) this.#isUnclear = true;
    return token.lastIndex;
  }

  #countAll(part: string, from: number): number {
    for (let at = from; at < part.length; at++) {
      if (part[at] === "<") this.#tags++;
      else if (part[at] === "{") this.#all++;
    }
    return part.length;
  }

  #open(at: number): number {
    this.#depth++;
    this.#all++;
    return at + 1;
  }
}

/** What counts within braces: signs, and texts and comments of code that end where they start, in the same line. */
const token = /[{}<]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\*(?:[^*]|\*(?!\/))*\*\/|["'`/\\]/g;

interface Fence {
  readonly marks: string;
  readonly indent: number;
}

/** Tells, line by line, what of a text is no code; where that is not certain, code counts as text. */
class MdxLines {
  /** Whether nothing can be open at the start of the line but paragraphs, lists and components. */
  #isSure = true;
  #isModule = false;
  #isComment = false;
  #fence: Fence | undefined;

  codeless(line: string): readonly string[] {
    if (this.#fence !== undefined && this.#isInside(line, this.#fence)) return [];
    if (!this.#isSure) return [line];
    if (this.#isComment || /^ *\{\/\*(?!.*\*\/)/.test(line)) return this.#comment(line);
    this.#isModule = line.trim() !== "" && (this.#isModule || /^(?:import|export)\b/.test(line));
    if (this.#isModule) return this.#unless(!isImport(line), [line]);
    this.#fence = fenceIn(line);
    return this.#fence === undefined ? this.#text(line) : [];
  }

  #text(line: string): readonly string[] {
    if (!/[<{`]/.test(line)) return [line];
    const parts = line.split(codeSpan);
    const isUnclear = line.includes("\\`") || parts.some((part) => opening.test(withoutPlain(part)));
    return isUnclear ? this.#unless(true, [line]) : parts;
  }

  /** A line of a comment of several lines, which are left out unless there is something else in them. */
  #comment(line: string): readonly string[] {
    this.#isComment = !/\*\/\} *$/.test(line);
    const inside = line.replace(/^ *\{\/\*/, "").replace(/\*\/\} *$/, "");
    const isUnclear = /[{}<`]|\*\//.test(inside);
    return this.#unless(isUnclear, isUnclear ? ["{", line] : []);
  }

  /** Whether a line belongs to a fence, or closes it. Where it stands elsewhere than the fence, it may be behind it. */
  #isInside(line: string, { marks, indent }: Fence): boolean {
    const [, blanks = "", closing] = /^( *)(`{3,}|~{3,})?[ \t]*$/.exec(line) ?? [];
    const isClosing = closing?.startsWith(marks) === true;
    const isShifted = isClosing ? blanks.length > indent + 3 : line.trim() !== "" && line.search(/[^ ]/) < indent;
    if (isClosing || isShifted) this.#fence = undefined;
    this.#unless(isShifted || (isClosing && blanks.length < indent), []);
    return !isShifted;
  }

  #unless(isUnclear: boolean, parts: readonly string[]): readonly string[] {
    if (isUnclear) this.#isSure = false;
    return parts;
  }
}

/** The fence that a line opens. */
function fenceIn(line: string): Fence | undefined {
  const [, blanks = "", backticks, tildes] = /^( *)(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line) ?? [];
  const marks = backticks ?? tildes;
  return marks === undefined ? undefined : { marks, indent: blanks.length };
}

const withoutPlain = (part: string): string => part.replace(plainTag, "").replace(plainBraces, "");
