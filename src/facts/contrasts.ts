import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { findContrastFormulas } from "#text/contrast-formula";
import { countWords } from "#text/words";
import { mayBeEnglish } from "./body-language.ts";
import { bodyTextOf } from "./body-text.ts";

/** How often a body says what a thing is by way of what it is not. */
export interface Contrasts {
  readonly words: number;
  readonly count: number;
  /** The first of them. */
  readonly examples: readonly { readonly text: string; readonly span: Span }[];
}

/** The contrasts in the prose of a Markdown body in English; null for all others, and where there is none. */
export const contrasts = defineFact<Contrasts | null>({
  id: "contrasts",
  version: 1,
  from: { entry: () => null, markdown: read },
});

const mostExamples = 3;

function read(view: MarkdownView): Contrasts | null {
  if (!mayBeEnglish(view)) return null;
  const { text, spanOf } = bodyTextOf(view);
  const found = findContrastFormulas(text);
  if (found.length === 0) return null;
  const examples = found.slice(0, mostExamples).map((one) => ({ text: one.text, span: spanOf(one.start, one.end) }));
  return { words: countWords(text), count: found.length, examples };
}
