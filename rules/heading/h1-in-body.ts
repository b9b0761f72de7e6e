import { firstLevelHeadings } from "#facts/first-level-headings";
import { headingPlace } from "#facts/outline";
import { defineRule } from "#rule-kit/define-rule";
import { boolean } from "#rule-kit/options";
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

  *check({ entries, site }, { any }, facts) {
    // Docusaurus shows the title of the front matter only where the body has no heading of the first level.
    const takesHeading = site?.model.generator === "docusaurus";
    for (const entry of entries) {
      if (entry.edition !== "source" || entry.title === undefined) continue;
      for (const heading of facts.firstLevelHeadings(entry) ?? []) {
        const shared = { at: headingPlace(entry, heading), key: heading.text };
        const isTitle = fold(heading.text) === fold(entry.title.value);
        if (isTitle && !takesHeading) yield { message: "title", data: {}, ...shared };
        else if (any && !isTitle) yield { message: "any", data: { heading: excerpt(heading.text) }, ...shared };
      }
    }
  },
});
