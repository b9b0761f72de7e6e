import { blocks, blocksOf } from "#facts/markdown-blocks";
import { links, linksOf, type Link } from "#facts/markdown-links";
import { linkPlace } from "#facts/site-links";
import { defineRule } from "#rule-kit/define-rule";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "document",
  summary: "Give each link a text; do not leave a bare address in the prose.",
  severity: "info",
  presets: ["strict"],
  facts: { blocks, links },
  messages: {
    bare: "{target} stands in the text as it is; write what it leads to, with the address behind it.",
    many: "{count} addresses stand in the text as they are, {target} first; write what each leads to, with the address behind it.",
  },

  *check(entry, _options, facts) {
    const bare = bareLinks(linksOf(facts.links), facts.blocks);
    const [first, ...others] = bare;
    if (first === undefined) return;
    if (bare.length > mostTold) {
      const related = others
        .slice(0, mostTold)
        .map((link) => ({ place: linkPlace(entry, link), message: "stands there as it is, too" }));
      const data = { count: bare.length, target: excerpt(first.target) };
      yield { message: "many", data, at: linkPlace(entry, first), key: "many", related };
      return;
    }
    for (const link of bare) {
      yield { message: "bare", data: { target: excerpt(link.target) }, at: linkPlace(entry, link), key: link.target };
    }
  },
});

/** A post with more of them has a way to write links, or is a list of addresses: that is told once. */
const mostTold = 5;

/** Addresses within prose. In angle brackets they are meant to be read, and alone in a paragraph they may be embedded. */
function bareLinks(all: readonly Link[], code: string | null): Link[] {
  const paragraphs = new Set(
    blocksOf(code).flatMap(({ kind, span }) => (kind === "paragraph" ? `${span.start} ${span.end}` : [])),
  );
  const shown = new Set(all.flatMap(({ form, text }) => (form === "html" ? (text ?? []) : [])));
  return all.filter(
    ({ form, kind, target, span }) =>
      form === "literal" &&
      kind === "link" &&
      !/^mailto:/i.test(target) &&
      !paragraphs.has(`${span.start} ${span.end}`) &&
      // The text of an HTML link.
      !shown.has(target),
  );
}
