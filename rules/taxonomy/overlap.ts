import { partPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, share } from "#rule-kit/options";
import { byKey } from "#text/groups";
import { tagUses, usesByTag, type TagUse } from "#text/tags";

/** Tags of one post that are compared with each other; more are no choice any more, and pairs grow with the square. */
const mostTagsCompared = 20;

export default defineRule({
  on: "corpus",
  summary: "Keep one of two tags that are always on the same posts.",
  severity: "info",
  presets: ["strict"],
  options: {
    posts: integer({ default: 4, minimum: 2, description: "Fewest posts that have both tags." }),
    overlap: share({ default: 0.9, description: "Share of the posts of either tag that have both." }),
  },
  messages: {
    same: "Tags “{tag}” and “{other}” are together on {both} of {either} posts that have either; keep one.",
  },

  *check(corpus, { posts, overlap }) {
    const uses = tagUses(corpus);
    const byTag = usesByTag(uses);
    for (const [tag, others] of countPairs(uses)) {
      for (const [other, both] of others) {
        const either = (byTag.get(tag)?.length ?? 0) + (byTag.get(other)?.length ?? 0) - both;
        const use = byTag.get(other)?.[0];
        if (both < posts || both < overlap * either || use === undefined) continue;
        const at = partPlace(use.entry, "tags", use.field, 0, use.field.value.length);
        yield { message: "same", data: { tag, other, both, either }, at, key: `${tag} ${other}` };
      }
    }
  },
});

/** On how many posts two tags are together: by the first tag in the order of the alphabet, then by the second. */
function countPairs(uses: readonly TagUse[]): Map<string, Map<string, number>> {
  const pairs = new Map<string, Map<string, number>>();
  for (const ofPost of byKey(uses, ({ entry }) => entry).values()) {
    const compared = ofPost
      .slice(0, mostTagsCompared)
      .map(({ tag }) => tag)
      .toSorted();
    for (const [index, tag] of compared.entries()) {
      const others = pairs.get(tag) ?? new Map<string, number>();
      for (const other of compared.slice(index + 1)) others.set(other, (others.get(other) ?? 0) + 1);
      pairs.set(tag, others);
    }
  }
  return pairs;
}
