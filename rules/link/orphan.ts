import { links } from "#facts/markdown-links";
import { siteLinks } from "#facts/site-links";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, share } from "#rule-kit/options";
import { dayOf } from "#text/dates";
import { dateIn } from "#text/entry-dates";

export default defineRule({
  on: "corpus",
  summary: "Link to each post from another one.",
  severity: "info",
  presets: ["strict", "seo"],
  facts: { links },
  options: {
    posts: integer({ default: 10, minimum: 1, description: "Fewest posts for the rule to judge a site." }),
    linked: share({
      default: 0.75,
      description: "Share of posts with links from others, below which the rule is silent.",
    }),
    newest: integer({
      default: 30,
      minimum: 0,
      description: "Days before the newest post in which posts are left alone.",
    }),
  },
  messages: {
    orphan:
      "No other post links to this one, while {linked} of {total} posts have links from others; link to it where it helps a reader.",
  },

  *check(corpus, options, facts) {
    const posts = postsOf(corpus);
    const linked = linkedPaths(corpus, facts.links);
    const count = posts.filter(({ path }) => linked.has(path)).length;
    if (posts.length < options.posts || count < options.linked * posts.length) return;
    const newest = Math.max(...posts.map(dayIn));
    for (const entry of posts) {
      if (linked.has(entry.path) || dayIn(entry) >= newest - options.newest) continue;
      yield { message: "orphan", data: { linked: count, total: posts.length }, at: placeOf(entry), key: "orphan" };
    }
  },
});

/** The dated documents that the build makes pages of; others, such as a page about the author, are reached by menus. */
function postsOf({ site, entries }: Corpus): Entry[] {
  if (site === undefined || !site.complete) return [];
  return entries.filter(
    (entry) =>
      entry.edition === "source" &&
      site.urlOf(entry) !== undefined &&
      dateIn(entry.published) !== undefined &&
      !/(?:^|\/)(?:_index|index|README)\.\w+$/i.test(entry.path),
  );
}

/** Paths of the documents that another published one links to, through aliases and redirects too. */
function linkedPaths(corpus: Corpus, rowsOf: Parameters<typeof siteLinks>[1]): ReadonlySet<string> {
  const paths = siteLinks(corpus, rowsOf).flatMap(({ entry, target }) =>
    target.entry === undefined || target.entry.path === entry.path || corpus.site?.isUnpublished(entry) === true
      ? []
      : [target.entry.path],
  );
  return new Set(paths);
}

function dayIn({ published }: Entry): number {
  const date = dateIn(published);
  return date === undefined ? -Infinity : dayOf(date);
}
