import { firstLevelHeadings } from "#facts/first-level-headings";
import type { Heading } from "#facts/markdown-headings";
import { headingPlace } from "#facts/outline";
import type { Corpus } from "#model/corpus";
import type { Entry } from "#model/entry";
import { defineRule } from "#rule-kit/define-rule";
import { boolean } from "#rule-kit/options";
import { learnConvention, quorum } from "#text/convention";
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
    any: "“{heading}” is a heading of the first level, which is the title's; use level 2.",
  },
  facts: { firstLevelHeadings },

  *check(corpus, { any }, { firstLevelHeadings: headingsOf }) {
    const entries = corpus.entries.filter(({ edition, title }) => edition === "source" && title !== undefined);
    const showsTitle = showsTitles(corpus, entries, headingsOf);
    for (const entry of entries) {
      const isShown = showsTitle && !isOwnPage(corpus, entry);
      for (const heading of headingsOf(entry) ?? []) {
        const shared = { at: headingPlace(entry, heading), key: heading.text };
        const isTitle = repeatsTitle(entry, heading);
        if (isTitle && isShown) yield { message: "title", data: {}, ...shared };
        else if (any && !isTitle) yield { message: "any", data: { heading: excerpt(heading.text) }, ...shared };
      }
    }
  },
});

const repeatsTitle = (entry: Entry, heading: Heading) => fold(heading.text) === fold(entry.title?.value ?? "");

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
