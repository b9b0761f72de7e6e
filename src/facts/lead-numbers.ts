import { spanWithin } from "#model/field";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { isMarked } from "./lead-text.ts";
import { leadInBody } from "./markdown-lead.ts";

/** A number of a lead that the post does not name again. */
export interface LeadNumber {
  readonly text: string;
  readonly span: Span;
}

/**
 * The numbers of a Markdown lead that is marked as the answer, and that stand nowhere else in the body, neither in text nor in code or tables. Years,
 * versions, ordinals and numbers below ten without a percent sign are left out. Null for other documents.
 */
export const leadNumbers = defineFact<readonly LeadNumber[] | null>({
  id: "lead-numbers",
  version: 4,
  from: { entry: () => null, markdown: (view, entry) => read(view, entry.title?.value) },
});

const number = /(?<![\p{L}\p{N}.,/:-])\d{1,12}(?:[.,]\d{1,6}){0,4}(?![\p{N}/:-])(?:\s?%)?/gu;
const year = /^(?:19|20)\d{2}$/;
const counted = /^(?:\d(?!%)|\d+(?:\.\d+){2,})$/;

function read(view: MarkdownView, title: string | undefined): LeadNumber[] {
  const found = leadInBody(view, title);
  // A first paragraph that is not marked as the answer is a part of the post and no promise of what is in it.
  if (found?.body === undefined || found.origin === undefined || !isMarked(found)) return [];
  const { body, origin } = found;
  const source = view.document.text;
  const rest =
    source.slice(view.bodyStart, origin.span.start) + source.slice(Math.max(view.bodyStart, origin.span.end));
  if (!/[\p{L}\p{N}]/u.test(rest)) return [];
  const known = new Set(Array.from(rest.matchAll(/\d{1,12}(?:[.,]\d{1,6}){0,4}/g), ([text]) => plain(text)));
  return Array.from(body.text.matchAll(number)).flatMap(({ 0: text, index }) => {
    const after = body.text.slice(index + text.length, index + text.length + 3);
    const isOther = year.test(text) || counted.test(text.replace(/\s/g, "")) || /^(?:st|nd|rd|th)/.test(after);
    if (isOther || isNamed(body.text, index, text) || known.has(plain(text))) return [];
    const start = body.start + index;
    return [{ text, span: spanWithin({ value: "", ...origin }, start, start + text.length) }];
  });
}

const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const behindMonth = new RegExp(`\\b${month} $`, "i");
const beforeMonth = new RegExp(`^(?:st|nd|rd|th)? ${month}\\b`, "i");

/** Whether a number is part of a date or a name: "June 12", "Go 1.20", "Chapter 12". */
function isNamed(text: string, at: number, found: string): boolean {
  const before = text.slice(Math.max(0, at - 24), at);
  if (behindMonth.test(before) || beforeMonth.test(text.slice(at + found.length, at + found.length + 16))) return true;
  return !found.includes("%") && /(?<![.!?:] )\b\p{Lu}[\p{L}\d.]{0,20} $/u.test(before);
}

/** A number without separators of thousands, percent sign and zeros that add nothing: "1,250.0" is "1250". */
const plain = (text: string) =>
  text
    .replace(/[\s%]/g, "")
    .replace(/,(?=\d{3}(?:\D|$))/g, "")
    .replace(/[.,]0+$/, "");
