import type { ShortcodeSyntax } from "#model/shortcode";
import type { Span } from "#model/span";

/** One tag of a shortcode: it opens, closes, or stands alone. */
export interface Tag {
  readonly syntax: ShortcodeSyntax;
  readonly name: string;
  readonly span: Span;
  readonly role: "open" | "close" | "void";
}

// A template in a folder has its path as the name: `blocks/cover`.
const hugoName = /\s*(\/?)\s*([^\s/<>%"'`=}]+(?:\/[^\s/<>%"'`=}]+)*)/y;
const hugoOpening = /\{\{(?:([<%])(\/\*)?|\/\*)/g;

/**
 * Hugo's tags and its comments. With a comment inside, a tag is text: that is how Hugo writes about its own tags. One
 * comment may reach over several tags.
 */
export function* hugoTags(text: string, from: number): Iterable<Tag> {
  const opening = new RegExp(hugoOpening);
  opening.lastIndex = from;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const [all, sign, escape] = found;
    const inside = found.index + all.length;
    const close = sign === "<" ? ">}}" : sign === "%" ? "%}}" : "}}";
    const end = isComment(found) ? commentEnd(text, inside, close) : tagEnd(text, inside, close);
    if (end === 0) continue;
    const span = { start: found.index, end };
    if (sign === undefined) yield { syntax: "hugo", name: "", span, role: "void" };
    else if (escape === undefined) yield* hugoTag(text, span);
    opening.lastIndex = end;
  }
}

const isComment = ([, sign, escape]: RegExpExecArray) => sign === undefined || escape !== undefined;

/** End of a comment, or of the tag that it starts in where it never ends; 0 where there is neither. */
const commentEnd = (text: string, from: number, close: string) =>
  endOf(text, `*/${close}`, from) || (close === "}}" ? 0 : endOf(text, close, from));

function* hugoTag(text: string, span: Span): Iterable<Tag> {
  hugoName.lastIndex = span.start + 3;
  const [, slash, name] = hugoName.exec(text) ?? [];
  if (name === undefined) return;
  const role = slash === "/" ? "close" : text[span.end - 4] === "/" ? "void" : "open";
  yield { syntax: "hugo", name, span, role };
}

// A tag is at most this long: where the end is farther away, it is that of another one.
const longestTag = 5000;

const endOf = (text: string, close: string, from: number) => {
  const at = text.slice(from, from + longestTag).indexOf(close);
  return at < 0 ? 0 : from + at + close.length;
};

// A quoted parameter that hides the end of its tag is at most this long: beyond, the quote is taken for a stray one.
const longestParameter = 2000;

/** End of a tag whose parameters may have its closing signs in quotes; 0 where it has none before the next tag. */
function tagEnd(text: string, from: number, close: string): number {
  const first = endOf(text, close, from);
  const inside = text.slice(from, first === 0 ? from : first);
  if (inside.includes("{{<") || inside.includes("{{%")) return 0;
  let end = first;
  for (let at = from; at < end; at++) {
    const sign = text[at] ?? "";
    if (sign !== '"' && sign !== "`") continue;
    const after = afterQuote(text, at, sign);
    if (after === 0) return end;
    if (after > end) end = endOf(text, close, after);
    if (end === 0) return first;
    at = after - 1;
  }
  return end;
}

function afterQuote(text: string, open: number, quote: string): number {
  for (let at = open + 1; at < text.length && at - open < longestParameter; at++) {
    if (text[at] === "\\" && quote === '"') at++;
    else if (text[at] === quote) return at + 1;
  }
  return 0;
}

const liquidTag = /\{%-?\s*(\/?[\w-]*)(?:(?!\{%|%\})[^]){0,2000}%\}|\{\{(?![<%/])[^{}\r\n]{0,300}\}\}/y;

/** Liquid's tags, and its output, which has no name. Between `raw` and `endraw` nothing is a tag. */
export function* liquidTags(text: string, from: number): Iterable<Tag> {
  const start = /\{[{%]/g;
  start.lastIndex = from;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const isTag = found[0] === "{%";
    liquidTag.lastIndex = found.index;
    const [all, name = ""] = liquidTag.exec(text) ?? [];
    if (all === undefined) continue;
    const span = { start: found.index, end: found.index + all.length };
    start.lastIndex = span.end;
    if (!isTag) yield { syntax: "liquid", name: "", span, role: "void" };
    else if (/^(?:end|\/)/.test(name))
      yield { syntax: "liquid", name: name.replace(/^(?:end|\/)/, ""), span, role: "close" };
    else yield { syntax: "liquid", name, span, role: roleOf(name, all) };
    if (name === "raw") start.lastIndex = Math.max(span.end, text.indexOf("{% endraw", span.end));
  }
}

// Tags of Liquid, Nunjucks, Jekyll and Eleventy that have no closing tag.
const singles = new Set(
  "assign include include_relative include_cached render link post_url increment decrement cycle else elsif elif elseif when break continue gist youtube seo feed_meta layout extends import from".split(
    " ",
  ),
);
/** With a value, `set` of Nunjucks is all; without one, what it sets stands between two tags. */
const roleOf = (name: string, tag: string) =>
  singles.has(name) || (name === "set" && tag.includes("=")) ? "void" : "open";

const container = /^[ \t>]*:{3,}[ \t]*(?:([A-Za-z][\w-]*)[^\r\n]*|(\{)[^\r\n]*)?$/gm;
const leaf = /^[ \t]*::([A-Za-z][\w-]*)(?=[[{])[^\r\n]*$/gm;

/** The lines of `:::` containers, and leaf directives such as `::video[Title]{#id}`. */
export function* directiveTags(text: string, from: number): Iterable<Tag> {
  container.lastIndex = from;
  for (let found = container.exec(text); found !== null; found = container.exec(text)) {
    const start = found.index + found[0].indexOf(":");
    const span = { start, end: found.index + found[0].length };
    const [, name, attributes] = found;
    const role = name === undefined && attributes === undefined ? "close" : "open";
    yield { syntax: "directive", name: name ?? "", span, role };
  }
  leaf.lastIndex = from;
  for (let found = leaf.exec(text); found !== null; found = leaf.exec(text)) {
    const start = found.index + found[0].indexOf(":");
    const span = { start, end: found.index + found[0].length };
    yield { syntax: "directive", name: found[1] ?? "", span, role: "void" };
  }
}
