/** Most pairs of an object that are looked at. */
const mostPairs = 500;

/**
 * The keys of an object in JavaScript with what is written for each, without spreads and methods. `{ slug }` gives
 * `slug: "slug"`.
 *
 * @param code without comments
 * @param at where the object's brace stands
 */
export function jsPairs(code: string, at: number): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  let start = at + 1;
  for (let item = itemEnd(code, start); pairs.size < mostPairs; item = itemEnd(code, start)) {
    const text = code.slice(start, item).trim();
    const found = /^(?:([\w$]{1,200})|"([^"\n]{0,200})"|'([^'\n]{0,200})')\s*(?::([^]*))?$/.exec(text);
    if (found !== null) {
      const key = found[1] ?? found[2] ?? found[3] ?? "";
      pairs.set(key, (found[4] ?? key).trim());
    }
    if (code[item] !== ",") break;
    start = item + 1;
  }
  return pairs;
}

/** What stands in a pair of brackets, between its commas, and where the bracket is that closes it. */
export interface JsItems {
  readonly items: readonly string[];
  readonly end: number;
}

/**
 * The items of a list, of an object, or of the arguments of a call.
 *
 * @param code without comments
 * @param at where the bracket stands that opens it
 */
export function jsItems(code: string, at: number): JsItems {
  const items: string[] = [];
  let end = itemEnd(code, at + 1);
  for (let start = at + 1; ; start = end + 1, end = itemEnd(code, start)) {
    const text = code.slice(start, end).trim();
    if (text !== "" && items.length < mostPairs) items.push(text);
    if (code[end] !== ",") return { items, end };
  }
}

/** Where the item ends that starts at a place: at its comma, at the bracket around it, or at the end of the code. */
function itemEnd(code: string, start: number): number {
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    const sign = code[at] ?? "";
    if (`"'\``.includes(sign)) at = stringEnd(code, at);
    else if ("([{".includes(sign)) depth++;
    else if (")]}".includes(sign) && depth-- === 0) return at;
    else if (sign === "," && depth === 0) return at;
  }
  return code.length;
}

function stringEnd(code: string, start: number): number {
  const quote = code[start];
  let at = start + 1;
  for (; at < code.length && code[at] !== quote; at++) if (code[at] === "\\") at++;
  return at;
}
