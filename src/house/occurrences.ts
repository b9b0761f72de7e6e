import { visitsOf } from "#facts/markdown-nodes";
import { paragraphsOf, proseBelow } from "#facts/markdown-paragraphs";
import type { Entry } from "#model/entry";
import { spanWithin, type Field } from "#model/field";
import { houseId, phraseScopes, type Phrase, type PhraseScope } from "#model/phrase";
import type { Span } from "#model/span";
import { defineFact, type Fact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";
import { digest } from "#text/digest";
import type { Matcher } from "./matcher.ts";

/** One of a phrase's words in a document. */
export interface Occurrence {
  readonly scope: PhraseScope;
  readonly span: Span;
  /** As the document has it. */
  readonly found: string;
  /** As the config has it. */
  readonly term: string;
  /** Whether what stands in the document is just what was found, so that it can be replaced. */
  readonly isPlain: boolean;
}

/** The fact of where a phrase occurs. What the phrase says is in its id, so another phrase is another fact. */
export function occurrencesFact(phrase: Phrase, match: Matcher): Fact<readonly Occurrence[]> {
  const { scope = phraseScopes } = phrase;
  const wanted = new Set(scope);
  if (wanted.has("prose")) wanted.add("lead");
  const look = (name: PhraseScope, field: Field | undefined, source?: string) =>
    field === undefined || !wanted.has(name) ? [] : occurrencesIn(name, field, match, source);
  return defineFact<readonly Occurrence[]>({
    id: `${houseId(phrase)}#${digest(JSON.stringify(phrase))}`,
    version: 2,
    from: {
      entry: ({ title, summary }: Entry) => [...look("title", title), ...look("summary", summary)],
      markdown: (view, { title, summary }) => {
        const { text } = view.document;
        const inBody = bodyFields(view).flatMap(({ name, field }) => look(name, field, text));
        return [...look("title", title, text), ...look("summary", summary, text), ...inBody];
      },
    },
  });
}

/** Headings and paragraphs. The first paragraph of the body is the lead. */
function bodyFields(view: MarkdownView): { readonly name: PhraseScope; readonly field: Field }[] {
  const visits = visitsOf(view);
  const headings = visits.flatMap(({ node }, index) =>
    node.type === "heading" ? [{ name: "heading" as const, field: proseBelow(view.masked, visits, index) }] : [],
  );
  const paragraphs = paragraphsOf(view)
    .filter(({ container }) => container !== "quote")
    .map(({ field }, index) => ({ name: index === 0 ? ("lead" as const) : ("prose" as const), field }));
  return [...headings, ...paragraphs].toSorted((a, b) => a.field.span.start - b.field.span.start);
}

const occurrencesIn = (scope: PhraseScope, field: Field, match: Matcher, source: string | undefined): Occurrence[] =>
  match(field.value).map(({ start, end, term }) => {
    const span = spanWithin(field, start, end);
    const found = field.value.slice(start, end);
    return { scope, span, found, term, isPlain: source?.slice(span.start, span.end) === found };
  });
