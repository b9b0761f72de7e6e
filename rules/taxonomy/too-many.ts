import { partPlace, placeOf } from "#model/problem";
import type { Entry } from "#model/entry";
import { entryWith } from "#model/post";
import { defineRule } from "#rule-kit/define-rule";
import { boolean, integer } from "#rule-kit/options";
import { learnConvention } from "#text/convention";
import { isListPage } from "#text/list-page";
import { peersOf } from "#text/peers";

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
    const entries = posts.map((post) => entryWith(post, "tags") ?? post.entries[0]);
    for (const entry of entries) {
      const extra = entry.tags?.[max];
      if (extra === undefined) continue;
      const at = partPlace(entry, "tags", extra, 0, extra.value.length);
      yield { message: "many", data: { count: entry.tags?.length ?? 0, max }, at, key: "count" };
    }
    if (!none) return;
    // A page about the author has no tags, however many the posts in the next folder have.
    for (const peers of peersOf(entries.filter(({ path, incomplete }) => !isListPage(path) && incomplete !== true))) {
      const habit = learnConvention(peers.map(isTagged));
      if (habit?.value !== true) continue;
      const data = { tagged: habit.agreeing, posts: habit.total };
      for (const entry of peers) if (!isTagged(entry)) yield { message: "none", data, at: placeOf(entry), key: "none" };
    }
  },
});

const isTagged = ({ tags = [] }: Pick<Entry, "tags">): boolean => tags.length > 0;
