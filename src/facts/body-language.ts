import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { guessLanguage } from "#text/function-words";
import { rememberingFor } from "#text/remember";
import { lengthInWords } from "#text/words";
import { ownWordsOf } from "./markdown-paragraphs.ts";

/** The language that a body seems to be in, and how much of it there is. */
export interface BodyLanguage {
  readonly language: string;
  /** Words outside of code and quotes; of Chinese, Japanese and Korean, half of the characters. */
  readonly words: number;
}

/** The language of a body, as the fact has it; other facts ask for it too. */
export const bodyLanguageOf: (view: MarkdownView) => BodyLanguage | null = rememberingFor((view) => {
  const words = ownWordsOf(view);
  const guess = guessLanguage(words);
  if (guess === undefined) return null;
  const cjk = words.reduce((sum, word) => sum + word.cjk, 0);
  return { language: guess.language, words: lengthInWords({ words: words.length, cjk }) };
});

/** Words from which on the language of a text is told: a longer one in none of the known languages is not in English either. */
const fewestToTell = 50;

/** Whether a body is in English, or too short to tell. */
export function mayBeEnglish(view: MarkdownView): boolean {
  const language = bodyLanguageOf(view)?.language;
  return language === undefined ? ownWordsOf(view).length < fewestToTell : language === "en";
}

/** The language of a Markdown body; null for other documents, and where it is not clear. */
export const bodyLanguage = defineFact<BodyLanguage | null>({
  id: "body-language",
  version: 2,
  from: { entry: () => null, markdown: bodyLanguageOf },
});
