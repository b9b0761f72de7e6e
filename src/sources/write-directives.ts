import { directivePlace, filePlace, type Commented, type DirectivePlace } from "./directive-places.ts";

/** A finding that a directive shall cover. */
export interface Unwanted {
  readonly rule: string;
  /** Where it starts. */
  readonly offset: number;
}

/** How directives are written. */
export interface DirectiveStyle {
  readonly reason: string;
  /** Each directive covers as little as can be, or the whole file. */
  readonly scope: "place" | "file";
  /** Comments of MDX have a form of their own. */
  readonly mdx: boolean;
}

/** Whether documents of a form have comments that can hold directives. */
export const takesDirectives = ({ format }: Pick<Commented, "format">): boolean =>
  format === "markdown" || format === "html" || format === "rss" || format === "atom";

/** The text of a document with directives for findings: one for each place, with its rules sorted. */
export function writeDirectives(document: Commented, unwanted: readonly Unwanted[], style: DirectiveStyle): string {
  const places = new Map<string, DirectivePlace & { readonly rules: Set<string> }>();
  for (const { rule, offset } of unwanted) {
    const place = style.scope === "file" ? filePlace(document) : directivePlace(document, offset);
    const key = `${place.at} ${place.command}`;
    const { rules } = places.get(key) ?? { rules: new Set<string>() };
    places.set(key, { ...place, rules: rules.add(rule) });
  }
  let text = "";
  let from = 0;
  // At one place the directive for the file comes first: the other has to stand before what it is for.
  const inOrder = [...places.values()].toSorted((a, b) => a.at - b.at || (a.command === "disable-file" ? -1 : 1));
  for (const place of inOrder) {
    const { at, insert } = insertion(document, place, [...place.rules].toSorted(), style);
    text += document.text.slice(from, at) + insert;
    from = at;
  }
  return text + document.text.slice(from);
}

function insertion(
  document: Commented,
  { at, command }: DirectivePlace,
  rules: readonly string[],
  style: DirectiveStyle,
) {
  const { text, format, bodyStart } = document;
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const isHash = format === "markdown" && at < bodyStart;
  const known = isHash && command === "disable-next-line" ? listAbove(text, at) : undefined;
  if (known !== undefined) return { at: known, insert: `, ${rules.join(", ")}` };
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const words = `standfirst-${command} ${rules.join(", ")}`;
  if (isHash) {
    const indent = /^[ \t]*/.exec(text.slice(at, at + 100))?.[0] ?? "";
    return { at, insert: `${indent}# ${words} -- ${style.reason}${lineBreak}` };
  }
  const comment = commentOf(words, format, style);
  if (format === "markdown")
    return { at, insert: `${comment}${lineBreak}${command === "disable-file" ? lineBreak : ""}` };
  return { at, insert: line.trim() === "" ? `${comment}${lineBreak}${line}` : comment };
}

function commentOf(words: string, format: Commented["format"], { reason, mdx }: DirectiveStyle): string {
  if (format === "markdown" && mdx) return `{/* ${words} -- ${reason} */}`;
  // XML allows no double hyphen inside of a comment.
  const dash = format === "rss" || format === "atom" ? "—" : "--";
  return `<!-- ${words} ${dash} ${reason} -->`;
}

/** Where the rules end of a directive on the line above that is for the next line. */
function listAbove(text: string, at: number): number | undefined {
  const start = text.lastIndexOf("\n", at - 2) + 1;
  const above = text.slice(start, at);
  const [list] = /^[ \t]*#[ \t]*standfirst-disable-next-line(?:[ \t]+(?!--)[^\s,]+,?)+/.exec(above) ?? [];
  return list === undefined ? undefined : start + list.length;
}
