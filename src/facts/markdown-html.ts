import type { Span } from "#model/span";

/** A tag that HTML inside of Markdown opens, as far as links and pictures go. */
export interface HtmlTag {
  readonly name: "a" | "img";
  /** In the HTML. */
  readonly span: Span;
  readonly attributes: ReadonlyMap<string, HtmlAttribute>;
  /** Text up to the closing tag, or the end of the HTML. */
  readonly text: string;
  /** Whether the closing tag is in the same HTML. */
  readonly isClosed: boolean;
}

interface HtmlAttribute {
  readonly value: string;
  /** Offset of the value in the HTML. */
  readonly start: number;
}

const opening = /<!--|<(a|img|script|style)(?=[\s/>])/gi;
const closing = { comment: /-->/g, script: /<\/script[\s>]/gi, style: /<\/style[\s>]/gi } as const;
const attribute = /\s*([^\s"'<>/=]{1,100})(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y;

/** The links and pictures of a piece of HTML. Those in comments and in code are none. */
export function tagsIn(html: string): HtmlTag[] {
  const tags: HtmlTag[] = [];
  opening.lastIndex = 0;
  for (let found = opening.exec(html); found !== null; found = opening.exec(html)) {
    const name = found[1]?.toLowerCase();
    if (name !== "a" && name !== "img") {
      const close = closing[name === "script" || name === "style" ? name : "comment"];
      close.lastIndex = found.index;
      const end = close.exec(html);
      if (end === null) return tags;
      opening.lastIndex = end.index;
      continue;
    }
    const { attributes, end } = attributesAt(html, opening.lastIndex);
    const close = name === "a" ? html.slice(end, end + 5000).search(/<\/a[\s>]/i) : 0;
    const text = html
      .slice(end, close < 0 ? html.length : end + close)
      .slice(0, 5000)
      .replace(/<[^>]{0,2000}>/g, " ");
    tags.push({ name, span: { start: found.index, end }, attributes, text, isClosed: close >= 0 });
    opening.lastIndex = end;
  }
  return tags;
}

function attributesAt(html: string, from: number): { attributes: Map<string, HtmlAttribute>; end: number } {
  const attributes = new Map<string, HtmlAttribute>();
  let at = from;
  for (;;) {
    attribute.lastIndex = at;
    const found = attribute.exec(html);
    if (found === null || found[0].trim() === "") break;
    const [all, name = "", double, single, bare] = found;
    at += all.length;
    const value = double ?? single ?? bare;
    const start = value === undefined ? at : at - value.length - (bare === undefined ? 1 : 0);
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), { value: value ?? "", start });
  }
  const end = html.indexOf(">", at);
  return { attributes, end: end < 0 ? html.length : end + 1 };
}
