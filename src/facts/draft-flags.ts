import { pairAt, type FrontMatterValue } from "#model/front-matter";
import type { Span } from "#model/span";
import { defineFact } from "#rule-kit/define-fact";

/** What front matter says of a document being published, where generators differ in what they make of it. */
export interface DraftFlag {
  readonly key: "draft" | "published";
  /** As written, without quotes. */
  readonly value: string;
  readonly isText: boolean;
  readonly isQuoted: boolean;
  /** The value with its quotes. */
  readonly span: Span;
}

/** `draft` and `published` of a Markdown document, but for `draft: false` and dates; null where there are none. */
export const draftFlags = defineFact<readonly DraftFlag[] | null>({
  id: "draft-flags",
  version: 1,
  from: {
    entry: () => null,
    markdown: ({ frontMatter: { root } }) => {
      const flags = (["draft", "published"] as const).flatMap((key) => flagOf(key, pairAt(root, key)?.value) ?? []);
      return flags.length === 0 ? null : flags;
    },
  },
});

const words = /^(?:true|false|yes|no|on|off|y|n)$/i;

function flagOf(key: DraftFlag["key"], value: FrontMatterValue | undefined): DraftFlag | undefined {
  if (value?.kind === "scalar" && value.value === true)
    return { key, value: value.raw, isText: false, isQuoted: false, span: value.span };
  if (value?.kind !== "text" || !words.test(value.value)) return undefined;
  const isQuoted = value.style !== "plain";
  return { key, value: value.value, isText: true, isQuoted, span: value.outer ?? value.span };
}
