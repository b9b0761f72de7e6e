import { outlineDigest, type OutlineDigest } from "#facts/outline-digest";
import { Folders, postsOf } from "#facts/posts-by-source";
import type { Entry } from "#model/entry";
import type { Place } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { groupsBy, othersOf } from "#text/groups";
import { Series } from "#text/series";

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
  facts: { outlineDigest },

  *check(corpus, { minPosts, minHeadings }, facts) {
    const sources = postsOf(corpus);
    const paths = sources.map(({ path }) => path);
    const [folders, series] = [new Folders(paths), new Series(paths)];
    const outlines = sources.flatMap((entry, post) => {
      const found = facts.outlineDigest(entry);
      const isTelling = found !== null && found.headings >= minHeadings && found.words >= fewestWords;
      return isTelling ? [{ post, ...found, at: placeOfFirst(entry, found) }] : [];
    });
    for (const [key, group] of groupsBy(outlines, ({ digest }) => digest)) {
      const posts = group.map(({ post }) => post);
      if (Math.min(folders.countBeyondCustom(posts), series.countBeyondPattern(posts)) < minPosts) continue;
      for (const [index, { at, headings }] of group.entries()) {
        yield {
          message: "same",
          data: { count: group.length, headings },
          at,
          key,
          group: key,
          related: othersOf(group, index).map((other) => ({ place: other.at, message: "starts the same outline" })),
        };
      }
    }
  },
});

/** With fewer words left of all headings, two outlines agree by chance. */
const fewestWords = 6;

const placeOfFirst = (entry: Entry, { first: [start, end], anchor }: OutlineDigest): Place => ({
  path: entry.path,
  span: { start, end },
  anchor: `heading:#${anchor}`,
  entry,
});
