import type { Field } from "#model/field";
import { defineFact } from "#rule-kit/define-fact";
import { findLostEscapes } from "#text/lost-escapes";
import { findGarbled } from "#text/mojibake";
import { visitsOf } from "./markdown-nodes.ts";
import { proseBelow } from "./markdown-paragraphs.ts";

const passages = new Set(["paragraph", "heading", "tableCell"]);

/**
 * The paragraphs, headings and table cells of a Markdown body in which characters are damaged: decoded with the wrong
 * encoding, lost in decoding, or left as the number of an escape. There are few, so their text is kept. What an entry
 * of an index carries is judged from its fields.
 */
export const damagedPassages = defineFact<readonly Field[]>({
  id: "damaged-passages",
  version: 1,
  from: {
    entry: () => [],
    markdown(view) {
      if (!/[^\0-\x7f]|20[12]|u0/i.test(view.masked)) return [];
      const visits = visitsOf(view);
      return visits.flatMap(({ node: { type } }, index) => {
        if (!passages.has(type)) return [];
        const field = proseBelow(view.masked, visits, index);
        return isDamaged(field.value) ? [field] : [];
      });
    },
  },
});

const isDamaged = (text: string) =>
  text.includes("\uFFFD") || text.includes("ï¿½") || findGarbled(text).length > 0 || findLostEscapes(text).length > 0;
