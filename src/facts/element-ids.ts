import { defineFact } from "#rule-kit/define-fact";
import type { MarkdownView } from "#rule-kit/views";

/** The ids of a document beside those of its headings. */
export interface ElementIds {
  readonly ids: readonly string[];
  /** Whether parts of the document come from elsewhere, so that it may have ids that do not stand in it. */
  readonly isOpen: boolean;
}

/** Most ids that are kept of a document. */
const mostIds = 2000;

/** Values of `id` and `name` in the HTML and the attributes of a Markdown document; null for other documents. */
export const elementIds = defineFact<ElementIds | null>({
  id: "element-ids",
  version: 1,
  from: { entry: () => null, markdown: idsOf },
});

const attribute = /[\s"'{](?:id|name)\s{0,3}=\s{0,3}["']?([^\s"'<>}]{1,200})/gi;
const attributeList = /\{[^{}\n]{0,100}#([^\s#.{}]{1,200})[^{}\n]{0,100}\}/g;
const bringsText = /include|import|read|partial|content|snippet|remote|tab|render/i;

function idsOf({ document, bodyStart, shortcodes, isMdx }: MarkdownView): ElementIds {
  const body = document.text.slice(bodyStart);
  const found = [attribute, attributeList].flatMap((pattern) =>
    Array.from(body.matchAll(pattern), ([, id = ""]) => id),
  );
  return {
    ids: [...new Set(found)].slice(0, mostIds),
    isOpen: isMdx || shortcodes.some(({ syntax, name }) => syntax !== "directive" && bringsText.test(name)),
  };
}
