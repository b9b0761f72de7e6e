import { lead } from "#facts/lead";
import { headings } from "#facts/markdown-headings";
import { wordCounts } from "#facts/markdown-word-counts";
import { sourcesOf } from "#facts/posts-by-source";
import type { Entry } from "#model/entry";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, list } from "#rule-kit/options";
import { Series } from "#text/series";

export default defineRule({
  on: "corpus",
  summary: "Say what a post says before its first heading.",
  severity: "warn",
  presets: ["recommended", "strict"],
  options: {
    minWords: integer({ default: 300, minimum: 1, description: "Fewest words of a post that needs a lead." }),
    except: list({
      default: ["changelog", "release-notes", "releases", "gallery", "poem", "poems", "interview", "links", "archive"],
      description: "Folders, and values of `type` and `layout`, whose posts need none.",
    }),
  },
  messages: {
    missing: "Post starts with the heading “{heading}”; say before it what the post says.",
  },
  facts: { lead, headings, wordCounts },

  *check(corpus, { minWords, except }, facts) {
    const sources = sourcesOf(corpus);
    const bare = sources.flatMap((entry, index) => {
      const isLong = (facts.wordCounts(entry)?.words ?? 0) >= minWords;
      return isLong && isPost(entry, except) && facts.lead(entry) === null ? index : [];
    });
    // The issues of a series start as their pattern has it, and whoever opens one knows what to find there.
    for (const index of new Series(sources.map(({ path }) => path)).beyondPattern(bare)) {
      const entry = sources[index];
      const rows = entry && facts.headings(entry);
      const first = rows?.find(([depth, , , text]) => depth > 1 && text !== entry?.title?.value);
      if (entry === undefined || first === undefined) continue;
      const [, start, end, heading] = first;
      yield { message: "missing", data: { heading }, at: bodyPlace(entry, { start, end }), key: "lead" };
    }
  },
});

/** A list of posts, and a page without a date, are no posts. */
function isPost({ path, published, meta }: Entry, except: readonly string[]): boolean {
  const kinds = [...path.split("/"), meta?.["type"]?.value, meta?.["layout"]?.value];
  const isOther = kinds.some((kind) => kind !== undefined && except.includes(kind.toLowerCase()));
  return published !== undefined && !isOther && !/(?:^|\/)_index\.[^/]+$/.test(path);
}
