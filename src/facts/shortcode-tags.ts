import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";

/** How the shortcodes of a document are opened and closed. */
export interface ShortcodeTags {
  /** Names of those that are closed by a second tag, with how often. */
  readonly paired: Readonly<Record<string, number>>;
  /** Opening tags that nothing closes. Most of them need no closing. */
  readonly open: readonly ShortcodeTag[];
  /** Closing tags that nothing opens. */
  readonly stray: readonly ShortcodeTag[];
}

export interface ShortcodeTag {
  readonly syntax: string;
  readonly name: string;
  readonly span: Span;
}

/** The shortcodes of a Markdown document; null for other documents, and where there are none. */
export const shortcodeTags = defineFact<ShortcodeTags | null>({
  id: "shortcode-tags",
  version: 1,
  from: { entry: () => null, markdown: read },
});

function read({ shortcodes }: MarkdownView): ShortcodeTags | null {
  if (shortcodes.length === 0) return null;
  const paired: Record<string, number> = Object.create(null) as Record<string, number>;
  for (const { syntax, name, inner } of shortcodes) {
    const key = `${syntax} ${name}`;
    if (inner !== undefined) paired[key] = (paired[key] ?? 0) + 1;
  }
  return {
    paired,
    open: shortcodes.filter(({ closed, stray }) => !closed && stray !== true).map(tag),
    stray: shortcodes.filter(({ stray }) => stray === true).map(tag),
  };
}

const tag = ({ syntax, name, span }: ShortcodeTag): ShortcodeTag => ({ syntax, name, span });
