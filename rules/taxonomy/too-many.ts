import { partPlace, placeOf, type Place } from "#model/problem";
import type { Entry } from "#model/entry";
import { entryWith } from "#model/post";
import { defineRule } from "#rule-kit/define-rule";
import { boolean, integer } from "#rule-kit/options";
import { learnConvention, quorum } from "#text/convention";
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
    habit:
      "{heavy} of {posts|post} have more than {max|tag}, this one among them; keep those that name each best, first where there are most.",
    none: "Post has no tags, and {tagged} of {posts} posts have some; add those that fit.",
    several: "{lacking|post} of {posts} have no tags, this one among them; start with those that are read most.",
  },

  *check({ posts }, { max, none }) {
    const entries = posts.map((post) => entryWith(post, "tags") ?? post.entries[0]);
    const heavy = entries.flatMap((entry): Heavy[] => {
      const extra = entry.tags?.[max];
      if (extra === undefined) return [];
      return [{ count: entry.tags?.length ?? 0, at: partPlace(entry, "tags", extra, 0, extra.value.length) }];
    });
    if (heavy.length >= Math.max(quorum.members, leastShare * entries.length)) {
      const [most, ...others] = heavy.toSorted((a, b) => b.count - a.count).map(({ at }) => at);
      const data = { heavy: heavy.length, posts: entries.length, max };
      if (most !== undefined) yield { message: "habit", data, at: most, key: "habit", others };
    } else for (const { count, at } of heavy) yield { message: "many", data: { count, max }, at, key: "count" };
    const untagged = none ? untaggedIn(entries) : [];
    // A few in each of many folders, such as those of languages, are many as well.
    const lacking = untagged.flatMap(({ bare }) => bare);
    const [first, ...others] = lacking;
    if (first !== undefined && lacking.length >= quorum.members) {
      const all = untagged.reduce((sum, { total }) => sum + total, 0);
      const data = { lacking: lacking.length, posts: all };
      yield { message: "several", data, at: placeOf(first), key: "none", others: others.map(placeOf) };
      return;
    }
    for (const { bare, total } of untagged) {
      const data = { tagged: total - bare.length, posts: total };
      for (const entry of bare) yield { message: "none", data, at: placeOf(entry), key: "none" };
    }
  },
});

/** An entry with too many tags. */
interface Heavy {
  readonly count: number;
  /** The first tag that is too many. */
  readonly at: Place;
}

/** Share of the posts from which a heap of tags is the site's custom, and has one cause. */
const leastShare = 0.25;

/** The entries without tags, of those that most others beside them have some. */
function untaggedIn(entries: readonly Entry[]): { readonly bare: readonly Entry[]; readonly total: number }[] {
  // A page about the author has no tags, however many the posts in the next folder have.
  const sections = peersOf(entries.filter(({ path, incomplete }) => !isListPage(path) && incomplete !== true));
  return sections.flatMap((peers) => {
    const isHabit = learnConvention(peers.map(isTagged))?.value === true;
    return isHabit ? [{ bare: peers.filter((entry) => !isTagged(entry)), total: peers.length }] : [];
  });
}

const isTagged = ({ tags = [] }: Pick<Entry, "tags">): boolean => tags.length > 0;
