import { datedPosts, dayIn, inboundLinks } from "#facts/inbound-links";
import { links } from "#facts/markdown-links";
import { linkPlace, type SiteLink } from "#facts/site-links";
import { placeOf } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, share } from "#rule-kit/options";

export default defineRule({
  on: "corpus",
  summary: "Link to each post from more than one other.",
  severity: "info",
  presets: ["strict"],
  sources: [{ title: "squirrelscan: a page with one contextual link to it", read: "2026-11-22" }],
  facts: { links },
  options: {
    inbound: integer({ default: 1, minimum: 1, description: "Linking posts up to which a post is told." }),
    posts: integer({ default: 10, minimum: 1, description: "Fewest posts for the rule to judge a site." }),
    linked: share({
      default: 0.75,
      description: "Share of posts with links from more others, below which the rule is silent.",
    }),
    newest: integer({
      default: 30,
      minimum: 0,
      description: "Days before the newest post in which posts are left alone.",
    }),
  },
  messages: {
    weak: "Links from {count|post} alone lead here, while {linked} of {total} posts have links from more; link to it where it helps a reader.",
  },

  *check(corpus, options, facts) {
    const posts = datedPosts(corpus);
    const inbound = inboundLinks(corpus, facts.links);
    const weak = posts.flatMap((entry) => {
      const from = [...(inbound.get(entry.path)?.values() ?? [])];
      return from.length <= options.inbound ? [{ entry, from }] : [];
    });
    const linked = posts.length - weak.length;
    if (posts.length < options.posts || linked < options.linked * posts.length) return;
    const newest = Math.max(...posts.map(dayIn));
    for (const { entry, from } of weak) {
      // One that no other links to is for `link/orphan`.
      if (from.length === 0 || dayIn(entry) >= newest - options.newest) continue;
      const data = { count: from.length, linked, total: posts.length };
      const related = from.slice(0, mostRelated).map(linkHere);
      yield { message: "weak", data, at: placeOf(entry), key: "weak-inbound", related };
    }
  },
});

const mostRelated = 5;

const linkHere = ({ entry, link }: SiteLink) => ({ place: linkPlace(entry, link), message: "links to it" });
