import { termCounts, termName, termProfile } from "#facts/term-profile";
import type { Entry } from "#model/entry";
import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { localeOf } from "#text/locale";
import { contentTerms, fold } from "#text/terms";
import { pathOf, slugOf } from "#text/urls";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Let a slug speak of what the title speaks of.",
  severity: "info",
  presets: ["strict"],
  messages: {
    drift: "Slug “{slug}” has no word in common with “{title}”; check that it is the right one.",
  },

  facts: { termProfile },

  *check({ entries }, _options, facts) {
    const isTranslated = translatedSlugs(entries);
    for (const entry of entries) {
      const slug = slugOf(entry);
      if (slug === undefined || isTranslated(entry) || !isAstray(entry, slug)) continue;
      // A slug that names what the post speaks of is its own.
      const counts = termCounts(facts.termProfile(entry));
      if (termsOf(plain(slug)).some((term) => counts.has(termName(term)))) continue;
      yield {
        message: "drift",
        data: { slug: excerpt(slug), title: excerpt(entry.title?.value ?? "") },
        at: fieldPlace(entry, entry.slug === undefined ? "url" : "slug"),
        key: "drift",
      };
    }
  },
});

/** Whether a slug has nothing of its entry's title and summary. A post of a series may well be named by the folder alone. */
function isAstray(entry: Entry, slug: string): boolean {
  const title = plain(entry.title?.value ?? "");
  const isOff = canTell(title, plain(slug)) && !isNear(title, plain(pathOf(entry) ?? slug));
  return isOff && !isNear(plain(entry.summary?.value ?? ""), plain(slug));
}

/** Tells of slugs that posts in several languages have: translations keep that of the original. */
function translatedSlugs(entries: readonly Entry[]): (entry: Entry) => boolean {
  const locales = new Map<string, Set<string>>();
  for (const entry of entries) {
    const slug = slugOf(entry);
    if (slug !== undefined) locales.set(slug, (locales.get(slug) ?? new Set()).add(localeOf(entry)));
  }
  return (entry) => (locales.get(slugOf(entry) ?? "")?.size ?? 0) > 1;
}

/** Whether both have enough words to tell. Titles in other scripts are spelled in ways that can't be told from here. */
const canTell = (title: string, slug: string): boolean =>
  contentTerms(title).length >= 2 && termsOf(slug).length >= 2 && !/[^\p{Script=Latin}\P{L}]/u.test(title);

/** Whether a title and a path share a word, a part of one, or an acronym: "large language models" is "llm". */
function isNear(title: string, path: string): boolean {
  const titleTerms = contentTerms(title);
  const pathTerms = termsOf(path);
  const initials = title
    .split(/[^a-z0-9]+/)
    .map((word) => word.slice(0, 1))
    .join("");
  return (
    pathTerms.some((term) => titleTerms.includes(term) || initials.includes(term)) ||
    standsIn(titleTerms, path) ||
    standsIn(pathTerms, title)
  );
}

const termsOf = (slug: string) =>
  contentTerms(slug.replaceAll(/[-_/.]+/g, " ")).filter((term) => /^[a-z]{2,}$/.test(term));

/** Without accents, as slugs are made: "Lê Tuấn" is "le tuan". */
const plain = (text: string) =>
  fold(text).normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("ß", "ss").replaceAll("ø", "o");

/** Whether a term stands in a text, alone or inside of a word: "commerce" in "E-commerce". */
function standsIn(terms: readonly string[], text: string): boolean {
  const letters = text.replace(/[^a-z0-9]/g, "");
  return terms.some((term) => term.length >= 3 && letters.includes(term.slice(0, 5)));
}
