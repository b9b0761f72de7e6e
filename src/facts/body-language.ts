import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { guessLanguage } from "#text/function-words";
import { countCjk, wordsOf } from "#text/words";
import { paragraphsOf } from "./markdown-paragraphs.ts";

/** The language that a body seems to be in, and how much of it there is. */
export interface BodyLanguage {
  readonly language: string;
  /** Words outside of code and quotes; of Chinese, Japanese and Korean, half of the characters. */
  readonly words: number;
}

/** The language of a Markdown body; null for other documents, and where it is not clear. */
export const bodyLanguage = defineFact<BodyLanguage | null>({
  id: "body-language",
  version: 1,
  from: { entry: () => null, markdown: read },
});

function read(view: MarkdownView): BodyLanguage | null {
  const words = paragraphsOf(view)
    .filter(({ container }) => container !== "quote")
    .flatMap(({ field }) => wordsOf(field.value).map(({ text }) => text.toLowerCase()));
  const guess = guessLanguage(words);
  if (guess === undefined) return null;
  return { language: guess.language, words: Math.max(words.length, Math.round(countCjk(words.join("")) / 2)) };
}
