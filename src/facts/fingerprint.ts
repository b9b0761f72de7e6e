import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { digest } from "#text/digest";
import { sketchOf, type Sketch } from "#text/sketch";
import { fold } from "#text/terms";
import { wordsOf } from "#text/words";
import { paragraphsOf } from "./markdown-paragraphs.ts";

/** What is kept of a body's prose, to find others like it. Code and quotes are no part of it. */
export interface Fingerprint extends Sketch {
  readonly words: number;
  /** Of the whole body with its markup, white space folded. */
  readonly digest: string;
}

/** The fingerprint of a Markdown body; null for other documents, and for bodies of a few words. */
export const fingerprint = defineFact<Fingerprint | null>({
  id: "fingerprint",
  version: 1,
  from: { entry: () => null, markdown: readFingerprint },
});

/** Words that folding leaves as they are but for their case: nearly all words, and folding is the costly part. */
const isPlain = /^[A-Za-z\d]+$/;

function readFingerprint(view: MarkdownView): Fingerprint | null {
  const words = paragraphsOf(view)
    .filter(({ container }) => container !== "quote")
    .flatMap(({ field }) =>
      wordsOf(field.value).map(({ text }) => (isPlain.test(text) ? text.toLowerCase() : fold(text))),
    );
  const sketch = sketchOf(words);
  return sketch === undefined
    ? null
    : { ...sketch, words: words.length, digest: digest(fold(view.document.text.slice(view.bodyStart))) };
}
