import { spanWithin } from "#model/field";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { findUnfinished } from "#text/placeholders";
import { paragraphsOf } from "./markdown-paragraphs.ts";
import { visitsOf } from "./markdown-nodes.ts";

/** A passage that is still to be written, by the words that say so, or that two sides of a merge wrote. */
export interface UnfinishedPassage {
  readonly text: string;
  readonly span: Span;
}

/** Most that are kept of one document. */
const mostKept = 20;

/** The paragraphs of a Markdown body, without quotes, that are still to be written; none for other documents. */
export const unfinishedPassages = defineFact<readonly UnfinishedPassage[]>({
  id: "unfinished-passages",
  version: 3,
  from: { entry: () => [], markdown: read },
});

const hint = /lorem|TODO|TBD|TBA|FIXME|XXXX/i;

function read(view: MarkdownView): UnfinishedPassage[] {
  return [...conflictsIn(view), ...labelsIn(view)].slice(0, mostKept);
}

/** The marks that a merge leaves at the start of what two sides changed, outside of code. */
function conflictsIn(view: MarkdownView): UnfinishedPassage[] {
  const { masked } = view;
  if (!/^<{7} \S/m.test(masked) || !/^>{7} \S/m.test(masked)) return [];
  return visitsOf(view).flatMap(({ node, start, end }) => {
    if (node.type !== "paragraph" && node.type !== "heading") return [];
    const found = /^<{7} \S[^\n]{0,80}/m.exec(masked.slice(start, end));
    if (found === null) return [];
    const from = start + found.index;
    return [{ text: found[0].trimEnd(), span: { start: from, end: from + found[0].trimEnd().length } }];
  });
}

function labelsIn(view: MarkdownView): UnfinishedPassage[] {
  if (!hint.test(view.masked)) return [];
  return paragraphsOf(view).flatMap(({ container, field }) => {
    const one = container === "quote" ? undefined : findUnfinished(field.value);
    return one === undefined ? [] : [{ text: one.text, span: spanWithin(field, one.start, one.end) }];
  });
}
