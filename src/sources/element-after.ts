import type { Span } from "#model/span";
import { rememberingLast } from "#text/remember";

/** The next element of HTML or XML, from its opening tag to the closing tag that belongs to it. */
export function elementAfter(text: string, from: number): Span {
  const elements = elementsOf(text);
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return elements[low] ?? { start: text.length, end: text.length };
}

const tag = /<(\/?)([a-z][\w:.-]*)(?![\w:.-])(?:[^<>"']|"[^"]*"|'[^']*')*>/gi;

/** All elements, ascending: a text may have thousands of directives, and is looked through once for all of them. */
const elementsOf = rememberingLast((text: string): readonly Span[] => {
  const elements: { readonly start: number; end: number }[] = [];
  const open = new Map<string, { end: number }[]>();
  for (const { 0: all, 1: slash, 2: name = "", index } of text.matchAll(tag)) {
    const end = index + all.length;
    const same = open.get(name.toLowerCase()) ?? [];
    open.set(name.toLowerCase(), same);
    if (slash === "/") {
      const element = same.pop();
      if (element !== undefined) element.end = end;
      continue;
    }
    // An element that is never closed, such as <img>, is its tag.
    const element = { start: index, end };
    elements.push(element);
    if (!all.endsWith("/>")) same.push(element);
  }
  return elements;
});
