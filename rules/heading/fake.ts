import { boldLines, type BoldLine } from "#facts/bold-lines";
import { bodyPlace } from "#model/problem";
import type { Entry } from "#model/entry";
import { defineRule } from "#rule-kit/define-rule";
import { quorum } from "#text/convention";
import { sectionsOf } from "#text/section";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Write headings as headings, not as bold lines.",
  severity: "info",
  presets: ["recommended", "strict"],
  sources: [{ title: "markdownlint MD036", read: "2026-11-22" }],
  messages: {
    bold: "“{text}” is a bold line that looks like a heading; make it one, so that it has an anchor and a place in the outline.",
    habit:
      "“{text}” is a bold line that looks like a heading, and {posts} of {total|post} here have such lines, this one among them; make them headings, with anchors and places in the outline.",
  },
  facts: { boldLines },

  *check({ entries }, _options, { boldLines: linesIn }) {
    const pages = entries.filter(({ edition, path }) => edition === "source" && !isBeside(path));
    for (const section of sectionsOf(pages)) {
      const found = section.flatMap((entry) => (linesIn(entry) ?? []).map((line) => ({ entry, line })));
      const [first, ...others] = found;
      const posts = new Set(found.map(({ entry }) => entry)).size;
      const data = { posts, total: section.length };
      const isHabit = posts >= Math.max(quorum.members, leastShare * section.length);
      if (isHabit && first !== undefined) {
        const further = others.map(({ entry, line }) => bodyPlace(entry, line.span));
        yield { message: "habit", ...problemAt(first, data), key: "habit", others: further };
      } else for (const one of found) yield { message: "bold", ...problemAt(one, {}), key: one.line.text };
    }
  },
});

/** Whether a file is what a wiki, or Docsify, shows beside each page: its bold lines name groups of links. */
const isBeside = (path: string): boolean => /(?:^|\/)_(?:sidebar|footer|header|navbar)\.\w+$/i.test(path);

/** Many posts with bold lines for headings have one cause; a few among more are slips. */
const leastShare = 0.05;

const problemAt = <D extends object>({ entry, line }: { readonly entry: Entry; readonly line: BoldLine }, data: D) => ({
  data: { text: excerpt(line.text), ...data },
  at: bodyPlace(entry, line.span),
});
