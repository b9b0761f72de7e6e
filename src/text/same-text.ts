import { findEntities } from "./entities.ts";

// Characters that templates, editors and copying put in each other's place.
const lookAlikes: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2032`´]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033«»]/g, '"'],
  [/\s*(?:[\u2010-\u2015\u2212]|-{2,3})\s*/g, "-"],
  [/\s+-\s+/g, "-"],
  [/\.\.\.|\u2026/g, "…"],
  [/\u00ad|\u200b|\u200c|\u200d|\u2060|\ufe0e|\ufe0f|\ufeff/g, ""],
];

/**
 * A text without what its way into another edition changes: entities and tags, marks of Markdown, typographic forms of
 * quotes, dashes and dots, kinds and runs of white space. Case and punctuation stay.
 */
export function plainForm(text: string): string {
  let plain = text;
  for (const { start, end, character } of findEntities(text).toReversed()) {
    plain = plain.slice(0, start) + character + plain.slice(end);
  }
  plain = plain
    .replace(/<\/?[a-z][a-z\d]{0,9}>/gi, "")
    .replace(/\[([^[\]]{0,300})\]\([^()\s]{0,500}\)/g, "$1")
    .replace(/[*_`]/g, "");
  for (const [pattern, replacement] of lookAlikes) plain = plain.replace(pattern, replacement);
  return plain
    .normalize("NFKC")
    .replace(/\.\.\./g, "…")
    .replace(/\s+/gu, " ")
    .trim();
}

const cut = /\s*(?:\[…\]|…|\(…\)|»)$/;

/** Whether one text is the other, or its start with an ellipsis after it, but for what `plainForm` takes away. */
export function saysTheSame(whole: string, other: string): boolean {
  const [a, b] = [plainForm(whole), plainForm(other)];
  if (a === b) return true;
  const start = b.replace(cut, "");
  return start !== b && start !== "" && a.startsWith(start.replace(/[.,;:\s-]+$/, ""));
}
