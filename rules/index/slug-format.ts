import type { Entry } from "#model/entry";
import { fieldPlace, partPlace, type Place } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { integer } from "#rule-kit/options";
import { instantOf, parseDate } from "#text/dates";
import { countGraphemes } from "#text/graphemes";
import { flawsOf, slugFlaws, type SlugFlaw } from "#text/slug-form";
import { hostOf, slugOf } from "#text/urls";
import { versionCopies } from "#text/version-copy";
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
    named: integer({
      default: 10,
      minimum: 1,
      description: "Most slugs with one flaw that are reported one by one; of more, the newest stands for all.",
    }),
  },
  messages: {
    capitals: "Slug “{slug}” has capital letters; write new slugs in small letters.",
    underscores: "Slug “{slug}” has underscores; join the words of new slugs with hyphens.",
    spaces: "Slug “{slug}” has spaces; join the words of new slugs with hyphens.",
    accents: "Slug “{slug}” has letters outside of ASCII, and most slugs here have none; write new slugs without.",
    long: "Slug “{slug}” has {length|character}; keep new slugs to {max}.",
    many: "{count|slug} here {flaw}, “{slug}” for one; {advice}.",
  },

  *check(corpus, { maxLength, named: mostNamed }) {
    const isCopy = versionCopies(corpus);
    const candidates = corpus.posts.flatMap(
      ({ entries }) => entries.find((entry) => servedSlug(entry) !== undefined) ?? [],
    );
    const named = ownSlugs(candidates.filter((entry) => !isCopy(entry)));
    const habits = habitsOf(named.map(({ slug }) => slug));
    for (const flaw of slugFlaws) {
      if (habits.has(flaw)) continue;
      const flawed = named.filter((one) => flawsOf(one.slug).includes(flaw) && !isOfItsScript(one, flaw));
      if (flawed.length > mostNamed) yield manyOf(flawed, flaw, inWords[flaw], advice[flaw]);
      else {
        for (const { entry, slug } of flawed) {
          yield { message: flaw, data: { slug: excerpt(slug) }, at: slugPlace(entry), key: flaw };
        }
      }
    }
    const long = named.filter(({ slug }) => countGraphemes(slug) > maxLength);
    if (long.length > mostNamed) {
      yield manyOf(long, "length", `have more than ${maxLength} characters`, "keep new slugs shorter");
      return;
    }
    for (const { entry, slug } of long) {
      const data = { slug: excerpt(slug), length: countGraphemes(slug), max: maxLength };
      yield { message: "long", data, at: slugPlace(entry), key: "length" };
    }
  },
});

const inWords: Readonly<Record<SlugFlaw, string>> = {
  capitals: "have capital letters",
  underscores: "have underscores",
  spaces: "have spaces",
  accents: "have letters outside of ASCII",
};
const advice: Readonly<Record<SlugFlaw, string>> = {
  capitals: "write new slugs in small letters",
  underscores: "join the words of new slugs with hyphens",
  spaces: "join the words of new slugs with hyphens",
  accents: "write new slugs without",
};

/** One finding for all, at the newest: published slugs stay as they are, and the next one can be better. */
function manyOf(flawed: readonly Named[], key: string, flaw: string, advised: string) {
  const newest = flawed.reduce((best, one) => (publishedAt(one.entry) >= publishedAt(best.entry) ? one : best));
  const data = { count: flawed.length, flaw, slug: excerpt(newest.slug), advice: advised };
  return { message: "many" as const, data, at: slugPlace(newest.entry), key };
}

function publishedAt({ published }: Entry): number {
  const date = published === undefined ? undefined : parseDate(published.value);
  return date === undefined ? -Infinity : instantOf(date);
}

/** A slug in the script of its title: such letters are no accents, and no one would spell the word without them. */
const isOfItsScript = ({ entry, slug }: Named, flaw: SlugFlaw): boolean =>
  flaw === "accents" &&
  !/[^\P{Script=Latin}a-z]/iu.test(slug) &&
  /[^\p{Script=Latin}\P{L}]/u.test(entry.title?.value ?? "");

interface Named {
  readonly entry: Entry;
  readonly slug: string;
}

/** The slug in the URL: what front matter says may be changed by the generator, as Hugo makes capitals small. */
const servedSlug = (entry: Entry): string | undefined =>
  slugOf(entry.edition === "source" && entry.url !== undefined ? { url: entry.url } : entry);

/** Slugs of the site itself: a link to another host has that site's slug. */
function ownSlugs(entries: readonly Entry[]): Named[] {
  const hosts = new Map<string, number>();
  for (const entry of entries) hosts.set(hostOf(entry), (hosts.get(hostOf(entry)) ?? 0) + 1);
  const [[own = ""] = []] = [...hosts].toSorted(([, a], [, b]) => b - a);
  return entries.flatMap((entry) => {
    const slug = servedSlug(entry);
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
