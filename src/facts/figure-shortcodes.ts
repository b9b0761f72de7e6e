import type { Span } from "#model/span";
import type { MarkdownView } from "#rule-kit/views";
import { fold } from "./markdown-nodes.ts";

/** The picture of a call of Hugo's `figure`. */
export interface Figure {
  readonly target: string;
  /** The alternative text, for which the caption serves too. */
  readonly text: string;
  readonly title: string | undefined;
  readonly span: Span;
}

/** Longest tag of a shortcode that is looked at, in UTF-16 units. */
const longestTag = 5000;

const tag = /^\{\{[<%]\s{0,20}figure\s(?:[^"`%>]|"(?:[^"\\]|\\.)*"|`[^`]*`)*/;
/** Names, and texts between quotes or without. */
const parameter = /\b(src|alt|caption|title)\s{0,9}=\s{0,9}(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|([^\s"`>%]+))/g;

/** The pictures of a document's figures; those whose source has escapes or is made by a template are left out. */
export const figuresIn = ({ document, shortcodes }: MarkdownView): Figure[] =>
  shortcodes.flatMap(({ syntax, name, span }) => {
    if (syntax !== "hugo" || name !== "figure") return [];
    const text = document.text.slice(span.start, Math.min(span.end, span.start + longestTag));
    const values = parametersOf(tag.exec(text)?.[0] ?? "", span.start);
    const source = values.get("src");
    if (source === undefined || /[{\\]/.test(source.value)) return [];
    const alt = values.get("alt") ?? values.get("caption");
    return [
      {
        target: source.value,
        text: fold(alt?.value ?? ""),
        title: values.get("title")?.value,
        span: { start: source.end - source.value.length, end: source.end },
      },
    ];
  });

/** The parameters of a tag, with the place in the document where the value of each ends; of two the first counts. */
function parametersOf(written: string, at: number) {
  const values = new Map<string, { readonly value: string; readonly end: number }>();
  for (const { 0: all, 1: key = "", 2: double, 3: raw, 4: bare = "", index } of written.matchAll(parameter)) {
    const quoted = double ?? raw;
    const end = at + index + all.length - (quoted === undefined ? 0 : 1);
    if (!values.has(key)) values.set(key, { value: quoted ?? bare, end });
  }
  return values;
}
