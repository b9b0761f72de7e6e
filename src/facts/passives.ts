import { spanWithin } from "#model/field";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { isPassive } from "#text/passive";
import { wordsOf } from "#text/words";
import { bodyLanguageOf } from "./body-language.ts";
import { paragraphsOf } from "./markdown-paragraphs.ts";

/** How many sentences of a body are in the passive. */
export interface Passives {
  readonly sentences: number;
  readonly passive: number;
  /** The first of them. */
  readonly examples: readonly Span[];
}

/** The passives of a Markdown body in English, of its paragraphs outside of lists and quotes; null for all others. */
export const passives = defineFact<Passives | null>({
  id: "passives",
  version: 1,
  from: { entry: () => null, markdown: read },
});

const mostExamples = 4;

function read(view: MarkdownView): Passives | null {
  if (bodyLanguageOf(view)?.language !== "en") return null;
  const body = paragraphsOf(view).filter(({ container }) => container === "body");
  const sentences = body.flatMap((paragraph) => paragraph.sentences.map((sentence) => ({ ...sentence, paragraph })));
  const passive = sentences.filter(({ text }) => isPassive(text, wordsOf(text)));
  const examples = passive
    .slice(0, mostExamples)
    .map(({ paragraph, start, end }) => spanWithin(paragraph.field, start, end));
  return { sentences: sentences.length, passive: passive.length, examples };
}
