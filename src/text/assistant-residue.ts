import { isQuoted } from "./subject-hints.ts";

/** Words that a writing assistant said to its user and that were published with its text. */
export interface Residue {
  readonly start: number;
  readonly end: number;
  readonly found: string;
}

// What an assistant says of itself or to its user, and the tags of its search. Each needs a first person, a machine's
// notation or a place at the start of a text: posts about assistants use the same nouns.
const said: readonly RegExp[] = [
  /\bas an? (?:AI|artificial intelligence)(?: (?:language|text|chat))?(?: model| assistant)?,? I\b/gi,
  /\bas a large language model,? I\b/gi,
  /\bI(?:['’]m| am) (?:just |only )?an? (?:AI|large) language model\b/gi,
  /\bmy (?:last |latest |most recent )?(?:knowledge|training data) (?:cut-?off|update)\b/gi,
  /\bI (?:can(?:no|['’])t|do not|don['’]t) (?:have access to|access|provide) (?:real-time (?:data|information)|up-to-date information|browsing)/gi,
  /:?contentReference\[oaicite:\d+\]|\boaicite\b|\b(?:cite)?turn\d{1,2}(?:search|view|news|fetch)\d{1,3}\b|【\d{1,3}†[^】]{0,40}】/g,
  /\blet me know if you(?:['’]d| would)? (?:like|want|need) (?:any (?:changes|adjustments|revisions)|further (?:changes|edits))\b/gi,
  /\bwould you like me to (?:continue|expand|elaborate|revise|rewrite|adjust|turn (?:this|it) into)\b/gi,
  // At the start of any paragraph with the mark of exclamation that assistants set.
  /^(?:certainly|sure|absolutely|of course|great question)! here(?:['’]s| is| are) /gim,
  /^(?:certainly|sure|absolutely|of course|great question)[,.]? here(?:['’]s| is| are) /gi,
  /^here(?:['’]s| is) (?:a|an|the|your) (?:revised|rewritten|polished|improved|shortened) (?:version|draft|summary|description|title)\b/gi,
  /^(?:meta description|seo (?:title|description)): /gi,
];

// Blanks that were to be filled in; a post's text may offer templates with such blanks to its readers.
const blanks =
  /\[(?:insert|enter) (?:your |the |a |an )?[\w' -]{2,40}\]|\[your (?:name|company|brand|product|website|email|city)[\w' -]{0,20}\]/gi;

// One look that spares most texts the others: each pattern needs one of these.
const hints =
  /\bAI\b|artificial|language model|knowledge|training data|real-time|up-to-date|browsing|oaicite|turn\d|【|\[(?:insert|enter|your)|let me know|would you like|^(?:certainly|sure|absolutely|of course|great|here|meta|seo)/im;

/**
 * The residue in a text, outside of quotes and of what a dialogue lets somebody say.
 *
 * @param isBody whether the text is a post's body, in which blanks may be meant
 */
export function findResidue(text: string, isBody = false): Residue[] {
  if (!hints.test(text)) return [];
  const patterns = isBody ? said : [...said, blanks];
  return patterns
    .flatMap((pattern) =>
      Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({ start: index, end: index + found.length, found })),
    )
    .filter(({ start, end }) => !isInQuotes(text, start, end))
    .toSorted((a, b) => a.start - b.start);
}

/** How far an opening quote may be from a phrase that it belongs to, in UTF-16 units. */
const quoteReach = 300;

/** Names an assistant as who speaks, at the start of a paragraph of a dialogue: “Bot: As an AI, I …”, “Claude says: …”. */
const speaker =
  /^\s{0,4}(?:(?:the |ai |virtual )?(?:[\w.-]{0,20}(?:bot|gpt|assistant)[\w.-]{0,10}|claude|gemini|bard|copilot|ai|llm)|[\p{L}.-]{1,20} (?:says|said|replies|replied|answers|answered)) ?[:：]\s/iu;

/** Whether a phrase stands in a paragraph that starts with the name of who says it. */
function isSpoken(text: string, start: number): boolean {
  const line = text.lastIndexOf("\n", start - 1) + 1;
  return speaker.test(text.slice(line, Math.min(start, line + 80)));
}

/** Whether an opened quote before a phrase is closed after it: somebody cites the assistant. */
function isInQuotes(text: string, start: number, end: number): boolean {
  if (isQuoted(text, start, end)) return text[start - 1] !== "[" && text[start - 1] !== "(";
  if (isSpoken(text, start)) return true;
  const before = text.slice(Math.max(0, start - quoteReach), start);
  const opened = Math.max(before.lastIndexOf("“"), before.lastIndexOf("«"), before.lastIndexOf("„"));
  if (opened >= 0 && !/[”»“]/.test(before.slice(opened + 1))) return /[”»“]/.test(text.slice(end, end + 400));
  return (before.split('"').length - 1) % 2 === 1 && text.slice(end, end + 400).includes('"');
}

/** The mark that an assistant leaves in the addresses it gives; undefined where there is none. */
export const residueInUrl = (text: string): string | undefined =>
  /\butm_source=(?:chatgpt\.com|openai|perplexity|copilot\.com|claude\.ai|gemini)\b/i.exec(text)?.[0];
