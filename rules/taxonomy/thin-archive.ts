import { wordCounts } from "#facts/markdown-word-counts";
import type { Corpus } from "#model/corpus";
import { partPlace } from "#model/problem";
import type { SitePage, TermUse } from "#model/site";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { byKey } from "#text/groups";
import { tagKey } from "#text/tags";

export default defineRule({
  on: "corpus",
  summary: "Give the page of a tag posts enough to list, or a text of its own.",
  severity: "info",
  presets: ["strict"],
  facts: { wordCounts },
  options: {
    posts: integer({ default: 15, minimum: 1, description: "Fewest posts with tags for the rule to speak." }),
    listed: integer({ default: 3, minimum: 2, description: "Fewest posts that the page of a tag lists." }),
  },
  messages: {
    thin: "The page of tag “{tag}” lists {count|post} and has no text of its own; use the tag again, drop it, or write an introduction.",
    many: "The pages of {thin} of {tags} tags list fewer than {listed|post} and have no text of their own, that of “{tag}” among them; use few tags, and each of them again.",
  },

  *check(corpus, { posts, listed }, facts) {
    const archives = archivesIn(corpus);
    if (new Set(archives.flatMap(({ uses }) => uses.map(({ entry }) => entry.path))).size < posts) return;
    const thin = archives.filter(({ uses, page }) => {
      // One post is for `taxonomy/singleton`.
      if (uses.length < 2 || uses.length >= listed) return false;
      const intro = page.entry === undefined ? null : facts.wordCounts(page.entry);
      return (intro?.words ?? 0) === 0 && page.entry?.summary === undefined;
    });
    const [first, ...others] = thin;
    if (first !== undefined && thin.length >= fewestMany && thin.length >= manyShare * archives.length) {
      const data = { thin: thin.length, tags: archives.length, listed, tag: first.tag };
      yield { message: "many", data, at: placeIn(first), key: "many", others: others.map(placeIn) };
      return;
    }
    for (const one of thin) {
      const data = { tag: one.tag, count: one.uses.length };
      yield { message: "thin", data, at: placeIn(one), key: one.page.url };
    }
  },
});

/** So many, and such a share of all, are a way to tag and no slips: that is told once. */
const fewestMany = 10;
const manyShare = 0.1;

/** The page of a tag, with its uses on different posts. */
interface Archive {
  readonly page: SitePage;
  readonly tag: string;
  readonly uses: readonly [TermUse, ...TermUse[]];
}

/** The pages that the generator makes of tags. A tag with several spellings is left to `taxonomy/near-duplicate`. */
function archivesIn({ site }: Corpus): Archive[] {
  const archives: Archive[] = [];
  for (const page of site?.complete === true ? site.pages.values() : []) {
    const tagged = (page.uses ?? []).filter(isTag);
    const [first, ...others] = [...new Map(tagged.map((use) => [use.entry.path, use])).values()];
    if (first !== undefined) archives.push({ page, tag: first.field.value.trim(), uses: [first, ...others] });
  }
  return [...byKey(archives, ({ page: { url } }) => tagKey(url)).values()].flatMap((same) =>
    same.length === 1 ? same : [],
  );
}

/** Terms of other taxonomies, such as the parts of a series, may be few. */
const isTag = ({ entry, field }: TermUse): boolean =>
  entry.tags?.some(({ span }) => span.start === field.span.start) === true;

const placeIn = ({ uses: [{ entry, field }] }: Archive) => partPlace(entry, "tags", field, 0, field.value.length);
