import { partPlace, placeOf } from "#model/problem";
import { entryWith } from "#model/post";
import { defineRule } from "#rule-kit/define-rule";
import { boolean, integer } from "#rule-kit/options";
import { learnConvention } from "#text/convention";

export default defineRule({
  on: "corpus",
  summary: "Give each post a few tags: neither none nor a heap.",
  severity: "info",
  presets: ["recommended", "strict"],
  options: {
    max: integer({ default: 8, minimum: 1, description: "Most tags of a post." }),
    none: boolean({ default: true, description: "Whether to report a post without tags where most have some." }),
  },
  messages: {
    many: "Post has {count|tag}; keep the {max} that name it best.",
    none: "Post has no tags, and {tagged} of {posts} posts have some; add those that fit.",
  },

  *check({ posts }, { max, none }) {
    const tagsOf = posts.map((post) => entryWith(post, "tags")?.tags ?? []);
    const habit = none ? learnConvention(tagsOf.map((tags) => tags.length > 0)) : undefined;
    for (const [index, post] of posts.entries()) {
      const tags = tagsOf[index] ?? [];
      const entry = entryWith(post, "tags") ?? post.entries[0];
      const extra = tags[max];
      if (extra !== undefined) {
        const at = partPlace(entry, "tags", extra, 0, extra.value.length);
        yield { message: "many", data: { count: tags.length, max }, at, key: "count" };
      }
      if (tags.length === 0 && habit?.value === true) {
        const data = { tagged: habit.agreeing, posts: habit.total };
        yield { message: "none", data, at: placeOf(entry), key: "none" };
      }
    }
  },
});
