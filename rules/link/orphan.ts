import { datedPosts, dayIn, inboundLinks } from "#facts/inbound-links";
import { links } from "#facts/markdown-links";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, share } from "#rule-kit/options";

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
    const posts = datedPosts(corpus);
    const linked = inboundLinks(corpus, facts.links);
    const count = posts.filter(({ path }) => linked.has(path)).length;
    if (posts.length < options.posts || count < options.linked * posts.length) return;
    const newest = Math.max(...posts.map(dayIn));
    for (const entry of posts) {
      if (linked.has(entry.path) || dayIn(entry) >= newest - options.newest) continue;
      yield { message: "orphan", data: { linked: count, total: posts.length }, at: placeOf(entry), key: "orphan" };
    }
  },
});
