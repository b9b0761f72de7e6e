import { spanWithin } from "#model/field";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { findUnfinished } from "#text/placeholders";
import { paragraphsOf } from "./markdown-paragraphs.ts";

/** A paragraph that is still to be written, by the words that say so. */
export interface UnfinishedPassage {
  readonly text: string;
  readonly span: Span;
}

/** Most that are kept of one document. */
const mostKept = 20;

/** The paragraphs of a Markdown body, without quotes, that are still to be written; none for other documents. */
export const unfinishedPassages = defineFact<readonly UnfinishedPassage[]>({
  id: "unfinished-passages",
  version: 1,
  from: { entry: () => [], markdown: read },
});

const hint = /lorem|TODO|TBD|TBA|FIXME|XXXX/i;

function read(view: MarkdownView): UnfinishedPassage[] {
  if (!hint.test(view.masked)) return [];
  const found = paragraphsOf(view).flatMap(({ container, field }) => {
    const one = container === "quote" ? undefined : findUnfinished(field.value);
    return one === undefined ? [] : [{ text: one.text, span: spanWithin(field, one.start, one.end) }];
  });
  return found.slice(0, mostKept);
}
