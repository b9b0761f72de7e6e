import { firstLevelHeadings } from "#facts/first-level-headings";
import { frontMatterKeys, keysOf, type KeyRow } from "#facts/front-matter-keys";
import type { Heading } from "#facts/markdown-headings";
import { headingPlace } from "#facts/outline";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import type { Place } from "#model/problem";
import { defineRule } from "#rule-kit/define-rule";
import { boolean } from "#rule-kit/options";
import { learnConvention, quorum } from "#text/convention";
import { byKey } from "#text/groups";
import { fold } from "#text/terms";
import { excerpt } from "#text/wording";

export default defineRule({
  on: "corpus",
  summary: "Let the title stand on the page once.",
  severity: "warn",
  presets: ["recommended", "strict", "seo"],
  sources: [{ title: "markdownlint MD025 and its issues 377, 1092 and 1215", read: "2026-11-22" }],
  options: {
    any: boolean({ default: false, description: "Reports every heading of the first level, whatever it says." }),
  },
  messages: {
    title: "The heading repeats the title of the front matter, which the page shows too; take it out.",
    habit:
      "{count} of {total|post} here repeat the title as a heading, this one among them; where the page shows the title too, take the headings out.",
    any: "“{heading}” is a heading of the first level, which is the title's; use level 2.",
  },
  facts: { firstLevelHeadings, frontMatterKeys },

  *check(corpus, { any }, { firstLevelHeadings: headingsOf, frontMatterKeys: keys }) {
    const entries = corpus.entries.filter(({ edition, title }) => edition === "source" && title !== undefined);
    const showsTitle = showsTitles(corpus, entries, headingsOf);
    const usual = usualLayout(corpus, entries);
    for (const posts of byKey(entries, folderOf(corpus)).values()) {
      const repeats: Repeat[] = [];
      for (const entry of posts) {
        const isUsual = usual === undefined || layoutOf(entry) === usual;
        const isShown = showsTitle && isUsual && !hasOwnTemplate(corpus, entry, keys(entry));
        for (const heading of headingsOf(entry) ?? []) {
          const shared = { at: headingPlace(entry, heading), key: heading.text };
          const isTitle = repeatsTitle(entry, heading);
          if (isTitle && isShown) repeats.push(shared);
          else if (any && !isTitle) yield { message: "any", data: { heading: excerpt(heading.text) }, ...shared };
        }
      }
      yield* repeated(repeats, posts.length);
    }
  },
});

interface Repeat {
  readonly at: Place;
  readonly key: string;
}

/** Titles that are repeated. Where most posts do so, their template may leave the title to the text, and it is told once. */
function* repeated(repeats: readonly Repeat[], total: number) {
  const [first, ...rest] = repeats;
  if (first === undefined) return;
  const isHabit = total >= quorum.members && repeats.length >= quorum.share * total;
  if (!isHabit) {
    for (const one of repeats) yield { message: "title" as const, data: {}, ...one };
    return;
  }
  const data = { count: repeats.length, total };
  yield { message: "habit" as const, data, at: first.at, key: "habit", others: rest.map(({ at }) => at) };
}

/** Names the folder of the content that an entry is in: of an Astro site its collection. */
const folderOf =
  ({ site }: Corpus) =>
  ({ path }: Entry): string =>
    site?.model.content.find(({ folder }) => path.startsWith(`${folder}/`))?.folder ?? "";

const repeatsTitle = (entry: Entry, heading: Heading) => fold(heading.text) === fold(entry.title?.value ?? "");

/** Whether a document is the home page, of the site or of a language: its template mostly shows the name of the site, or nothing. */
const isHomePage = ({ site }: Corpus, { path }: Entry): boolean =>
  site?.model.content.some(
    ({ folder, at }) =>
      at === "/" &&
      (folder === "" || path.startsWith(`${folder}/`)) &&
      /^_?index(?:\.[a-z-]{2,8})?\.\w+$/i.test(folder === "" ? path : path.slice(folder.length + 1)),
  ) === true;

/** Whether what shows a page may leave the title to the text. */
const hasOwnTemplate = (corpus: Corpus, entry: Entry, keys: readonly KeyRow[]): boolean =>
  isHomePage(corpus, entry) || isOwnPage(corpus, entry) || asksForTemplate(corpus, keys);

/** Whether a page of a Hugo site asks for another template than that of its section, which need not show the title. */
const asksForTemplate = ({ site }: Corpus, keys: readonly KeyRow[]): boolean =>
  site?.model.generator === "hugo" && keysOf(keys).some(({ value }) => /^(?:type|layout)$/i.test(value));

/** The layout that a document asks for; empty where a default decides. */
const layoutOf = ({ meta }: Entry): string => meta?.["layout"]?.value ?? "";

/**
 * The layout of most documents of a Jekyll or an Eleventy site. That of slides or of the pages beside a blog may leave the
 * title to the text.
 */
function usualLayout({ site }: Corpus, entries: readonly Entry[]): string | undefined {
  const generator = site?.model.generator;
  if (generator !== "jekyll" && generator !== "eleventy") return undefined;
  const sizes = Array.from(byKey(entries, layoutOf), ([layout, { length }]) => ({ layout, length }));
  return sizes.toSorted((one, other) => other.length - one.length)[0]?.layout;
}

/** Whether a document is a page of an Astro site, and no entry of a collection: its layout shows the title, or leaves it to the text. */
const isOwnPage = ({ site }: Corpus, { path }: Entry): boolean =>
  site?.model.generator === "astro" &&
  site.model.content.some(({ folder, kind }) => kind === "pages" && path.startsWith(`${folder}/`));

/**
 * Whether pages show the title of the front matter. Docusaurus does so only where the body has no heading of the first
 * level; what an unknown generator does is learned from what the bodies do.
 */
function showsTitles(
  { site }: Corpus,
  entries: readonly Entry[],
  headingsOf: (entry: Entry) => readonly Heading[] | null,
): boolean {
  if (site?.model.generator !== "plain") return site?.model.generator !== "docusaurus";
  const bare = entries.map((entry) => headingsOf(entry)?.some((one) => repeatsTitle(entry, one)) !== true);
  return entries.length < quorum.members || learnConvention(bare, { ...quorum, share: rareSlip })?.value === true;
}

/** Share of bodies without the title from which on the others are slips. */
const rareSlip = 0.9;
