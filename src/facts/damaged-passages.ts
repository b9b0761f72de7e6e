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
  version: 2,
  from: {
    entry: () => [],
    markdown(view) {
      const { masked } = view;
      if (!suspect.test(masked)) return [];
      const visits = visitsOf(view);
      return visits.flatMap(({ node: { type }, start, end }, index) => {
        // An entity may stand for a character that was lost.
        if (!passages.has(type) || !suspect.test(masked.slice(start, end))) return [];
        const field = proseBelow(masked, visits, index);
        return isDamaged(field.value, isLost.test(masked.slice(start, end))) ? [field] : [];
      });
    },
  },
});

/** What all damage starts with: a first byte of UTF-8 read as a character, a lost character, the number of an escape. */
const suspect = /&|[\u00c2-\u00f4\ufffd]|20[12]|u0/i;

/** The lost character as it is or by its number: a parser puts it in place of other numbers too, such as `&#127;`. */
const isLost = /\uFFFD|&#(?:0{0,2}65533|x0{0,2}fffd);/i;

const isDamaged = (text: string, hasLost: boolean) =>
  (hasLost && text.includes("\uFFFD")) ||
  text.includes("ï¿½") ||
  findGarbled(text).length > 0 ||
  findLostEscapes(text).length > 0;
