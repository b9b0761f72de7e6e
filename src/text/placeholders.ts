/** A placeholder in a text, and its place. */
export interface Placeholder {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// What programs print for a value that was not there. All of a text, or all before the site's name.
const leaked = /^(?:undefined|null|NaN|None|\[object Object\]|\(no title\)|#N\/A)$/;

// What templates and editors put in the place of a text.
const instructions = new Set(
  `your title here, your title, title here, title goes here, insert title here, insert title, post title,
  post title here, enter title here, add title, add a title, add title here, title of the post, the title of your post,
  your description here, your summary here, description here, summary here, description goes here, summary goes here,
  text goes here, insert description here, insert summary here, enter description here, add description,
  add a description, add description here, add summary, add a summary, add summary here, write a description,
  write a description here, write a summary, write a summary here, post description, post description here, post summary,
  post summary here, short description, short description here, meta description, meta description here,
  a short description of the post, description of the post, short summary of the post, your name, your name here,
  author name, author name here, author here, insert author, insert author here, insert name here, firstname lastname,
  first name last name, placeholder, placeholder text, placeholder title, sample text, dummy text, tktk`
    .split(",")
    .map((one) => one.trim().replace(/\s+/g, " ")),
);

const todo = /^(?:TODO|TBD|TBA|FIXME|XXXX+)$|^(?:TODO|TBD|FIXME):/;
const loremIpsum = /\blorem ipsum dolor\b/i;
/** A variable of a template that was never filled in. */
const variable = /\{\{[^{}]{1,80}\}\}|<%=?[^<>%]{1,80}%>|\$\{[^{}]{1,80}\}|%[A-Z][A-Z_]{2,30}%/;

/**
 * A placeholder that was never replaced. Posts about such things name them inside of a sentence, so all but "lorem ipsum
 * dolor" must make up the text, as far as it is the post's own.
 */
export function findPlaceholder(text: string): Placeholder | undefined {
  const own = text.trim();
  const start = text.indexOf(own);
  if (own === "" || own.length > 100_000) return undefined;
  const unfinished = unwrittenIn(text, isQuoted);
  if (unfinished !== undefined) return unfinished;
  const part = ownPart(own);
  if (leaked.test(part) || isInstruction(part)) return at(start, part);
  const leftover = variable.exec(own);
  return leftover !== null && standsAlone(own, leftover.index, leftover[0].length)
    ? at(start + leftover.index, leftover[0])
    : undefined;
}

/** What says of a paragraph that it is still to be written: a label such as "TODO:" at its start, or "lorem ipsum dolor". */
export const findUnfinished = (text: string): Placeholder | undefined => unwrittenIn(text, isMentioned);

function unwrittenIn(text: string, isMeant: (text: string, index: number) => boolean): Placeholder | undefined {
  const own = text.trim();
  const start = text.indexOf(own);
  const lorem = loremIpsum.exec(own);
  if (lorem !== null && !isMeant(own, lorem.index)) return at(start + lorem.index, lorem[0]);
  const label = todo.exec(own);
  return label === null ? undefined : at(start, label[0]);
}

/** Whether next to nothing stands beside a part of a text, but for the name of the site after it. */
function standsAlone(text: string, index: number, length: number): boolean {
  const after = text.slice(index + length);
  return countLetters(text.slice(0, index)) <= 3 && (countLetters(after) <= 3 || /^\s*[|–—·-]\s/u.test(after));
}

const at = (start: number, text: string): Placeholder => ({ text, start, end: start + text.length });

/** A title without the name of the site that follows a bar or a dash. */
const ownPart = (text: string): string => /^(.{1,60}?)\s+[|–—·-]\s+\S/u.exec(text)?.[1] ?? text;

const isInstruction = (text: string) =>
  text.length <= 60 &&
  instructions.has(
    text
      .toLowerCase()
      .replace(/[^\p{L}\s]/gu, "")
      .trim(),
  );

/** Whether a quotation mark or a backtick stands before a place. */
const isQuoted = (text: string, index: number) => /["'“‘`«]$/u.test(text.slice(Math.max(0, index - 1), index));

/** The same, or that a sentence goes on there: “where the lorem ipsum dolor stood”. */
const isMentioned = (text: string, index: number) =>
  isQuoted(text, index) || /\p{Ll}[,;]?\s{1,3}[*_]{0,2}$/u.test(text.slice(Math.max(0, index - 8), index));

const countLetters = (text: string) => text.replace(/[^\p{L}]/gu, "").length;
