import type { Span } from "#model/span";

const opening = /<([a-z][\w:.-]*)(?:[^<>"']|"[^"]*"|'[^']*')*>/gi;

/** The next element of HTML or XML, from its opening tag to the closing tag that belongs to it. */
export function elementAfter(text: string, from: number): Span {
  opening.lastIndex = from;
  const first = opening.exec(text);
  if (first === null) return { start: text.length, end: text.length };
  const [tag, name = ""] = first;
  if (tag.endsWith("/>")) return { start: first.index, end: first.index + tag.length };
  const tags = new RegExp(`<(/?)${name.replaceAll(".", "\\.")}(?=[\\s/>])[^>]*>`, "gi");
  tags.lastIndex = first.index;
  let depth = 0;
  for (let match = tags.exec(text); match !== null; match = tags.exec(text)) {
    if (match[1] === "/") depth--;
    else if (!match[0].endsWith("/>")) depth++;
    if (depth === 0) return { start: first.index, end: match.index + match[0].length };
  }
  // An element that is never closed, such as <img>, is its tag.
  return { start: first.index, end: first.index + tag.length };
}
