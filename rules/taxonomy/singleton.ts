import { partPlace } from "#model/problem";
import { entryWith } from "#model/post";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { tagUses, usesByTag } from "#text/tags";

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
  },

  *check(corpus, { posts }) {
    const tagged = corpus.posts.filter((post) => (entryWith(post, "tags")?.tags.length ?? 0) > 0).length;
    if (tagged < posts) return;
    for (const [tag, [use, ...more]] of usesByTag(tagUses(corpus))) {
      if (use === undefined || more.length > 0) continue;
      const at = partPlace(use.entry, "tags", use.field, 0, use.field.value.length);
      yield { message: "singleton", data: { tag, posts: tagged }, at, key: tag };
    }
  },
});
