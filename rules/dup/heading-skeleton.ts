import { headings, headingsOf, type Heading, type HeadingRow } from "#facts/markdown-headings";
import { Folders, sourcesOf } from "#facts/posts-by-source";
import type { Entry } from "#model/entry";
import type { Place } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { digest } from "#text/digest";
import { groupsBy, othersOf } from "#text/groups";
import { skeletonOf } from "#text/skeleton";

export default defineRule({
  on: "corpus",
  summary: "Give each post the outline that its subject asks for.",
  severity: "info",
  presets: ["recommended", "strict"],
  options: {
    minPosts: integer({ default: 3, minimum: 2, description: "Fewest posts that share an outline." }),
    minHeadings: integer({ default: 4, minimum: 2, description: "Fewest headings of the second level." }),
  },
  messages: {
    same: "{count} posts have the same {headings|heading} of the second level in the same order; outline this post by its subject.",
  },
  facts: { headings },

  *check(corpus, { minPosts, minHeadings }, facts) {
    const outlines = sourcesOf(corpus).map((entry, post) => ({
      post,
      ...outlineOf(entry, facts.headings(entry), minHeadings),
    }));
    const folders = new Folders(outlines.map(({ entry }) => entry.path));
    for (const [key, group] of groupsBy(outlines, ({ skeleton }) => skeleton)) {
      if (folders.countBeyondCustom(group.map(({ post }) => post)) < minPosts) continue;
      const id = digest(key);
      for (const [index, { at, size }] of group.entries()) {
        yield {
          message: "same",
          data: { count: group.length, headings: size },
          at,
          key: id,
          group: id,
          related: othersOf(group, index).map((other) => ({ place: other.at, message: "starts the same outline" })),
        };
      }
    }
  },
});

/** With fewer words left of all headings, two outlines agree by chance. */
const fewestWords = 6;

function outlineOf(entry: Entry, rows: readonly HeadingRow[] | null, minHeadings: number) {
  const second = headingsOf(rows, "github").filter(({ depth }) => depth === 2);
  const parts = second.map(({ text }) => skeletonOf(text, { title: entry.title?.value ?? "", maskNames: false }));
  const words = parts.reduce((sum, part) => sum + part.words, 0);
  const isTelling = second.length >= minHeadings && words >= fewestWords;
  const skeleton = isTelling ? parts.map(({ text }) => text).join("\n") : undefined;
  return { entry, skeleton, size: second.length, at: placeOfFirst(entry, second[0]) };
}

const placeOfFirst = (entry: Entry, heading: Heading | undefined): Place => ({
  path: entry.path,
  span: heading?.span ?? entry.span,
  anchor: `heading:#${heading?.anchor ?? ""}`,
  entry,
});
