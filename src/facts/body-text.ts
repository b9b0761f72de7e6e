import type { Entry } from "#model/entry";
import { spanWithin } from "#model/field";
import { bodyPlace, partPlace, type Place } from "#model/problem";
import type { Span } from "#model/span";
import type { MarkdownView } from "#rule-kit/views";
import { labelAtStart } from "#text/lead-marker";
import { paragraphsOf } from "./markdown-paragraphs.ts";

/** The text of a post's body in one piece, as far as it is the author's own: without code and quotes. */
export interface BodyText {
  readonly text: string;
  /** Offset where the text starts, behind a label such as "TL;DR:". */
  readonly start: number;
  /** Offset of the last paragraph; undefined where paragraphs can't be told. */
  readonly lastParagraph: number | undefined;
  /** The place of a part in the document. */
  spanOf(start: number, end: number): Span;
}

/** The text of a Markdown body, its paragraphs a line each. */
export function bodyTextOf(view: MarkdownView): BodyText {
  const fields = paragraphsOf(view).flatMap(({ container, field }) => (container === "quote" ? [] : field));
  const starts: number[] = [];
  let text = "";
  for (const { value } of fields) {
    starts.push(text.length);
    text += `${value.replaceAll("\n", " ")}\n`;
  }
  return {
    text,
    start: labelAtStart(text)?.end ?? 0,
    lastParagraph: starts.at(-1),
    spanOf: (start, end) => {
      const at = starts.findLastIndex((first) => first <= start);
      const [field, from = 0] = [fields[at], starts[at]];
      if (field === undefined) return { start: 0, end: 0 };
      return spanWithin(field, start - from, Math.min(end - from, field.value.length));
    },
  };
}

/** The text of a body that a feed or a search index carries; undefined where it carries none. */
export function contentTextOf({ content }: Entry): BodyText | undefined {
  if (content === undefined) return undefined;
  const { value } = content;
  const last = value.trimEnd().lastIndexOf("\n") + 1;
  return {
    text: value,
    start: labelAtStart(value)?.end ?? 0,
    // Text in one piece does not show where its last paragraph starts.
    lastParagraph: last === 0 ? undefined : last,
    spanOf: (start, end) => spanWithin(content, start, end),
  };
}

/** The place of a stretch of a post's body, by the span that `spanOf` gave. */
export const bodyTextPlace = (entry: Entry, span: Span): Place =>
  entry.content === undefined ? bodyPlace(entry, span) : { ...partPlace(entry, "content", entry.content, 0, 0), span };
