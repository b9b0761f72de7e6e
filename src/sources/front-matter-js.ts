import type { FrontMatterPair, FrontMatterValue } from "#model/front-matter";
import type { Span } from "#model/span";
import type { Parsed } from "./front-matter-flaws.ts";

const token =
  /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[^])*`?|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|\/\/[^\n]*|[^\w$\s]|[\w$]+/g;
const literal =
  /\s{0,20}[:=]\s{0,20}(?:"([^"\\\n]{0,2000})"|'([^'\\\n]{0,2000})'|(true|false|-?\d{1,15}(?:\.\d{1,15})?))(?=\s{0,20}(?:[,;}\n]|$))/y;
const declares = /^(?:const|let|var)$/;

/**
 * Reads front matter in JavaScript, as Eleventy takes it: an object, or declarations of which each is a value
 * (https://www.11ty.dev/docs/data-frontmatter/, read on 2026-11-23). Nothing is run; what is computed is left out.
 */
export function readJs(text: string, inner: Span): Parsed {
  const code = text.slice(0, inner.end);
  const pairs: FrontMatterPair[] = [];
  const isObject = code.slice(inner.start).trimStart().startsWith("{");
  let depth = 0;
  let before = "";
  token.lastIndex = inner.start;
  for (let found = token.exec(code); found !== null; found = token.exec(code)) {
    const [word] = found;
    if (/^\/[/*]/.test(word)) continue;
    const end = found.index + word.length;
    if ("{([".includes(word)) depth++;
    else if ("})]".includes(word)) depth--;
    else if (isObject ? depth === 1 && "{,".includes(before) : depth === 0 && declares.test(before)) {
      const value = literalAt(code, end);
      if (value !== undefined) pairs.push({ key: keyOf(word, found.index), value });
    }
    before = word;
  }
  return { root: { kind: "map", pairs, span: inner }, failures: [] };
}

function keyOf(word: string, start: number) {
  const quoted = /^["']/.test(word) ? 1 : 0;
  return {
    value: word.slice(quoted, word.length - quoted),
    span: { start: start + quoted, end: start + word.length - quoted },
  };
}

function literalAt(code: string, at: number): FrontMatterValue | undefined {
  literal.lastIndex = at;
  const [all, double, single, raw] = literal.exec(code) ?? [];
  if (all === undefined) return undefined;
  const end = at + all.length;
  if (raw !== undefined) {
    const value = raw === "true" || raw === "false" ? raw === "true" : Number(raw);
    return { kind: "scalar", value, raw, span: { start: end - raw.length, end } };
  }
  const value = double ?? single ?? "";
  const outer = { start: end - value.length - 2, end };
  const style = double === undefined ? "single" : "double";
  return { kind: "text", value, style, span: { start: outer.start + 1, end: end - 1 }, outer };
}
