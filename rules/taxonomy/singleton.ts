import { partPlace } from "#model/problem";
import { entryWith } from "#model/post";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { tagUses, usesByTag, type TagUse } from "#text/tags";

export default defineRule({
  on: "corpus",
  summary: "Use a tag on more than one post, or drop it.",
  severity: "info",
  presets: ["strict"],
  options: {
    posts: integer({ default: 15, minimum: 1, description: "Fewest posts with tags for the rule to speak." }),
  },
  messages: {
    singleton: "Tag “{tag}” is on this post alone of {posts} with tags; use it again or drop it.",
    many: "{single} of {tags} tags are on one post alone, this one among them; use few tags, and each of them again.",
  },

  *check(corpus, { posts }) {
    const tagged = corpus.posts.filter((post) => (entryWith(post, "tags")?.tags.length ?? 0) > 0).length;
    if (tagged < posts) return;
    const byTag = usesByTag(tagUses(corpus));
    const single = [...byTag.values()].flatMap((uses) => (uses.length === 1 ? uses : []));
    const [first, ...others] = single;
    if (first !== undefined && single.length >= fewestMany && single.length >= manyShare * byTag.size) {
      const related = others
        .slice(0, mostRelated)
        .map((use) => ({ place: tagPlace(use), message: "stands alone, too" }));
      const data = { single: single.length, tags: byTag.size };
      yield { message: "many", data, at: tagPlace(first), key: "many", related, others: others.map(tagPlace) };
      return;
    }
    for (const use of single) {
      yield { message: "singleton", data: { tag: use.tag, posts: tagged }, at: tagPlace(use), key: use.tag };
    }
  },
});

const tagPlace = ({ entry, field }: TagUse) => partPlace(entry, "tags", field, 0, field.value.length);

/** So many, and such a share of all tags, are a way to tag and no slips: that is told once. */
const fewestMany = 10;
const manyShare = 0.3;
const mostRelated = 5;
