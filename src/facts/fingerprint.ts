import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { foldedDigest } from "#text/folded-digest";
import { sketchOf, type Sketch } from "#text/sketch";
import { ownWordsOf } from "./markdown-paragraphs.ts";

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

function readFingerprint(view: MarkdownView): Fingerprint | null {
  const words = ownWordsOf(view);
  const sketch = sketchOf(words.map(({ hash }) => hash));
  if (sketch === undefined) return null;
  const { text } = view.document;
  return { ...sketch, words: words.length, digest: foldedDigest(text, view.bodyStart, text.length) };
}
