import type { Entry } from "#model/entry";
import { defineFact } from "#rule-kit/define-fact";
import { countCjk, countWords } from "#text/words";

/** How much there is to read in a post. */
export interface ContentSize {
  /** Words of scripts that put spaces between them. */
  readonly words: number;
  /** Characters of Chinese, Japanese and Korean. */
  readonly cjk: number;
  /** Share of those among all characters but spaces, 0 to 1. */
  readonly cjkShare: number;
}

/** The size of an entry's content; null where it has none, or only the start of it. */
export const contentSize = defineFact<ContentSize | null>({
  id: "content-size",
  version: 1,
  from: { entry: sizeOf },
});

function sizeOf({ content, summary }: Entry): ContentSize | null {
  const text = content?.value.trim() ?? "";
  if (text === "" || isCut(text) || text === summary?.value.trim()) return null;
  const cjk = countCjk(text);
  const words = countWords(cjk === 0 ? text : text.replace(eastAsian, " "));
  return { words, cjk, cjkShare: cjk === 0 ? 0 : cjk / text.replace(/\s+/gu, "").length };
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;

/** Whether a text is only the start of a post, as feeds have it. */
const isCut = (text: string) =>
  /(?:\.\.\.|…|\[…\]|\[\.\.\.\]|(?:read|continue) (?:more|reading)\W{0,3})$/i.test(text.slice(-40));
