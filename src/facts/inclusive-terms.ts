import { spanWithin } from "#model/field";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { findInclusiveTerms } from "#text/inclusive-terms";
import { mayBeEnglish } from "./body-language.ts";
import { paragraphsOf } from "./markdown-paragraphs.ts";

/** The first place of a term in a document, and how often it stands there. */
export interface TermUse {
  readonly term: string;
  readonly text: string;
  readonly span: Span;
  readonly count: number;
}

/** Terms that leave readers out, in the prose of a Markdown document in English without quotations; null where there is none. */
export const inclusiveTerms = defineFact<readonly TermUse[] | null>({
  id: "inclusive-terms",
  version: 1,
  from: { entry: () => null, markdown: read },
});

function read(view: MarkdownView): TermUse[] | null {
  if (!mayBeEnglish(view)) return null;
  const uses = new Map<string, TermUse>();
  for (const { container, field } of paragraphsOf(view)) {
    if (container === "quote") continue;
    for (const { term, text, start, end } of findInclusiveTerms(field.value)) {
      const { count, ...first } = uses.get(term) ?? { term, text, span: spanWithin(field, start, end), count: 0 };
      uses.set(term, { ...first, count: count + 1 });
    }
  }
  return uses.size === 0 ? null : [...uses.values()];
}
