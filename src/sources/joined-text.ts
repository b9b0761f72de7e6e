/** Most work that joining the pieces of one paragraph may be: pieces times UTF-16 units. */
const mostWork = 200_000_000;

const reference = /&#?\w{1,32};/g;
const emptyLine = /\n[ \t]*\r?\n/;

/**
 * Whether satteri would take quadratic time and memory for a text. It joins a paragraph anew at each character reference
 * (`&amp;`), so a megabyte of them in one paragraph would need many gigabytes.
 */
export function joinsTooMuch(text: string): boolean {
  let paragraph = 0;
  let last = 0;
  let pieces = 0;
  for (const { index } of text.matchAll(reference)) {
    if (emptyLine.test(text.slice(last, index))) {
      paragraph = last;
      pieces = 0;
    }
    last = index;
    pieces++;
    if (pieces * (index - paragraph) > mostWork) return true;
  }
  return false;
}
