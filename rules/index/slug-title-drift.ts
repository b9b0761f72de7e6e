import { fieldPlace } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { contentTerms, fold } from "#text/terms";
import { pathOf, slugOf } from "#text/urls";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "entry",
  summary: "Let a slug speak of what the title speaks of.",
  severity: "info",
  presets: ["strict"],
  messages: {
    drift: "Slug “{slug}” has no word in common with “{title}”; check that it is the right one.",
  },

  *check(entry) {
    const slug = slugOf(entry);
    const title = plain(entry.title?.value ?? "");
    if (slug === undefined || !canTell(title, plain(slug))) return;
    // A post of a series may well be named by the folder alone.
    if (isNear(title, plain(pathOf(entry) ?? slug))) return;
    yield {
      message: "drift",
      data: { slug: excerpt(slug), title: excerpt(entry.title?.value ?? "") },
      at: fieldPlace(entry, entry.slug === undefined ? "url" : "slug"),
      key: "drift",
    };
  },
});

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
