import { lead } from "#facts/lead";
import { headings, type HeadingRow } from "#facts/markdown-headings";
import { wordCounts } from "#facts/markdown-word-counts";
import { sourcesOf } from "#facts/posts-by-source";
import type { Entry } from "#model/entry";
import { bodyPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer, list } from "#rule-kit/options";
import { lackingOf } from "#text/habit";
import { sectionOf } from "#text/section";
import { Series } from "#text/series";
import { lengthInWords } from "#text/words";

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
  optionsByPath: ["minWords", "except"],
  messages: {
    missing: "Post starts with the heading “{heading}”; say before it what the post says.",
    unusual:
      "{lacking} of {total} long posts start with a heading, this one among them; say before it what the post says, first in those that are read most.",
  },
  facts: { lead, headings, wordCounts },

  *check(corpus, _options, facts, { optionsAt }) {
    const sources = sourcesOf(corpus);
    const firstHeading = (entry: Entry) =>
      facts.headings(entry)?.find(([depth, , , text]) => depth > 1 && text !== entry.title?.value);
    const long = sources.flatMap((entry, index): Long[] => {
      const { minWords, except } = optionsAt(entry.path);
      const counts = facts.wordCounts(entry);
      const isLong = counts !== null && lengthInWords(counts) >= minWords;
      if (!isLong || !isPost(entry, except)) return [];
      const heading = facts.lead(entry) === null ? firstHeading(entry) : undefined;
      return [{ entry, index, ...(heading !== undefined && { heading }) }];
    });
    const bare = long.flatMap(({ index, heading }) => (heading === undefined ? [] : index));
    // The issues of a series start as their pattern has it, and whoever opens one knows what to find there.
    const beyond = new Set(new Series(sources.map(({ path }) => path)).beyondPattern(bare));
    const posts = long.filter(({ index, heading }) => heading === undefined || beyond.has(index));
    const { asked, unusual, total } = lackingOf(posts, hasLead, ({ entry }) => sectionOf(entry));
    for (const { entry, heading } of asked) {
      if (heading === undefined) continue;
      yield { message: "missing", data: { heading: heading[3] }, at: placeOf(entry, heading), key: "lead" };
    }
    const [at, ...others] = unusual.flatMap(({ entry, heading }) => (heading ? placeOf(entry, heading) : []));
    if (at === undefined) return;
    yield { message: "unusual", data: { lacking: unusual.length, total }, at, key: "habit", others };
  },
});

/** A post that is long enough for a lead; with its first heading where that stands in place of one. */
interface Long {
  readonly entry: Entry;
  readonly index: number;
  readonly heading?: HeadingRow;
}

const hasLead = ({ heading }: Long) => heading === undefined;
const placeOf = (entry: Entry, [, start, end]: HeadingRow) => bodyPlace(entry, { start, end });

/** A list of posts, and a page without a date, are no posts. */
function isPost({ path, published, meta }: Entry, except: readonly string[]): boolean {
  const kinds = [...path.split("/"), meta?.["type"]?.value, meta?.["layout"]?.value];
  const isOther = kinds.some((kind) => kind !== undefined && except.includes(kind.toLowerCase()));
  return published !== undefined && !isOther && !/(?:^|\/)_index\.[^/]+$/.test(path);
}
