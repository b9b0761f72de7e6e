import type { Field } from "#model/field";

/** How far into a body it is looked for, in UTF-16 units: it stands below the imports. */
const longest = 10_000;

/**
 * The description in the `<head>` that Docusaurus lets a document have in its body
 * (https://docusaurus.io/docs/markdown-features/head-metadata, read on 2026-11-23).
 */
export function headDescription(text: string, bodyStart: number): Field | undefined {
  const body = text.slice(bodyStart, bodyStart + longest);
  const at = body.search(/^<head>/m);
  const end = at < 0 ? -1 : body.indexOf("</head>", at);
  // Within a fence it is a sample of code.
  if (end < 0 || [...body.slice(0, at).matchAll(/^ {0,3}(?:```|~~~)/gm)].length % 2 === 1) return undefined;
  for (const { 0: tag, index } of body.slice(at, end).matchAll(/<meta\s[^<>]{1,5000}>/g)) {
    const content = /\scontent=(?:"([^"\n]{1,4000})"|'([^'\n]{1,4000})')/.exec(tag);
    if (content === null || !/\sname=["']description["']/.test(tag)) continue;
    const value = content[1] ?? content[2] ?? "";
    const start = bodyStart + at + index + content.index + content[0].length - 1 - value.length;
    return { value, span: { start, end: start + value.length } };
  }
  return undefined;
}
