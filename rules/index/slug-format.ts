import type { Entry } from "#model/entry";
import { fieldPlace, partPlace, type Place } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { countGraphemes } from "#text/graphemes";
import { flawsOf, slugFlaws, type SlugFlaw } from "#text/slug-form";
import { hostOf, slugOf } from "#text/urls";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Write slugs in small letters, with hyphens between words.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  sources: [
    {
      title: "Google: URL structure, hyphens instead of underscores",
      url: "https://developers.google.com/search/docs/crawling-indexing/url-structure",
      read: "2026-11-22",
    },
  ],
  options: {
    maxLength: integer({ default: 75, minimum: 1, description: "Most characters of a slug." }),
  },
  messages: {
    capitals: "Slug “{slug}” has capital letters; write new slugs in small letters.",
    underscores: "Slug “{slug}” has underscores; join the words of new slugs with hyphens.",
    spaces: "Slug “{slug}” has spaces; join the words of new slugs with hyphens.",
    accents: "Slug “{slug}” has letters outside of ASCII, and most slugs here have none; write new slugs without.",
    long: "Slug “{slug}” has {length|character}; keep new slugs to {max}.",
  },

  *check({ posts }, { maxLength }) {
    const named = ownSlugs(posts.flatMap(({ entries }) => entries.find((entry) => slugOf(entry) !== undefined) ?? []));
    const habits = habitsOf(named.map(({ slug }) => slug));
    for (const { entry, slug } of named) {
      const at = slugPlace(entry);
      const shown = excerpt(slug);
      for (const flaw of flawsOf(slug)) {
        if (!habits.has(flaw)) yield { message: flaw, data: { slug: shown }, at, key: flaw };
      }
      const length = countGraphemes(slug);
      if (length > maxLength)
        yield { message: "long", data: { slug: shown, length, max: maxLength }, at, key: "length" };
    }
  },
});

interface Named {
  readonly entry: Entry;
  readonly slug: string;
}

/** Slugs of the site itself: a link to another host has that site's slug. */
function ownSlugs(entries: readonly Entry[]): Named[] {
  const hosts = new Map<string, number>();
  for (const entry of entries) hosts.set(hostOf(entry), (hosts.get(hostOf(entry)) ?? 0) + 1);
  const [[own = ""] = []] = [...hosts].toSorted(([, a], [, b]) => b - a);
  return entries.flatMap((entry) => {
    const slug = slugOf(entry);
    return slug === undefined || ![own, ""].includes(hostOf(entry)) ? [] : { entry, slug };
  });
}

/** What at least half of the slugs do is the site's way, and no flaw of one of them. */
const habitsOf = (slugs: readonly string[]): ReadonlySet<SlugFlaw> =>
  new Set(
    slugFlaws.filter(
      (flaw) => slugs.length > 1 && slugs.filter((slug) => flawsOf(slug).includes(flaw)).length * 2 >= slugs.length,
    ),
  );

/** The slug itself, or the last segment of the URL's path. */
function slugPlace(entry: Entry): Place {
  if (entry.slug !== undefined || entry.url === undefined) return fieldPlace(entry, "slug");
  const path = entry.url.value.replace(/[?#].*$/s, "").replace(/\/(?:index\.html?)?$/i, "");
  return partPlace(entry, "url", entry.url, path.lastIndexOf("/") + 1, path.length);
}
