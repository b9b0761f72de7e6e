/** The end of a title that names the site: " | Blog of Ada" is the separator " | " and the name "Blog of Ada". */
export interface TitleSuffix {
  readonly separator: string;
  readonly name: string;
  /** Where the separator starts in the title. */
  readonly start: number;
}

const separator = /\s+(?:[|·•»~–—-]|::|--)\s+/gu;
/** A longer end is a part of the sentence and no name. */
const longestName = 60;

/** What follows the last separator of a title; undefined where there is none. */
export function titleSuffix(title: string): TitleSuffix | undefined {
  const text = title.trimEnd();
  const tail = text.slice(-longestName - 4);
  const last = [...tail.matchAll(separator)].at(-1);
  if (last === undefined) return undefined;
  const start = text.length - tail.length + last.index;
  return start === 0 ? undefined : { separator: last[0], name: tail.slice(last.index + last[0].length), start };
}
